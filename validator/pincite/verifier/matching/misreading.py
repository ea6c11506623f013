"""Whether all that differs between a quotation and its source is what a scan's misreading does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.damage import Difference
from pincite.verifier.folding.letters import letters_in
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
        and all(_may_be_misread(one) for one in undeclared)
        and damage.explains_together([_difference(one, text) for one in undeclared])
    )


def _may_be_misread(one: Alteration) -> bool:
    if one.kind in _NEVER or (not one.printed and one.span.end == 0):
        return False
    quoted, printed = letters_in(one.quoted), letters_in(one.printed)
    return max(len(quoted), len(printed)) <= _SHORT or similarity(quoted, printed) >= _LIKE


def _difference(one: Alteration, text: str) -> Difference:
    before = text[max(0, one.span.start - _AROUND) : one.span.start]
    after = text[one.span.end : one.span.end + _AROUND]
    return Difference(one.quoted, one.printed, before, after)
