"""Runs of text: letters, blanks, breaks and signs, and the marks of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.readers.docx.markup import attribute, child, children, name_of, switch
from pincite.converter.readers.docx.notes import NoteKey
from pincite.converter.readers.docx.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from pincite.converter.readers.docx.walk import Walk

_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}


def _run(walk: Walk, element: _Element, depth: int) -> None:
    """Take down a run, nothing of it but its fields where it is hidden."""
    scribe, properties = walk.scribe, child(element, "w:rPr")
    hidden = switch(properties, "w:vanish")
    if hidden is None:
        style_id = attribute(child(properties, "w:rStyle"))
        hidden = walk.style_hides or (style_id is not None and walk.content.styles.hides(style_id))
    before, scribe.hidden = scribe.hidden, scribe.hidden or hidden
    scribe.language = attribute(child(properties, "w:lang"))
    own: tuple[int, NoteKey] | None = None
    for one in element:
        name = name_of(one)
        if name not in _NOTES:
            walk.element(one, depth + 1)
        elif scribe.taking:
            key = NoteKey(_NOTES[name], attribute(one, "w:id") or "")
            if attribute(one, "w:customMarkFollows") in {"1", "true", "on"}:
                own = (scribe.at, key)
            else:
                at = scribe.at
                scribe.say(walk.content.notes.mark(key))
                scribe.mark(at, key, own=False)
    if own:
        walk.content.notes.mention(own[1])
        scribe.mark(*own, own=True)
    scribe.hidden = before


def _text(walk: Walk, element: _Element, depth: int) -> None:  # noqa: ARG001 - as all handlers
    """Take down text; a line end in it is only how the file is written."""
    walk.scribe.say((element.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " "))


def _symbol(walk: Walk, element: _Element, depth: int) -> None:  # noqa: ARG001 - as all handlers
    walk.scribe.say(symbol(attribute(element, "w:font"), attribute(element, "w:char")))


def _ruby(walk: Walk, element: _Element, depth: int) -> None:
    """Take down characters, and in parentheses behind them how they are pronounced."""
    for one in children(element, "w:rubyBase"):
        walk.inside(one, depth + 1)
    for one in children(element, "w:rt"):
        walk.scribe.say("(")
        walk.inside(one, depth + 1)
        walk.scribe.say(")")


def _sign(sign: str) -> Callable[[Walk, _Element, int], None]:
    def say(walk: Walk, element: _Element, depth: int) -> None:  # noqa: ARG001 - as all handlers
        walk.scribe.say(sign)

    return say


HANDLERS: dict[str, Callable[[Walk, _Element, int], None]] = {
    "w:r": _run,
    "w:t": _text,
    "a:t": _text,
    "m:t": _text,
    "w:sym": _symbol,
    "w:ruby": _ruby,
    "w:tab": _sign("\t"),
    "w:ptab": _sign("\t"),
    "w:br": _sign("\n"),
    "w:cr": _sign("\n"),
    "a:br": _sign("\n"),
    "w:noBreakHyphen": _sign("\u2011"),
    "w:softHyphen": _sign("\u00ad"),
}
"""How elements are taken down, by their names."""
