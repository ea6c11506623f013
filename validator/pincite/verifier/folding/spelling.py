"""How letters are spelt in a text: each with its accents, and what stands between it and the letter before."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from pincite.verifier.folding.letters import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_MARKS = 8
"""Accents and points of one letter that are looked at behind the last one of a text."""


class Spelling(NamedTuple):
    """Letters as written: ``raw[i]`` is a letter with its marks (empty for the later letters of a ligature).

    ``gaps[i]`` stands between letter i-1 and letter i, ``places[i]`` is its offset in the text.
    """

    raw: list[str]
    gaps: list[str]
    places: Sequence[int]


def spelling_of(text: str) -> Spelling:
    """Return how the letters of a short text are spelt."""
    places = [at for at, character in enumerate(text) for _ in folded(character)]
    return spelling_at(text, places)


def spelling_at(text: str, places: Sequence[int]) -> Spelling:
    """Return how the letters at some places of a text are spelt."""
    raw: list[str] = []
    gaps: list[str] = []
    gap = ""
    for number, place in enumerate(places):
        if number and place == places[number - 1]:
            raw.append("")
            gaps.append("")
            continue
        following = places[number + 1] if number + 1 < len(places) else place + 1 + _MOST_MARKS
        gaps.append(gap)
        if following == place + 1:
            raw.append(text[place])
            gap = ""
            continue
        end = _marks_end(text, place + 1, min(following, len(text)))
        raw.append(text[place:end])
        # of a ligature the next letter has the same place: what follows belongs behind the last of them
        gap = text[end:following] if following > place else _behind(text, places, number)
    return Spelling(raw, gaps, places)


def _behind(text: str, places: Sequence[int], number: int) -> str:
    """Return what stands behind the character that several letters from *number* on are spelt by."""
    place = places[number]
    following = next((other for other in places[number:] if other != place), None)
    return "" if following is None else text[_marks_end(text, place + 1, following) : following]


def end_of_letter(text: str, at: int) -> int:
    """Return the offset behind a letter and the accents and points written on it."""
    return _marks_end(text, at + 1, min(len(text), at + 1 + _MOST_MARKS))


def _marks_end(text: str, start: int, end: int) -> int:
    while start < end and is_mark(text[start]):
        start += 1
    return start


@lru_cache(maxsize=4096)
def is_mark(character: str) -> bool:
    """Say whether a character is written on the letter before it."""
    return category(character)[0] == "M"
