"""What stands between two letters, in the quotation and in the source: whether it is the same but for typography."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.matching.gap_foldings import alike

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Outcome: TypeAlias = Literal["same", "folded", "noted", "division", "word", "number"]

_WITHIN_WORD = frozenset('.·()[]"')
"""Signs that may stand within a word or an abbreviation."""
_RANGES = frozenset("-—–")
_SIGN = re.compile(r"(?:^|[\s(\[„“\"'])([-−–+±]|[.,])$")


class Judged(NamedTuple):
    """What the difference of two gaps is, the foldings it takes, and which of these is to be mentioned."""

    outcome: Outcome
    foldings: tuple[str, ...] = ()
    note: str = ""


_SAME = Judged("same")


def judged(quoted: str, printed: str, around: tuple[str, str], *, groups: str | None) -> Judged:
    """Return what the difference of two gaps is, and the names of the foldings it takes.

    *around* are the letters before and behind, *groups* are the signs that may part thousands here, None where no three
    digits follow. ``folded``: typography alone. ``noted``: other punctuation, or a hyphen within a word: to be mentioned.
    ``division``: a word begins or ends elsewhere. ``word``, ``number``: another word or number.
    """
    if quoted == printed:
        return _SAME
    kinds = "".join("d" if one.isdecimal() else "c" if is_dense(one) else "a" for one in around)
    return _judged(quoted, printed, kinds, groups)


@lru_cache(maxsize=16384)
def _judged(quoted: str, printed: str, around: str, groups: str | None) -> Judged:
    if around[1] == "d" != around[0] and _sign(quoted, around[0]) != _sign(printed, around[0]):
        return Judged("number")
    ours, theirs, names = alike(quoted, printed)
    if ours == theirs:
        return Judged("folded", names)
    if around == "dd":
        outcome, name = _within_number(ours, theirs, groups)
    elif "c" in around and (not ours.strip() or not theirs.strip()):
        outcome, name = ("folded", "white_space") if not (ours + theirs).strip() else ("noted", "punctuation")
    else:
        outcome, name = _limits(ours, theirs)
    foldings = tuple(dict.fromkeys((*names, name))) if name else ()
    return Judged(outcome, foldings, name if outcome == "noted" else "")


def _sign(gap: str, before: str) -> str:
    """Return the sign or point that belongs to the number behind a gap, empty for none."""
    found = _SIGN.search(gap)
    if not found or (found.start(1) == 0 and before == "a" and found.group(1) in "-–.,"):
        return ""  # "COVID-19", "1914–18": it stands between words
    return "-" if found.group(1) in "-−–" else found.group(1)


def _within_number(quoted: str, printed: str, groups: str | None) -> tuple[Outcome, str]:
    """Judge a gap between two digits: only the marks of thousands may differ, and those of a range."""
    if quoted.strip() in _RANGES and printed.strip() in _RANGES:
        return "folded", "dashes"
    grouping = groups is not None and all(len(gap) < 2 and gap in groups for gap in (quoted, printed))  # noqa: PLR2004 - one sign or none
    return ("folded", "digit_groups") if grouping else ("number", "")


def _limits(quoted: str, printed: str) -> tuple[Outcome, str]:
    """Judge two gaps that differ by more than typography: are the limits of words the same."""
    if {quoted, printed} <= {"-", "", " "} and "-" in {quoted, printed}:
        return "noted", "hyphens"
    if not quoted or not printed:
        one = quoted or printed
        if one == "'":
            return "word", ""
        return ("noted", "punctuation") if one in _WITHIN_WORD else ("division", "")
    return "noted", "quotation_marks" if _bare(quoted) == _bare(printed) else "punctuation"


def _bare(gap: str) -> str:
    return " ".join(gap.replace("'", " ").split())
