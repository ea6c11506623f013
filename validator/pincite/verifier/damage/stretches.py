"""The words of two stretches that are held against each other, and where two words differ."""

from __future__ import annotations

import re

from pincite.verifier.extra import Levenshtein

_EDGES = re.compile(r"^(?:(?![-+\u2212]\d)[\W_])+|(?:(?![%\u2030°])[\W_])+$")
"""Signs around a word; what makes another number is none."""
LETTERLIKE = re.compile(r"^(?:(?![!|($€@])[\W_])+|(?:(?![!|($€@])[\W_])+$")
"""The same, but for signs that a letter may have been read as: !a for la."""
LINE_END = re.compile(r"(?<=\w)[-\u00ac]\s*\n\s*(?=\w)")
_CHANGED = 2
_CHANGED_OF = 3
"""Letters that may differ: so many, and one of so many."""
_HEBREW = re.compile("[\u05d0-\u05ea]{2}")
_PREFIXES = "והבכלמש"
_SUFFIXES = "היותםןךנכ"


def words_of(stretch: str, around: re.Pattern[str] = _EDGES) -> list[str]:
    """Return the words of a stretch of text without the signs around them; what is signs alone is none."""
    stretch = LINE_END.sub("", stretch)
    return [word for word in (around.sub("", token) for token in stretch.split()) if word]


def far(quoted: str, printed: str) -> bool:
    """Say whether so many letters differ that no misreading is thought of."""
    most = _CHANGED + len(quoted) // _CHANGED_OF
    return Levenshtein.distance(quoted, printed, score_cutoff=most) > most


def differs_first(quoted: str, printed: str) -> bool:
    """Say whether two words begin otherwise; in Hebrew, with what is set before words."""
    one, other = quoted[0], printed[0]
    return one != other and (not _HEBREW.match(one + other) or one in _PREFIXES or other in _PREFIXES)


def differs_last(quoted: str, printed: str) -> bool:
    """Say whether two words are alike but for the last letter of one; in Hebrew, where both ends are endings."""
    alike = min(len(quoted), len(printed)) - 1
    if quoted[:alike] != printed[:alike]:
        return False
    ends = quoted[-1] + printed[-1]
    return not _HEBREW.match(ends) or all(one in _SUFFIXES for one in ends)
