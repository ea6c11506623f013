"""What a word in a document stands for: the thing that an id names, or the member that a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.editor.markup import code, escaped, shortened
from pincite.editor.members import place_at
from pincite.editor.names import ARCHIVE, kind_named_at, kinds_at
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.editor.context.cursor import Cursor
    from pincite.editor.understanding import Thing, Understanding
    from pincite.model.json_value import Json, JsonObject


def hover_of(cursor: Cursor, word: str, known: Understanding | None) -> str | None:
    """Return what to show about the word at the cursor, in Markdown; None for nothing."""
    if cursor.role == "member":
        return _of_member(cursor, word)
    kinds = kinds_at(cursor.path)
    own = kind_named_at(cursor.path)
    if known is None or not (kinds or own):
        return _of_value(cursor, word)
    thing = known.named(word, kinds or (str(own),))
    return None if thing is None else "\n\n".join(_thing(thing, known))


def _of_member(cursor: Cursor, word: str) -> str | None:
    place = place_at((*cursor.path, word))
    if not place.title:
        return None
    needed = any(one.name == word and one.is_required for one in place_at(cursor.path).members)
    lines = [f"**{place.title}** {code(word)}" + (" (required)" if needed else ""), place.description]
    if place.values:
        lines.append("One of " + ", ".join(map(code, place.values)))
    if place.example:
        lines.append(f"Example: {code(place.example)}")
    return "\n\n".join(line for line in lines if line)


def _of_value(cursor: Cursor, word: str) -> str | None:
    """Return what the format says about a value that is one of a few words."""
    place = place_at(cursor.path)
    return f"**{place.title}** {code(word)}\n\n{place.description}" if word in place.values else None


def _thing(thing: Thing, known: Understanding) -> Iterator[str]:
    """Yield paragraphs about a thing."""
    head = f"{thing.kind} {code(thing.id)}"
    if thing.catalogue is not None:
        head += f" in the catalogue {code(thing.catalogue)}"
    yield head
    data = thing.data
    if thing.kind == "source":
        yield _source(data)
        for outer in known.chain(thing):
            yield f"in {code(outer.id)}: {_source(outer.data)}"
    elif thing.kind in {"quotation", "claim"}:
        yield f"> {escaped(_text(data, 'text'))}"
        yield from _cited(data)
    elif thing.kind == "image":
        yield from _image(data)
    elif thing.kind == ARCHIVE:
        yield escaped(_text(data, "name"))


def title_of(thing: Thing) -> str:
    """Return in a few plain words what a thing is: its title, its text, its label."""
    alt = thing.data.get("alt")
    words = [_text(thing.data, name) for name in ("title", "text", "label", "name")]
    words += [_text(alt, "text") if isinstance(alt, dict) else "", _text(thing.data, "type")]
    return safe(shortened(next((one for one in words if one), ""), 80))


def _source(data: JsonObject) -> str:
    title = _text(data, "title")
    parts = [
        escaped(_text(data, "type").replace("_", " ")),
        f"*{escaped(title)}*" if title else "",
        escaped("; ".join(_names(data.get("authors")))),
        escaped(_text(data, "date")),
        escaped(_text(data, "publisher")),
    ]
    return ", ".join(part for part in parts if part)


def _cited(data: JsonObject) -> Iterator[str]:
    citations = data.get("citations")
    for one in citations if isinstance(citations, list) else ():
        if not isinstance(one, dict):
            continue
        locator = one.get("locator")
        places = locator.items() if isinstance(locator, dict) else ()
        words = [f"{label} {value}" for label, value in places if isinstance(value, (str, int))]
        source = _text(one, "source")
        named = code(source) if source else escaped(_text(one, "raw"))
        yield "from " + ", ".join([part for part in (named, *map(escaped, words)) if part])


def _image(data: JsonObject) -> Iterator[str]:
    label, alt = _text(data, "label"), data.get("alt")
    words = _text(alt, "text") if isinstance(alt, dict) else ""
    yield from (f"> {escaped(one)}" for one in (label, words, _text(data, "caption")) if one)
    yield from (code(one) for one in (_text(data, "path"), _text(data, "url")) if one)
    missing = data.get("missing")
    if isinstance(missing, dict):
        yield f"missing: {escaped(_text(missing, 'reason'))}"


def _names(people: Json) -> Iterator[str]:
    for one in people if isinstance(people, list) else ():
        if isinstance(one, dict):
            given = " ".join(part for part in (_text(one, "given"), _text(one, "family")) if part)
            yield _text(one, "literal") or given


def _text(data: JsonObject, name: str) -> str:
    value = data.get(name)
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
