"""What the reading of a scan takes for what, and the commonest words of each language: data files, read when asked for."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import NamedTuple, cast

from pincite.reading.yaml_syntax import YamlText

_FOLDER = Path(__file__).parent


class Confusions(NamedTuple):
    """Pairs of what is printed and what is read, in lower case and each in both directions.

    ``pairs`` are those of alphabets, a member being up to three letters; ``ideographs`` those of Chinese signs, and
    ``exchanged`` such as writers rather than scanners put for each other, which are not among them.
    ``begun``: the first letters of those pairs of which a member is several letters. ``holes`` are the groups of letters that a font may hold as one glyph, so that they are lost together.
    """

    pairs: frozenset[tuple[str, str]]
    ideographs: frozenset[tuple[str, str]]
    holes: tuple[str, ...]
    begun: frozenset[tuple[str, str]]
    exchanged: frozenset[tuple[str, str]]


@cache
def confusions() -> Confusions:
    """Return what is taken for what."""
    data = _data("confusions.yaml")
    exchanged = _pairs_of_signs(data.pop("exchanged"))
    ideographs = _pairs_of_signs(data.pop("han")) - exchanged
    holes = tuple(data.pop("holes").split())
    pairs = {
        pair
        for script in data.values()
        for line in script.splitlines()
        for pair in permutations(line.split(), 2)
    }
    begun = {(one[0], other[0]) for one, other in pairs if len(one) + len(other) > len("ab")}
    return Confusions(frozenset(pairs), ideographs, holes, frozenset(begun), exchanged)


def _pairs_of_signs(groups: str) -> frozenset[tuple[str, str]]:
    return frozenset(pair for group in groups.split() for pair in permutations(group, 2))


@cache
def common_words() -> dict[str, dict[str, int]]:
    """Return the commonest words of each language, by the language's tag: each word with its rank from 1."""
    ranks: dict[str, dict[str, int]] = {}
    for language, words in _data("common_words.yaml").items():
        ranks[language] = {}
        for word in words.split():
            ranks[language].setdefault(word, len(ranks[language]) + 1)
    return ranks


@cache
def bare(letter: str) -> str:
    """Return a letter without its marks: e for é."""
    return "".join(one for one in unicodedata.normalize("NFD", letter) if not unicodedata.combining(one))


def _data(name: str) -> dict[str, str]:
    return cast("dict[str, str]", YamlText((_FOLDER / name).read_text("utf-8")).data)
