"""What stands between two letters, in the quotation and in the source: whether it is the same but for typography."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, normalize

from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.matching.gap_foldings import alike, one_space

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Outcome: TypeAlias = Literal["same", "folded", "noted", "division", "word", "number"]

_WITHIN_WORD = frozenset('.·()[]"')
"""Signs that may stand within a word or an abbreviation."""
_RANGES = frozenset("-—–")
_SIGN = re.compile(r"(?:^|[\s(\[„“\"'=:<>≤≥~≈/])([-−–+±]|[.,])$")
_MEANT = re.compile(r"[<>=≠≤≥≈+×÷±∓√∞∪∩→←↑↓♂♀^]")
"""Signs that say something, as words do."""
_MARKUP = re.compile(r"</?[a-z][^<>]{0,80}>|\n[ \t]*>[> \t]*", re.IGNORECASE)
"""Tags, and the signs of a quoted block, which Markdown has at the beginnings of lines."""
_MINUTES = {"′": "′", "'": "′", "’": "′", "″": "″", '"': "″", "”": "″"}
"""Feet and inches, minutes and seconds, behind a number."""
_LEFT_OVER = re.compile(r"[-\u2010\u2011¬⸗][ \t]+")
"""A hyphen of a line's end, as it stays in a quotation whose lines were joined."""


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
    return _judged(quoted, printed, "".join(map(_kind, around)), groups)


def _kind(letter: str) -> str:
    """Return d for a digit, u for the sign of a unit, c for a sign of CJK, a for the letters of alphabets."""
    if letter.isdecimal():
        return "d"
    if letter in "%‰" or category(letter) == "Sc":
        return "u"
    return "c" if is_dense(letter) else "a"


@lru_cache(maxsize=16384)
def _judged(quoted: str, printed: str, around: str, groups: str | None) -> Judged:
    if _meant(quoted, around) != _meant(printed, around):
        return Judged("number" if {"d", "u"} & set(around) else "word")
    if around == "dd":
        outcome, name = _within_number(quoted, printed, groups)
        return Judged(outcome, (name,) if name else ())
    if "u" in around and not quoted.strip() and not printed.strip():
        return Judged("folded", ("white_space",))
    if _LEFT_OVER.fullmatch(quoted) and not printed:
        return Judged("folded", ("line_end_hyphens",))
    if _LEFT_OVER.fullmatch(printed) and not quoted:
        return Judged("division")  # "pre- and post-war": the hyphen stands for what follows
    return _worded(quoted, printed, around)


def _worded(quoted: str, printed: str, around: str) -> Judged:
    """Judge a gap where typography and punctuation may differ."""
    ours, theirs, names = alike(quoted, printed)
    if ours == theirs:
        return Judged("folded", names)
    outcome, name = _limits(ours, theirs)
    if "c" in around and (not ours.strip() or not theirs.strip()):
        outcome, name = ("noted", "punctuation") if (ours + theirs).strip() else ("folded", "white_space")
    foldings = tuple(dict.fromkeys((*names, name))) if name else ()
    return Judged(outcome, foldings, name if outcome == "noted" else "")


def _meant(gap: str, around: str) -> tuple[str, ...]:
    """Return the signs of a gap that say something: relations, a number's sign, its feet and minutes."""
    bare = _MARKUP.sub("", gap) if ">" in gap else gap
    found = tuple(_MEANT.findall(bare))
    if (around[1] in "du" and around[0] != "d") or (around == "dd" and len(gap) > 1):
        found += (_sign(gap, around[0]),)
    if around[0] == "d":
        found += (_MINUTES.get(gap[:1], ""),)
    return found


def _sign(gap: str, before: str) -> str:
    """Return the sign or point that belongs to the number behind a gap, empty for none."""
    found = _SIGN.search(gap)
    if not found or (found.start(1) == 0 and before == "a" and found.group(1) in "-–.,"):
        return ""  # "COVID-19", "1914–18": it stands between words
    return "-" if found.group(1) in "-−–" else found.group(1)


def _within_number(quoted: str, printed: str, groups: str | None) -> tuple[Outcome, str]:
    """Judge a gap between two digits: white space, the dash of a range and the marks of thousands may differ."""
    ours, theirs = (normalize("NFKC", one_space(gap)) for gap in (quoted, printed))
    if ours == theirs:
        return "folded", "white_space"
    if ours.strip() in _RANGES and theirs.strip() in _RANGES:
        return "folded", "dashes"
    grouping = groups is not None and all(len(gap) < 2 and gap in groups for gap in (ours, theirs))  # noqa: PLR2004 - one sign or none
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
