"""Texts damaged as the reading of a scan damages them, with the place of every letter kept.

There are three noises, in ``noises.yaml``: ``TUNING`` for choosing the judge's figures and ``FINAL`` for measuring them, of
different confusions and proportions and neither taken from the judge's own table; and ``ALIKE``, which misreads letters for
others that look like them and does nothing else.
"""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from benchmarks.printing import Printer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.printing import Printed
    from benchmarks.words import Dice


class Noise(NamedTuple):
    """One model: letters and what they are read as; shares of misreadings by kind.

    ``swaps``: one or two printed letters to what is read; ``shares`` of swap, other, lost, invented, space lost, space
    invented, speck. ``together``: how often two letters that may be taken for one are. ``only_known``: letters without a
    swap are never struck, and the others so much the more.
    """

    swaps: Mapping[str, Sequence[str]]
    shares: Mapping[str, float]
    together: float
    only_known: bool

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Noise:
        """Return a noise from the data file."""
        rows = [one.split(">") for listed in data["swaps"].values() for one in listed.split()]
        swaps = {printed: read.split("|") for printed, read in rows}
        return cls(swaps, data["shares"], data["together"], data["only_known"])


_NOISES = yaml.safe_load(Path(__file__).with_name("noises.yaml").read_text("utf-8"))
TUNING, FINAL, ALIKE = (Noise.of(_NOISES[name]) for name in ("tuning", "final", "alike"))
_IDEOGRAPHS = "\u2e80"
_SPECKS = ".,'`-^~:;*·|\\"
_WORD = 12
"""Letters within which a space is near."""


def damage(text: str, noise: Noise, rate: float, dice: Dice) -> Printed:
    """Return a text of whose letters the share *rate* is misread."""
    letters = sorted({letter for letter in text[:50_000].lower() if letter.isalpha()})
    struck = noise.swaps.__contains__ if noise.only_known else str.isalpha
    if noise.only_known:
        rate *= sum(map(str.isalpha, text)) / max(sum(map(struck, text)), 1)
    printer = Printer()
    index = 0
    while index < len(text):
        if not struck(text[index]) or dice.share() >= rate:
            printer.keep(text[index])
            index += 1
            continue
        kind = _kind(noise, text[index], dice)
        pair = text[index : index + 2]
        if kind == "space lost":
            index += _without_space(text, index, printer)
        elif kind == "swap" and pair in noise.swaps and dice.share() < noise.together:
            printer.keep_joined(dice.pick(noise.swaps[pair]), 2)
            index += 2
        else:
            printer.keep(_misread(kind, text[index], noise, dice, letters))
            index += 1
    return printer.printed()


def _kind(noise: Noise, letter: str, dice: Dice) -> str:
    limits = list(accumulate(noise.shares.values()))
    drawn = dice.share() * limits[-1]
    kind = next(one for one, limit in zip(noise.shares, limits, strict=True) if drawn < limit)
    # a sign as wide as all others is not overlooked
    return "swap" if letter >= _IDEOGRAPHS and kind in {"lost", "invented"} else kind


def _without_space(text: str, index: int, printer: Printer) -> int:
    """Print what stands before the next space, if there is one near, but not the space; return how much was printed."""
    space = text.find(" ", index, index + _WORD)
    for letter in text[index : space if space >= 0 else index + 1]:
        printer.keep(letter)
    if space < 0:
        return 1
    printer.keep("")
    return space + 1 - index


def _misread(kind: str, letter: str, noise: Noise, dice: Dice, letters: Sequence[str]) -> str:
    if kind == "lost":
        return ""
    if kind == "invented":
        return letter + dice.pick(letters)
    if kind == "space invented":
        return letter + " "
    if kind == "speck":
        return letter + dice.pick(_SPECKS)
    swaps = noise.swaps.get(letter) or noise.swaps.get(letter.lower())
    return dice.pick(swaps if kind == "swap" and swaps else letters)
