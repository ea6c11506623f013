"""Places in a source, as a citation prints them: pages, leaves, acts, bars, times, headwords."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import counted_place, unquoted
from pincite.converter.languages import any_of, as_listed, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pincite.converter.lexicon import Lexicon

DASH = r"\s*[-‐‑–—―]\s*"
_ROMAN = r"(?:[ivxlcdm]+|[IVXLCDM]+)(?![^\W_])"
BARE = re.compile(rf"[0-9]{{1,4}}[a-z]?(?:{DASH}[0-9]{{1,4}}[a-z]?)?")
"""A number or a range of numbers without a word."""
_CLOCK = re.compile(rf"[0-9]{{1,2}}(?::[0-5][0-9]){{2}}(?:{DASH}[0-9]{{1,2}}(?::[0-5][0-9]){{2}})?")
_MINUTES = re.compile(rf"0[0-9]:[0-5][0-9](?:{DASH}[0-9]{{2}}:[0-5][0-9])?")
"""Minutes and seconds as no volume and page are printed: "02:15"."""


def read_place(part: str, lexicon: Lexicon) -> dict[str, str] | None:
    """Return the labels and values of *part* if it names places in a source and nothing else.

    Values are as printed, with plain hyphens and no blanks around them; a label named twice has both values.
    """
    text = part.strip()
    return next((found for reading in _READINGS if (found := reading(text, lexicon))), None)


def plain_dashes(value: str) -> str:
    """Return a value with plain hyphens for the dashes of its ranges."""
    return re.sub(DASH, "-", value.strip())


def _labelled(text: str, lexicon: Lexicon) -> dict[str, str] | None:
    """Read labels with their values, several behind one another: "p. 9 n. 4", "§ 12 Abs. 2"."""
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        one = _pattern(lexicon).match(text, at) or _as_printed(lexicon).match(text, at)
        if one is None:
            return found if found and text[at:] == "." else None
        word = as_listed(one["label"])
        if one.re is _pattern(lexicon):
            label, value = lexicon.locators[word], one["value"]
        else:
            label, value = lexicon.printed_places[word], one[0]
        value = plain_dashes(value)
        found[label] = f"{found[label]}, {value}" if label in found else value
        at = one.end()
        if at < len(text):
            joint = _joint(lexicon).match(text, at)
            at = joint.end() if joint is not None else at
    return found or None


def _counted(text: str, lexicon: Lexicon) -> dict[str, str] | None:
    """Read "II. Akt", "3rd movt.": a division with its number in front."""
    found = counted_place(lexicon).fullmatch(text)
    if found is None:
        return None
    word = as_listed(found["word"])
    label = lexicon.locators.get(word)
    return {label: found["number"]} if label in {"act", "scene"} else {"part": text}


def _in_brackets(text: str, lexicon: Lexicon) -> dict[str, str] | None:
    """Read "[p. 3]", a page that bears no number: the brackets stay."""
    if text[:1] != "[" or text[-1:] != "]":
        return None
    found = _labelled(text[1:-1], lexicon)
    return {label: f"[{value}]" for label, value in found.items()} if found else None


def _time(text: str, lexicon: Lexicon) -> dict[str, str] | None:
    fits = _CLOCK.fullmatch(text) or _MINUTES.fullmatch(text) or _span(lexicon).fullmatch(text)
    return {"timestamp": plain_dashes(text)} if fits else None


def _in_words(text: str, lexicon: Lexicon) -> dict[str, str] | None:
    """Read a place that has no number: "passim", "inside front cover"."""
    return {"page": text} if lexicon.is_one("page_words", text) else None


def _facing(text: str, lexicon: Lexicon) -> dict[str, str] | None:
    """Read "opposite p. 12": it is the place beside a page that has a number."""
    facing = lexicon.starts("facing", text)
    found = _labelled(text[facing.end() :].lstrip(), lexicon) if facing else None
    return {"page": text} if found and set(found) == {"page"} else None


def _headword(text: str, lexicon: Lexicon) -> dict[str, str] | None:
    """Read "s.v. “Fog-signal”"."""
    word = lexicon.starts("headword", text)
    value = unquoted(text[word.end() :].strip(" :"))[0] if word else ""
    return {"sub_verbo": value} if value else None


_READINGS: tuple[Callable[[str, Lexicon], dict[str, str] | None], ...] = (
    _labelled, _counted, _in_brackets, _time, _in_words, _facing, _headword,
)  # fmt: skip


def _one(lexicon: Lexicon) -> str:
    """Return a pattern for one page, leaf or section: "12", "xii", "12r", "7 об.", "38 NW", "A3", "4(2)", "[3]"."""
    return (
        rf"[\[(]?(?:[A-Za-z]?[0-9]\w*(?:\.\w+)*(?:\([0-9a-z]{{1,4}}\))*|{_ROMAN})[\])]?"
        rf"(?:\s?[rv][°º]|\s?{_labels(lexicon.words('leaf_sides'))}|\s(?-i:[NS][EW])\b)?"
    )


@lru_cache(maxsize=16)
def _span(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a time since the beginning: "12 min 40 s"."""
    hours, minutes, seconds = (
        rf"{_labels(lexicon.time_unit(unit))}\.?" for unit in ("hours", "minutes", "seconds")
    )
    return re.compile(
        rf"(?:[0-9]{{1,2}}\s?{hours}\s*)?[0-9]{{1,3}}\s?{minutes}(?:\s*[0-9]{{1,2}}\s?{seconds})?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    joint = any_of([",", *lexicon.words("conjunctions")])
    one = _one(lexicon)
    values = rf"{one}(?:(?:{DASH}|\s*/\s*){one})*"
    return re.compile(
        rf"(?P<label>{_labels(lexicon.locators)})"
        rf"\s*(?P<value>{values}(?:\s*{joint}\s*{values})*(?:,?\s*{any_of(lexicon.words('following'))})?)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _as_printed(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of places that keep their word: "sig. B2v", "plate 4"."""
    leaf = r"[A-Za-z]{0,3}[0-9]\w*"
    return re.compile(
        rf"(?P<label>{_labels(lexicon.printed_places)})\s*(?:{leaf}(?:{DASH}{leaf})?|{_ROMAN})", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,;]|{any_of(lexicon.words('conjunctions'))})?\s+(?=\S)")


def _labels(words: Iterable[str]) -> str:
    """Return the pattern of any of the words; its letters must not run on ("BArch" is no bar)."""
    listed = (
        spelled(word) + (r"(?![^\W\d_])" if word[-1:].isalpha() else "")
        for word in sorted(words, key=len, reverse=True)
    )
    return "(?:" + "|".join(listed) + ")"
