"""How far the paragraphs of a page are indented, by their own styles and those of their classes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pincite.converter.readers.html.class_words import said_kind

if TYPE_CHECKING:
    from pincite.converter.readers.html.tree import Element

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"(?:[A-Za-z][A-Za-z0-9]*)?\.([A-Za-z_][\w-]*)")
_LENGTH = re.compile(r"(-?[0-9]{0,6}\.?[0-9]{1,6})(px|pt|pc|cm|mm|in|em|rem|ex|ch|%)?")
_PIXELS = {
    "pt": 4 / 3,
    "pc": 16,
    "cm": 37.8,
    "mm": 3.78,
    "in": 96,
    "em": 16,
    "rem": 16,
    "ex": 8,
    "ch": 8,
    "%": 8,
}
"""Pixels of a unit, in a column of 800 with letters of 16."""
_BOTH_SIDES = 20
"""Pixels from which on margins at both sides set a paragraph apart."""
_DEEPER = 24
"""Pixels by which a paragraph is indented deeper than most of the text, to be set apart."""
_SIDES = 4
"""Values of ``margin`` that name each side: top, right, bottom, left."""


class Indent(NamedTuple):
    """Pixels that a paragraph's text is away from the margins; at the left: what hangs out taken off."""

    left: float = 0.0
    right: float = 0.0


_NONE = Indent()


class Indents:
    """Tells which paragraphs are set apart from the others by their indent."""

    def __init__(self, elements: list[Element], sheets: str) -> None:
        self._classes = _classes(sheets)
        weights: Counter[float] = Counter()
        for element in elements:
            if element.tag in {"p", "div"} and not element.has_blocks and said_kind(element.tokens) is None:
                weights[self._of(element).left] += element.size
        self._common = max(weights, key=lambda left: (weights[left], -left), default=0.0)

    def is_apart(self, element: Element) -> bool:
        """Return whether a paragraph stands deeper than the text around it, at both sides or clearly at the left."""
        if element.tag not in {"p", "div"} or element.has_blocks or not (element.size and element.attributes):
            return False
        indent = self._of(element)
        deeper = indent.left - self._common
        return (deeper >= _BOTH_SIDES and indent.right >= _BOTH_SIDES) or deeper >= _DEEPER

    def _of(self, element: Element) -> Indent:
        if not element.attributes:
            return _NONE
        style: dict[str, float] = {}
        for name in element.attributes.get("class", "").split():
            style.update(self._classes.get(name, {}))
        if "style" in element.attributes:
            style.update(_lengths(element.attributes["style"]))
        left = (
            style.get("margin-left", 0) + style.get("padding-left", 0) + min(style.get("text-indent", 0), 0)
        )
        return Indent(round(left), style.get("margin-right", 0) + style.get("padding-right", 0))


def _classes(sheets: str) -> dict[str, dict[str, float]]:
    """Return the lengths that style sheets give to classes."""
    found: dict[str, dict[str, float]] = {}
    for rule in _COMMENT.sub(" ", sheets).split("}"):
        selectors, brace, body = rule.rpartition("{")
        lengths = _lengths(body) if brace else {}
        if lengths:
            for selector in selectors.split(","):
                name = _SELECTOR.fullmatch(selector.strip())
                if name:
                    found.setdefault(name[1], {}).update(lengths)
    return found


def _lengths(style: str) -> dict[str, float]:
    """Return the pixels of the margins, paddings and indent in declarations."""
    found: dict[str, float] = {}
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        if name in {"margin", "padding"}:
            values = value.split()
            if 1 < len(values) <= _SIDES:
                found[f"{name}-right"] = _pixels(values[1])
                found[f"{name}-left"] = _pixels(values[-1] if len(values) == _SIDES else values[1])
        elif name in {"margin-left", "margin-right", "padding-left", "padding-right", "text-indent"}:
            found[name] = _pixels(value)
    return found


def _pixels(value: str) -> float:
    length = _LENGTH.match(value.strip().lower())
    return float(length[1]) * _PIXELS.get(length[2] or "px", 1) if length else 0.0
