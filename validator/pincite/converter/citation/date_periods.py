"""Centuries, and decades in words, which are dates only where nothing but punctuation stands around them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.date_forms import Atom, forms_in, suffix
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.lexicon import Lexicon


def atoms(text: str, lexicon: Lexicon) -> list[Atom]:
    """Return the single dates printed in *text*, periods among them, in order; none overlaps another."""
    found = forms_in(text, lexicon)
    periods = list(_periods(text, lexicon)) if _may_have_periods(text, lexicon) else []
    if not periods:
        return found
    kept: list[Atom] = []
    for atom in sorted([*found, *periods], key=lambda one: one.start):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
        elif kept[-1].bounded:
            kept[-1] = atom
    return kept


def _periods(text: str, lexicon: Lexicon) -> Iterator[Atom]:
    """Yield the centuries, and the decades in words: "19th century", "siglo XIX", "eighteen-forties"."""
    for match in _period_pattern(lexicon).finditer(text):
        if match["spelled"]:
            century = lexicon.spelled_centuries[match["spelled"].lower()]
            value = f"{century}{lexicon.spelled_decades[match['tens'].lower()]}X"
        else:
            number = _century(match, lexicon)
            if number is None:
                continue
            value = f"{number - 1:02}XX"
        yield Atom(match.start(), match.end(), value=value, bounded=True)


def _may_have_periods(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* holds a word of centuries or of decades in words, looked for plainly."""
    lowered = text.lower()
    return any(word in lowered for word in (*lexicon.words("centuries"), *lexicon.spelled_centuries))


def _century(match: re.Match[str], lexicon: Lexicon) -> int | None:
    word = match["ordinal"]
    if word:
        return lexicon.century_ordinals[word.lower()]
    printed = match["before"] or match["after"]
    if printed.isdecimal():
        return int(printed)
    return _ROMAN_CENTURIES.get(printed)


_ROMAN_CENTURIES = {
    name: number
    for number, name in enumerate(
        ("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI"), 11
    )
}


@lru_cache(maxsize=16)
def _period_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    century = any_of(lexicon.words("centuries"))
    number = r"(?:1[1-9]|2[01]|(?-i:[IVX]{2,5}))"
    spelled, tens = any_of(lexicon.spelled_centuries), any_of(lexicon.spelled_decades)
    ordinal = any_of(lexicon.century_ordinals)
    return re.compile(
        rf"(?<![\w/-])(?:(?P<spelled>{spelled})[\s-](?P<tens>{tens})"
        rf"|(?P<ordinal>{ordinal})(?:\s+|-){century}"
        rf"|(?P<after>{number}){suffix(lexicon)}(?:\s*|-){century}"
        rf"|{century}\s+(?P<before>{number})(?!\w))",
        re.IGNORECASE,
    )
