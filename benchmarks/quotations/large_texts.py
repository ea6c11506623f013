"""Large invented sources and quotations from them: as long as a shelf of books, and the texts that break searches."""

# ruff: noqa: SIM905 - as lists, one word a line, the words would fill a screen

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.words import ADJECTIVES, FAMILY_NAMES, NOUNS, PREPOSITIONS, VERBS, Dice

if TYPE_CHECKING:
    from collections.abc import Callable

_SMALL = "the of and to in a that it was he his not for with as had on at by which but is her they from all be".split()
_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w y z".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = ("", "", "", "n", "r", "l", "s", "ck", "nd", "st", "m", "t", "rk")
_ENDINGS = ("", "ed", "ing", "s", "ly", "er", "ness", "al")


class Asked(NamedTuple):
    """A quotation, and whether it stands in the text."""

    text: str
    stands: bool


def vocabulary(dice: Dice, size: int) -> list[str]:
    """Return that many words, the most frequent first: small ones, known ones, made-up ones."""
    known = [*_SMALL, *NOUNS, *VERBS, *ADJECTIVES, *PREPOSITIONS, *FAMILY_NAMES]
    words = dict.fromkeys(known)
    while len(words) < size:
        syllables = "".join(
            dice.pick(_ONSETS) + dice.pick(_VOWELS) + dice.pick(_CODAS) for _ in range(dice.between(1, 3))
        )
        words[syllables + dice.pick(_ENDINGS)] = None
    return list(words)[:size]


def novel(dice: Dice, length: int, words: int = 30_000) -> str:
    """Return prose of about that many characters, its words as frequent as words are (by Zipf's law)."""
    known = vocabulary(dice, words)
    heights = list(accumulate(1 / (rank + 3) for rank in range(len(known))))
    parts: list[str] = []
    written = 0
    while written < length:
        sentence = [
            known[bisect_left(heights, dice.share() * heights[-1])] for _ in range(dice.between(5, 26))
        ]
        if len(sentence) > 12:
            sentence[dice.between(3, 8)] += ","
        ending = ".\n\n" if dice.between(1, 6) == 1 else ".\n" if dice.between(1, 2) == 1 else ". "
        parts.append(" ".join(sentence).capitalize() + ending)
        written += len(parts[-1])
    return "".join(parts)[:length]


def poor(dice: Dice, length: int) -> str:
    """Return prose of three hundred words: every piece of it is much like many others."""
    return novel(dice, length, 300)


def periodic(dice: Dice, length: int) -> str:
    """Return one line, again and again."""
    line = novel(dice, 80, 300).replace("\n", " ").strip() + ". "
    return (line * (length // len(line) + 1))[:length]


def one_letter(dice: Dice, length: int) -> str:
    """Return one letter in words of one length, the same from the first to the last."""
    word = dice.pick("abc") * 7 + " "
    return (word * (length // len(word) + 1))[:length]


def unbroken(dice: Dice, length: int) -> str:
    """Return one letter without a space."""
    return dice.pick("abc") * length


TEXTS: dict[str, Callable[[Dice, int], str]] = {
    "novel": novel, "poor": poor, "periodic": periodic, "one letter": one_letter, "unbroken": unbroken,
}  # fmt: skip


def quotations(dice: Dice, text: str, number: int) -> list[Asked]:
    """Return quotations, every second of them wrong: a word changed or left out, halves exchanged, another text."""
    other = novel(Dice("another text"), 60_000, 2_000)
    return [_asked(dice, text, other, place) for place in range(number)]


def _asked(dice: Dice, text: str, other: str, place: int) -> Asked:
    start = dice.between(0, len(text) - 500)
    start = text.find(" ", start, start + 60) + 1 or start
    long = dice.between(90, 250)
    end = text.find(" ", start + long, start + long + 60)
    piece = " ".join(text[start : end if end > 0 else start + long].split())
    if place % 2 == 0:
        return Asked(piece, stands=True)
    words = piece.split(" ")
    middle = len(words) // 2
    # where all words are one, leaving one out or exchanging them makes no misquote
    kind = place // 2 % 4 if len(set(words)) > 2 else place // 2 % 2 * 3
    if len(words) == 1:
        words = [piece[:60], piece[60:], piece[:1]]
    if kind == 0:
        words[middle] = "quixotically"
    elif kind == 1:
        words[middle : middle + 1] = []
    elif kind == 2:
        words = [*words[middle:], "…", *words[:middle]]
    else:
        start = dice.between(0, len(other) - 300)
        words = other[start : start + 170].split()[1:-1]
    return Asked(" ".join(words), stands=False)
