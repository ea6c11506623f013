"""Whether all that differs between a quotation and its source is what a scan's misreading does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.damage import Difference
from pincite.verifier.folding.letters import letters_in
from pincite.verifier.matching.standing import widened
from pincite.verifier.matching.words import similarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.damage import Damage
    from pincite.verifier.verdict import Alteration

_NEVER = frozenset({"order", "distance"})
_AROUND = 24
_SHORT = 4
"""Letters of the longest words of which misreading may leave nothing."""
_LIKE = 0.35


def only_misread(alterations: Sequence[Alteration], text: str, damage: Damage) -> bool:
    """Say whether every undeclared difference is the same words misread; true only where there is one."""
    undeclared = [one for one in alterations if not one.declared]
    # what is no misreading at a glance spares the text from being looked through
    return (
        bool(undeclared)
        and all(_may_be_misread(one, text) for one in undeclared)
        and damage.explains_together([_difference(one, text) for one in undeclared])
    )


def _may_be_misread(one: Alteration, text: str) -> bool:
    if one.kind in _NEVER or (not one.printed and one.span.end == 0):
        return False
    quoted, printed = letters_in(one.quoted), letters_in(_difference(one, text).printed)
    return max(len(quoted), len(printed)) <= _SHORT or similarity(quoted, printed) >= _LIKE


def _difference(one: Alteration, text: str) -> Difference:
    """Return a difference with what the source prints around it, and with the rest of the word where it is cut out of one."""
    start, end = one.span
    printed = one.printed
    if printed and len(letters_in(printed)) < len(letters_in(one.quoted)):
        whole = widened(text, one.span)
        if _likeness(one.quoted, text[whole.start : whole.end]) > _likeness(one.quoted, printed):
            start, end = whole
            printed = text[start:end]
    return Difference(one.quoted, printed, text[max(0, start - _AROUND) : start], text[end : end + _AROUND])


def _likeness(quoted: str, printed: str) -> float:
    return similarity(letters_in(quoted), letters_in(printed))
