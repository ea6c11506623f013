"""A YAML document that says something else and keeps its comments, where what is new can be written around them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pincite.editing.draft import draft
from pincite.editing.edits import EditingError
from pincite.editing.values import difference, same
from pincite.formatting.formatted import formatted
from pincite.formatting.yaml_arranging import Unarrangeable, arranged
from pincite.formatting.yaml_layout import laid_out
from pincite.formatting.yaml_reading import tree_of
from pincite.formatting.yaml_tree import Collection, Scalar
from pincite.member_order import document_shape
from pincite.model.fix import put, remove
from pincite.model.json_value import pointer_to
from pincite.reading.files import RawDocument, documents_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.formatting.yaml_tree import Part, Tree
    from pincite.model.fix import Change
    from pincite.model.json_value import Json


def comments_in(content: bytes) -> list[str]:
    """Return the comments of a YAML document that can be read."""
    tree = tree_of(_plain(content))
    return [*(line for line in tree.marker if "#" in line), *tree.comments]


def with_comments(path: str, content: bytes, text: str) -> str | None:
    """Return the YAML document *content* as it is when it says what *text* says, in canonical form with its comments.

    None where one of them would be lost. Items with ids take their comments with them; what is in a list without ids is
    told apart by its number.
    """
    old, new = _said(path, content), _said(path, text.encode("utf-8"))
    if old is None or new is None:
        return None
    try:
        # in canonical form first, where every comment is known to stay and to speak of the same
        made = draft(path, formatted(path, content).draft.after, {0: list(_changes(old, new, ""))})
        if made.refused:
            return None
        plain = _plain(made.after)
        tree = tree_of(plain)
        _put_in_order(tree, new)
        if isinstance(tree.root, Collection):
            arranged(tree.root, document_shape(), plain)
    except (EditingError, Unarrangeable):
        return None
    after = laid_out(tree)
    found = after.encode("utf-8")
    said = _said(path, found)
    if said is None or difference(said, new) is not None:
        return None
    return after if Counter(comments_in(found)) == Counter(comments_in(content)) else None


def _plain(content: bytes) -> str:
    """Return a text without its byte order mark and with LF line ends."""
    return content.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _said(path: str, content: bytes) -> Json:
    """Return what a document says, None where it cannot be read."""
    found = next(documents_in(path, content), None)
    return found.data if isinstance(found, RawDocument) else None


def _changes(old: Json, new: Json, at: str) -> Iterator[Change]:
    """Yield what makes the value at a JSON Pointer another one; of items with ids, no order."""
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for name, value in old.items():
            here = pointer_to(at, name)
            if name in new:
                yield from _changes(value, new[name], here)
            else:
                yield remove(here)
        yield from (put(pointer_to(at, name), value) for name, value in new.items() if name not in old)
        return
    olds, news = _by_id(old), _by_id(new)
    if olds and news:
        for number, (name, value) in enumerate(olds.items()):
            here = pointer_to(at, number)
            if name in news:
                yield from _changes(value, news[name], here)
            else:
                yield remove(here)
        yield from (put(f"{at}/-", value) for name, value in news.items() if name not in olds)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (value, wanted) in enumerate(zip(old, new, strict=True)):
            yield from _changes(value, wanted, pointer_to(at, number))
    else:
        yield put(at, new)


def _by_id(value: Json) -> dict[str, Json]:
    """Return the items of a list under their ids, empty where not each has one of its own."""
    items = value if isinstance(value, list) else []
    found: dict[str, Json] = {}
    for item in items:
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            found[name] = item
    return found if len(found) == len(items) else {}


def _put_in_order(tree: Tree, data: Json) -> None:
    """Put the items that have ids into the order that they have in *data*, each with its comments."""

    def walk(value: Scalar | Collection, wanted: Json) -> None:
        if not isinstance(value, Collection):
            return
        if isinstance(wanted, dict):
            for part in value.parts:
                if part.key is not None:
                    walk(part.value, wanted.get(part.key.text))
        elif isinstance(wanted, list):
            numbers = {name: number for number, name in enumerate(_by_id(wanted))}
            if numbers:
                value.parts.sort(key=lambda part: numbers.get(_id_of(part), len(numbers)))
            for part, inner in zip(value.parts, wanted, strict=False):
                walk(part.value, inner)

    if tree.root is not None:
        walk(tree.root, data)


def _id_of(part: Part) -> str:
    """Return the id that an item has, empty where it has none."""
    members = part.value.parts if isinstance(part.value, Collection) else []
    for member in members:
        if member.key is not None and member.key.text == "id" and isinstance(member.value, Scalar):
            return member.value.text
    return ""
