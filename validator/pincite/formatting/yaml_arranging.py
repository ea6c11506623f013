"""A tree in its canonical form: members in order, and for each collection whether it stands between brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.formatting.yaml_tree import Collection, Scalar
from pincite.reading.ignores import MARK
from pincite.yaml_style import MARKS, SMALL

if TYPE_CHECKING:
    from pincite.formatting.yaml_tree import Part
    from pincite.member_order import Shape

_BARE = (
    "a member here has neither colon nor value, which is possible between brackets alone; write 'name: value'"
)


class Unarrangeable(Exception):  # noqa: N818 - a verdict on a document, told to people
    """A collection cannot stand in its canonical form; *place* is where it stands (code points), the text says why."""

    def __init__(self, message: str, place: tuple[int, int]) -> None:
        super().__init__(message)
        self.place = place


def arranged(root: Collection, shape: Shape, text: str) -> None:
    """Put the members of a mapping and of all in it in order, and give each collection its style, in place.

    *text* is what the tree was read from. Raises Unarrangeable.
    """
    _arrange(root, shape, text)
    if root.bare:
        raise Unarrangeable(_BARE, root.place)
    root.flow = False


def _arrange(collection: Collection, shape: Shape, text: str) -> bool:
    """Arrange a collection and all in it; return whether there are comments in it."""
    if collection.is_map and not shape.ranks:
        shape = shape.of_keyed()
    commented = any(collection.tail)
    for part in collection.parts:
        value = part.value
        if isinstance(value, Collection):
            inner = shape.of_item() if part.key is None else shape.of_member(part.key.text)
            within = _arrange(value, inner, text)
            if within and part.key is None and value.parts and not part.head and not any(part.between):
                _lift(part, value.parts[0])
                within = _has_comments(value)
            _style(part, value, text, commented=within)
            commented = commented or within
        commented = commented or any(part.remarks())
    if collection.is_map and shape.ranks:
        _sort(collection, shape)
    return commented


def _sort(collection: Collection, shape: Shape) -> None:
    """Put members in the order of the schema.

    What speaks of a mapping as a whole is found where its first member stands: where a comment asks for something to be
    passed over there, the first stays first.
    """
    parts = collection.parts
    new = shape.ordered((part.key.text if part.key else "", part) for part in parts)
    if new == parts:
        return
    first = parts[0]
    if new[0] is not first and (_asks(first) or _asks(new[0])):
        new.remove(first)
        new.insert(0, first)
    if new[0] is not first and new[0].before[:1] == [""] and first.before[:1] != [""]:
        # the empty line parts the members, whichever comes first
        new[0].before, first.before = new[0].before[1:], ["", *first.before]
    collection.parts = new


def _asks(part: Part) -> bool:
    return any(MARK in remark for remark in part.remarks())


def _lift(item: Part, first: Part) -> None:
    """Move comments above what stands in the line of an item's dash to above the dash."""
    at = next((number for number, line in enumerate(first.before) if line), len(first.before))
    item.before += first.before[at:]
    first.before = []


def _style(part: Part, value: Collection, text: str, *, commented: bool) -> None:
    """Decide whether a collection stands between brackets, and give the comment behind it its place if not."""
    if not value.parts:
        value.flow = True
        return
    one_line = value.flow and "\n" not in text[slice(*value.place)]
    if one_line and MARK in part.end:  # the comment speaks of all that stands in its line
        _between_brackets(value)
        return
    commented = commented or bool(part.head) or any(part.between)
    if value.bare and commented:
        raise Unarrangeable(_BARE, value.place)
    if value.bare:
        _between_brackets(value)
        return
    value.flow = not commented and _is_short(value)
    if not value.flow and part.end:
        _place_end(part)


def _place_end(part: Part) -> None:
    """Move the comment behind a closing bracket to where the collection begins."""
    if part.key is None or part.head:
        part.before.append(part.end)
    else:
        part.head = part.end
    part.end = ""


def _between_brackets(collection: Collection) -> None:
    """Put a collection and all in it between brackets."""
    collection.flow = True
    for part in collection.parts:
        if isinstance(part.value, Collection):
            _between_brackets(part.value)


def _has_comments(collection: Collection) -> bool:
    return any(collection.tail) or any(
        any(part.remarks()) or (isinstance(part.value, Collection) and _has_comments(part.value))
        for part in collection.parts
    )


def _is_short(collection: Collection) -> bool:
    """Return whether a collection stands in one line: short, with plain values in it, and in an object lists of such."""
    length = 0
    for part in collection.parts:
        value = part.value
        if part.key is not None:
            length += len(part.key.text)
        elif not isinstance(value, Scalar) or value.typed:
            return False
        items = [value] if isinstance(value, Scalar) else [one.value for one in value.parts]
        if isinstance(value, Collection) and value.is_map:
            return False
        for item in items:
            if not isinstance(item, Scalar) or "\n" in item.text:
                return False
            length += len(item.text) + MARKS
    return length <= SMALL
