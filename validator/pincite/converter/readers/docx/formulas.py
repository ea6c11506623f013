"""Formulas on one line: fractions with a stroke, exponents and indices with ^ and _."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.readers.docx.markup import attribute, child, name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from pincite.converter.readers.docx.walk import Walk


def _part(before: str) -> Callable[[Walk, _Element, int], None]:
    """Return how a part is taken down: behind a sign, in parentheses where it is more than one word."""

    def take_down(walk: Walk, element: _Element, depth: int) -> None:
        if not len(element):
            return
        text = child(element, "m:r", "m:t")
        simple = len(element) == 1 and text is not None and (text.text or "").isalnum()
        walk.scribe.say(before if simple else f"{before}(")
        walk.inside(element, depth)
        walk.scribe.say("" if simple else ")")

    return take_down


def _delimited(walk: Walk, element: _Element, depth: int) -> None:
    """Take down what stands between delimiters, with them; parentheses are what is not said."""
    properties = child(element, "m:dPr")
    signs = []
    for name, usual in (("m:begChr", "("), ("m:sepChr", "|"), ("m:endChr", ")")):
        said = attribute(child(properties, name), "m:val")
        signs.append(usual if said is None else said)
    walk.scribe.say(signs[0])
    first = True
    for one in element:
        if name_of(one) == "m:e":
            walk.scribe.say("" if first else signs[1])
            first = False
            walk.element(one, depth + 1)
    walk.scribe.say(signs[2])


def _with_operator(walk: Walk, element: _Element, depth: int) -> None:
    """Take down a sum, a product or (where nothing is said) an integral."""
    said = attribute(child(element, "m:naryPr", "m:chr"), "m:val")
    walk.scribe.say("∫" if said is None else said)
    walk.inside(element, depth)


def _root(walk: Walk, element: _Element, depth: int) -> None:
    walk.scribe.say("√")
    for one in element:
        if name_of(one) == "m:e":
            _part("")(walk, one, depth + 1)
        else:
            walk.element(one, depth + 1)


HANDLERS: dict[str, Callable[[Walk, _Element, int], None]] = {
    "m:num": _part(""),
    "m:den": _part("/"),
    "m:sup": _part("^"),
    "m:sub": _part("_"),
    "m:d": _delimited,
    "m:nary": _with_operator,
    "m:rad": _root,
}
"""How elements are taken down, by their names."""
