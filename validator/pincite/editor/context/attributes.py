"""What stands at an offset in the text of an annotated Markdown article: in Pandoc's citations and attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.editor.context.cursor import Cursor, Given
from pincite.reading.markdown.objects import OF_CITATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.editor.context.cursor import Step

_PARAGRAPH_END = re.compile(r"\n[ \t>]*\n")
_LONGEST = 20_000
"""Code points around the cursor that are looked at."""
_CITED = re.compile(r"@([A-Za-z0-9_-]*)\Z")
_NAME = re.compile(r"[A-Za-z0-9_-]*")
_ATTRIBUTE = re.compile(
    r"""[#.](?P<mark>[^\s{}"'=]*)|(?P<key>[A-Za-z_][\w:-]*)(?P<is>=(?P<value>"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s{}"']*))?"""
)
_GIVEN = re.compile(r"(?<=[\])])\{[^{}#]*#([a-z][a-z0-9-]*)[^{}]*\}")
_LISTS = ("images", "evidence")
OF_KIND: dict[str, tuple[str, ...]] = {
    "quotation": ("display", "language", "speaker", "within", "translation_of", "uncited", *OF_CITATION),
    "citation": OF_CITATION,
    "claim": ("role", "basis", "evidence", "attributed_to"),
    "image": ("role", "label", "caption", "credit", "license", "rights", "media_type", "sha256", "width", "height", "missing"),
}  # fmt: skip
"""The attributes of each kind of object (docs/markdown.md)."""
_PATHS: dict[str, tuple[Step, ...]] = {
    "quotation": ("quotations", 0),
    "citation": ("quotations", 0, "citations", 0),
    "claim": ("claims", 0),
    "image": ("images", 0),
}
"""Where such objects stand in a document; which one of them it is makes no difference here."""


def kind_of(path: tuple[Step, ...]) -> str:
    """Return what the object is whose attributes stand at a path that was found here."""
    return next((kind for kind, one in _PATHS.items() if one == path), "quotation")


def in_body(text: str, offset: int) -> Cursor | None:
    """Return what stands at an offset of an article's body."""
    start = max(0, offset - _LONGEST)
    breaks = [found.end() for found in _PARAGRAPH_END.finditer(text, start, offset)]
    start = breaks[-1] if breaks else start
    end = _PARAGRAPH_END.search(text, offset, offset + _LONGEST)
    stop = end.start() if end else min(len(text), offset + _LONGEST)
    brace = text.rfind("{", start, offset)
    if brace >= 0 and "}" not in text[brace:offset] and text[brace - 1 : brace] in {"]", ")"}:
        close = text.find("}", offset, stop)
        return _in_attributes(text, offset, start, brace, close if close >= 0 else stop)
    return _cited(text, offset, start)


def given_in(text: str, start: int) -> Iterator[Given]:
    """Yield the ids that the attributes in a body, which begins at *start*, give to quotations, claims and images."""
    for found in _GIVEN.finditer(text, start):
        marks = {one[0] for one in _ATTRIBUTE.finditer(found[0]) if one["mark"] is not None}
        kind = _kind(text, max(start, found.start() - _LONGEST), found.start(), marks)
        yield Given((*_PATHS[kind], "id"), found[1], *found.span(1))


def _cited(text: str, offset: int, start: int) -> Cursor | None:
    """Return the source that a citation names at the cursor."""
    word = _NAME.match(text, offset)
    end = word.end() if word else offset
    found = _CITED.search(text, start, end)
    if found is None or found.start() >= offset:
        return None
    before = re.sub(r"\\.", "  ", text[start : found.start()])
    if before.count("[") <= before.count("]"):
        return None
    return Cursor((*_PATHS["citation"], "source"), "value", found.start(1), end, "citation")


def _in_attributes(text: str, offset: int, start: int, brace: int, end: int) -> Cursor | None:
    found = list(_ATTRIBUTE.finditer(text, brace + 1, end))
    marks = {one[0] for one in found if one["mark"] is not None}
    kind = _kind(text, start, brace, marks)
    keys = frozenset(one["key"] for one in found if one["key"] and one["is"])
    if ".quotation" in marks:
        keys |= frozenset(OF_CITATION)  # its citation has brackets of its own
    for one in found:
        if not one.start() <= offset <= one.end():
            continue
        if one["key"] is None:
            return None  # a class, or a new id
        if offset <= one.end("key"):
            own = {one["key"]} if one["is"] else set()
            return Cursor(
                _PATHS[kind],
                "member",
                one.start("key"),
                one.end("key"),
                "attribute",
                present=keys - own,
                with_colon=one["is"] is not None,
            )
        return _in_value(text, offset, kind, one) if one["is"] else None
    return Cursor(_PATHS[kind], "member", offset, offset, "attribute", present=keys)


def _in_value(text: str, offset: int, kind: str, one: re.Match[str]) -> Cursor | None:
    name, (start, end) = one["key"], one.span("value")
    quote = one["value"][:1] if one["value"][:1] in {'"', "'"} else ""
    if quote:
        start, end = start + 1, end - (len(one["value"]) > 1 and one["value"].endswith(quote))
        if not start <= offset <= end:
            return None
    path: tuple[Step, ...] = (
        *_PATHS["citation" if kind == "quotation" and name in OF_CITATION else kind],
        name,
    )
    if name in _LISTS:
        start = max(text.rfind(blank, start, offset) + 1 for blank in " \t\n") or start
        start = max(start, one.start("value") + len(quote))
        word = re.compile(r"\S*").match(text, offset, end)
        end, path = (word.end() if word else offset), (*path, 0)
    return Cursor(path, "value", start, end, "attribute", quote)


def _kind(text: str, start: int, brace: int, marks: set[str]) -> str:
    """Return what the object is whose attributes open at *brace*."""
    for kind in ("claim", "quotation", "citation"):
        if f".{kind}" in marks:
            return kind
    if text[brace - 1] == ")" and re.search(r"!\[[^\]]*\]\([^()]*\)\Z", text[start:brace]):
        return "image"
    return "quotation" if any(mark.startswith("#") for mark in marks) else "citation"
