"""Automatic numbers: what a word processor prints before the paragraphs of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.converter.readers.docx.markup import attribute, child, children, switch, whole_number
from pincite.converter.readers.docx.styles import NO_INDENT, indent_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from pincite.converter.readers.docx.styles import Indent, Numbering

_LEVELS = 9
_MAX_NUMBER = 100_000
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    parted: bool = True
    style: str | None = None
    indent: Indent = NO_INDENT


class Lists:
    """The numbered lists of a document, from its part of them (None: there is none), with what was counted so far."""

    def __init__(self, root: _Element | None) -> None:
        abstract = {
            attribute(one, "w:abstractNumId"): {
                _depth(level): _level(level) for level in children(one, "w:lvl")
            }
            for one in children(root, "w:abstractNum")
        }
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        """Levels that a list counts anew, until it has done so."""
        self._counts: dict[str, dict[int, int]] = {}
        for one in children(root, "w:num"):
            number = attribute(one, "w:numId") or ""
            base = attribute(child(one, "w:abstractNumId")) or ""
            levels = dict(abstract.get(base, {}))
            for override in children(one, "w:lvlOverride"):
                at = _depth(override)
                own = child(override, "w:lvl")
                if own is not None:
                    levels[at] = _level(own)
                start = whole_number(attribute(child(override, "w:startOverride")))
                if start is not None:
                    self._starts.setdefault(number, {})[at] = start
            self._lists[number] = (base, levels)

    def indent(self, numbering: Numbering | None) -> Indent:
        """Return how far the level of a list stands in."""
        found = self._lists.get(numbering.number or "") if numbering else None
        return found[1].get(numbering.level or 0, _Level()).indent if found and numbering else NO_INDENT

    def next_label(self, numbering: Numbering, style_id: str | None) -> str:
        """Count a paragraph of a list and return what is printed before it: "" where that is no number."""
        number = numbering.number or ""
        if number not in self._lists:
            return ""
        base, levels = self._lists[number]
        at = numbering.level
        if at is None:
            at = next((one for one, level in levels.items() if style_id and level.style == style_id), 0)
        level = levels.get(at)
        if level is None:
            return ""
        counts = self._counts.setdefault(base, {})
        start = self._starts.get(number, {}).pop(at, None)
        counts[at] = (
            counts[at] + 1 if at in counts and start is None else level.start if start is None else start
        )
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        return _label(level, levels, counts)


def _label(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    if level.form in {"bullet", "none"}:
        return ""
    parts = []
    for piece in re.split(r"(%[1-9])", level.text[:200]):
        if re.fullmatch(r"%[1-9]", piece):
            at = int(piece[1]) - 1
            other = levels.get(at, _Level())
            printed = _printed(counts.get(at, other.start), "decimal" if level.legal else other.form)
            if printed is None:
                return ""
            parts.append(printed)
        else:
            parts.append(piece)
    label = "".join(parts).strip()
    return label + " " if label and level.parted else label


def _printed(number: int, form: str) -> str | None:
    """Return a number as a form of numbers prints it, None for a form that is not known."""
    if not 0 <= number <= _MAX_NUMBER:
        return None
    if form == "decimal":
        return str(number)
    if form == "decimalZero":
        return f"{number:02}"
    if form.lower().endswith("letter") and number:
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 100)
        return letters.upper() if form == "upperLetter" else letters if form == "lowerLetter" else None
    if form in {"lowerRoman", "upperRoman"} and number <= 4999:  # noqa: PLR2004 - Roman numbers end there
        digits = ""
        for worth, digit in _ROMAN:
            digits += digit * (number // worth)
            number %= worth
        return digits.upper() if form == "upperRoman" else digits
    return None


def _depth(element: _Element) -> int:
    """Return which level an element is about."""
    return min(max(whole_number(attribute(element, "w:ilvl")) or 0, 0), _LEVELS - 1)


def _level(element: _Element) -> _Level:
    start = whole_number(attribute(child(element, "w:start")))
    return _Level(
        start=1 if start is None else start,
        form=attribute(child(element, "w:numFmt")) or "decimal",
        text=attribute(child(element, "w:lvlText")) or "",
        legal=bool(switch(element, "w:isLgl")),
        parted=attribute(child(element, "w:suff")) != "nothing",
        style=attribute(child(element, "w:pStyle")),
        indent=indent_of(child(element, "w:pPr")),
    )
