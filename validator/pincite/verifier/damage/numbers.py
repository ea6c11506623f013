"""What misreading may do to numbers: next to nothing, for a digit too many or another one is another fact."""

from __future__ import annotations

import re

_DIGIT = re.compile(r"\d")
_SIGNS = re.compile(r"[^\W_]|[.,:/%°$€£+\u2212-]")
_TAIL = re.compile(r"[.,:]+$")
_ORDINARY = re.compile(r"[A-Za-z]\d{1,2}|\d+[A-NP-Za-np-z]|\d{2,}\D{1,3}|\d+(?:st|nd|rd|th)")
"""Letters and digits together as people write them: A4, 38a, 12th."""
_COUNTED = re.compile(r"\d{2,}\D{1,3}|[A-Z]\d+")
"""The same where a word without digits is quoted: 11th, but not 0f."""
_ROMAN = re.compile(r"M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def number_kept(quoted: str, printed: str) -> bool:
    """Say whether the digits of two words allow that one is the other misread.

    A digit may have been read as a letter, or a letter as a digit, only where the printed word mixes the two as nobody
    does. Words without digits are kept, unless both are Roman numbers.
    """
    if _ROMAN.fullmatch(quoted) and _ROMAN.fullmatch(printed):
        return quoted == printed
    ours, theirs = _DIGIT.findall(quoted), _DIGIT.findall(printed)
    if not ours and not theirs:
        return True
    if ours and _signs(quoted) != _signs(printed):
        return False
    if ours == theirs:
        return True
    mixed = any(one.isalpha() for one in printed) and bool(theirs)
    return mixed and not (_ORDINARY if ours else _COUNTED).fullmatch(printed)


def _signs(word: str) -> list[str]:
    """Return the signs that belong to a number: a point that moves makes another one."""
    word = _TAIL.sub("", "".join(_SIGNS.findall(word)))
    return [one for one in word if not one.isalnum()]
