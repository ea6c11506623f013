"""What the makers of cases know of each language: its negations, numbers, names, and words of their own to put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CHINESE = r"\u4e00-\u9fff"
POINTS = r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u034f"
"""Hebrew vowel points and accents: marks on letters."""
HEBREW_WORD = rf"[\u05d0-\u05ea][\u05d0-\u05ea{POINTS}]*"


@dataclass(frozen=True)
class Language:
    """One language's words, all invented or common, as ``languages.yaml`` lists them.

    ``negation`` finds what must go for a sentence to lose its "not", ``affirmed`` is what it is replaced by;
    ``hidden`` finds a negation whole, for an ellipsis to hide. ``not_after`` ends with the word that
    ``not_word`` may be put behind. ``names`` are those that no capital letter shows. ``swaps`` are words of one
    kind, for scripts without spaces. ``sentences`` are added to quotations, ``remarks`` are put in brackets.
    """

    code: str
    negation: re.Pattern[str]
    affirmed: str
    hidden: re.Pattern[str]
    not_word: str
    not_after: re.Pattern[str]
    numbers: tuple[str, ...]
    months: tuple[str, ...]
    remarks: tuple[str, ...]
    people: tuple[str, ...]
    sentences: tuple[str, ...]
    head: tuple[str, str]
    names: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    spaced: bool = True
    cased: bool = True


def _language(code: str, data: dict[str, Any]) -> Language:
    """Return a language from the data file: patterns, words in a row, words in pairs, and phrases one by one."""
    for name in ("negation", "hidden", "not_after"):
        data[name] = re.compile(data[name].replace("CHINESE", CHINESE).replace("POINTS", POINTS))
    for name in ("numbers", "months", "names"):
        data[name] = tuple(data.get(name, "").split())
    for name in ("swaps", "twins"):
        data[name] = tuple(tuple(one.split("/")) for one in data.get(name, "").split())
    for name in ("remarks", "people", "sentences", "head"):
        data[name] = tuple(data[name])
    return Language(code, **data)


_DATA = yaml.safe_load(Path(__file__).with_name("languages.yaml").read_text("utf-8"))
LANGUAGES = {code: _language(code, data) for code, data in _DATA.items()}


def bare(word: str) -> str:
    """Return a word's letters without points, accents and case; Russian prints one letter for е and ё as it likes."""
    return re.sub(f"[{POINTS}]", "", word).casefold().replace("ё", "е")
