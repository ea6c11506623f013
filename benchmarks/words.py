"""Words, names and dice from which the benchmark articles are made.

Everything here was written for this benchmark, no outside text is used, so the data can be published under any licence.
"""

# ruff: noqa: SIM905 - as lists, one word a line, the words would fill four screens

from __future__ import annotations

import random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")

ADJECTIVES = (
    "early late narrow broad quiet northern southern coastal inland common private public written printed local foreign "
    "ordinary careful hasty costly modest faded sealed open broken steady distant former annual joint"
).split()
NOUNS = (
    "harbour ledger council mill bridge cargo clerk farm valley survey market orchard guild tariff ferry archive letter "
    "winter harvest school printer census railway canal quarry workshop parish garden record petition lantern map"
).split()
VERBS = (
    "recorded delayed replaced described joined divided supplied measured copied crossed opened closed followed carried "
    "preceded listed repaired counted defended praised ignored moved"
).split()
PREPOSITIONS = "near beyond before after behind under above during without against".split()
PLACES = "Álderholm Bréville Castermont Dunmarrow Eskvale Fenwich Grönhavn Halvora Istrand Jarrowmere Kelsund".split()
GIVEN_NAMES = "Agnes Bertil Clémence Dorota Edmund Frida Gaspard Hedwig Ivo Jonas Käthe Leopold Maren Nuno Odile".split()
FAMILY_NAMES = (
    "Abelin Brandvold Corrigan Dahlström Esterly Fairweather Göransson Hallowes Ingram Jessop Kettering Lindqvist "
    "Marchetti Norwood Osterhaus Pellerin Quennell Rosander Sandoval Thackray"
).split()
PUBLISHERS = (
    "Meridian Press",
    "Lantern House",
    "Northgate & Sons",
    "Saltmarsh Books",
    "The Quay Printing Company",
)


class Dice:
    """Repeatable choices for one article: the same seed gives the same choices on every Python version.

    Only ``random.random`` is promised to stay the same between Python versions, so every choice is made from it.
    """

    def __init__(self, seed: str) -> None:
        """Start from a seed text."""
        self._random = random.Random(seed).random

    def between(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + int(self._random() * (high - low + 1))

    def share(self) -> float:
        """Return a number from 0 to 1, without 1."""
        return self._random()

    def pick(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return items[self.between(0, len(items) - 1)]

    def hex_digits(self, length: int) -> str:
        """Return that many hexadecimal digits."""
        return "".join(self.pick("0123456789abcdef") for _ in range(length))


def phrase(dice: Dice) -> str:
    """Return a noun phrase such as ``the narrow bridge of Eskvale``."""
    place = f" of {dice.pick(PLACES)}" if dice.between(1, 6) == 1 else ""
    return f"the {dice.pick(ADJECTIVES)} {dice.pick(NOUNS)}{place}"


def clause(dice: Dice) -> str:
    """Return a clause of about ten words, without capital or full stop."""
    return (
        f"{phrase(dice)} {dice.pick(VERBS)} {phrase(dice)} {dice.pick(PREPOSITIONS)} the {dice.pick(NOUNS)}"
    )


def capitalised(text: str) -> str:
    """Return the text with its first letter as a capital and the rest untouched."""
    return text[:1].upper() + text[1:]


def headline(dice: Dice) -> str:
    """Return a title of about five words."""
    return capitalised(
        f"{dice.pick(ADJECTIVES)} {dice.pick(NOUNS)} and {dice.pick(NOUNS)} in {dice.pick(PLACES)}"
    )


def person(dice: Dice) -> dict[str, object]:
    """Return a person's name as the format writes it: literal, family, given."""
    given, family = dice.pick(GIVEN_NAMES), dice.pick(FAMILY_NAMES)
    return {"literal": f"{given} {family}", "family": family, "given": given}


def organization(name: str) -> dict[str, object]:
    """Return an organization's name as the format writes it."""
    return {"literal": name, "kind": "organization"}
