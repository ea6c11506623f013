"""Image marks: ``(IMG)``, ``(IMG 3)``, ``(IMG{label})``, ``(see scan)``, ``(fig. 4)``, also in square brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.lexicon import Lexicon

_OPENING, _CLOSING = re.compile(r"[(\[]"), re.compile(r"[)\]]")
_SEVERAL = re.compile(r"\w{1,4}(?:\s*,\s*\w{1,4})+")
"""Short labels with commas between: several pictures, where longer pieces are one label with a comma in it."""


@dataclass(frozen=True)
class ImageMark:
    """A mark from ``start`` to ``end`` in the article's text, with its label as printed, if it has one.

    A mark that names several pictures stands once for each of them.
    """

    start: int
    end: int
    label: str | None


def image_marks(text: str, lexicon: Lexicon, offset: int = 0) -> list[ImageMark]:
    """Return the image marks of *text*; *offset* is where it starts in the article."""
    if _OPENING.search(text) is None or _CLOSING.search(text) is None:
        return []
    return [
        ImageMark(offset + found.start(), offset + found.end(), label)
        for found in _pattern(lexicon).finditer(text)
        for label in _labels(found)
    ]


def closing_marks(text: str, lexicon: Lexicon) -> list[ImageMark]:
    """Return the image marks at the end of *text*, behind which only punctuation stands."""
    end = len(text)
    taken: list[ImageMark] = []
    for mark in reversed(image_marks(text, lexicon)):
        if text[mark.end : end].strip(PUNCTUATION):
            break
        taken.insert(0, mark)
        end = min(end, mark.start)
    return taken


PUNCTUATION = " \t\xa0.,;"
"""What may stand between the image marks behind a citation."""


def _labels(found: re.Match[str]) -> Iterator[str | None]:
    label = next((group.strip() for group in found.groups() if group and group.strip()), None)
    if label is not None and _SEVERAL.fullmatch(label):
        yield from (one.strip() for one in label.split(","))
    else:
        yield label


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    see = any_of(lexicon.words("see"))
    marks = f"(?i:(?:{see}[ ]+)?{any_of(lexicon.words('image_marks'))})"
    figures = f"(?i:{any_of(lexicon.words('figures'))})"
    # IMG may have any short label; a word of the language only a number or a letter, else it begins an aside
    inside = (
        r"\s*(?:IMG\s*(?:\{(?P<%(a)s>[^{}\n]*)\}|(?P<%(b)s>[\w .-]{1,20}|\s*\w{1,4}(?:\s*,\s*\w{1,4}){1,9}))?"
        rf"|{marks}(?:\s*\{{(?P<%(c)s>[^{{}}\n]*)\}}|\s(?P<%(d)s>[0-9]{{1,3}}[a-z]?|[A-Za-z]))?"
        rf"|(?i:{see}[ ]+)?(?P<%(e)s>{figures}\s?[0-9]{{1,3}}[a-z]?))\s*"
    )
    round_ = inside % {"a": "a", "b": "b", "c": "c", "d": "d", "e": "e"}
    square = inside % {"a": "k", "b": "l", "c": "m", "d": "n", "e": "o"}
    bare = rf"(?<=[)\]] )(?i:{see}[ ]+{any_of(lexicon.words('image_marks'))})(?=[ .]*(?:\n|\Z))"
    return re.compile(rf"\({round_}\)|\[{square}\]|{bare}")
