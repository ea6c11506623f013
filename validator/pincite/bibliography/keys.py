"""Ids of sources from the keys and titles of a bibliography."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.slugs import bare, hyphenated

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 64
"""Characters of an id, by the format's schema."""
_CUT = 400
"""Characters of a key or title that are looked at; what is further behind would be cut off anyway."""
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CYRILLIC = "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya і i ї yi є ye ґ g"
_LATIN = "ß ss æ ae ø o ł l đ d œ oe þ th ð d ı i"
_WORDS = f"{_CYRILLIC} {_LATIN}".split()
_LETTERS = str.maketrans(dict(zip(_WORDS[::2], _WORDS[1::2], strict=True)) | dict.fromkeys("ъь'’ʼ"))
"""Letters that do not decompose into a Latin one with marks, and what stands for them; signs that nothing stands for."""


class Ids:
    """The ids of one bibliography.

    Keys that are ids already keep theirs, wherever they stand in the file; so they are given at the start.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._taken = {key for key in keys if is_id(key)}
        self._next: dict[str, int] = {}
        """Stem to the number that its next id is tried with."""

    def new(self, text: str, fallback: str = "source") -> str:
        """Return a new id made of a key or title; of *fallback* where that has neither a letter nor a digit of ours."""
        stem = slug(text)
        if not stem[:1].isalpha():
            stem = f"{fallback}-{stem}".strip("-")
        name, number = stem, self._next.get(stem, 2)
        while name in self._taken:
            end = f"-{number}"
            name, number = stem[: LONGEST - len(end)].rstrip("-") + end, number + 1
        self._next[stem] = number
        self._taken.add(name)
        return name


def is_id(key: str) -> bool:
    """Return whether a key is an id of the format."""
    return len(key) <= LONGEST and _ID.fullmatch(key) is not None


def slug(text: str) -> str:
    """Return lower-case ASCII letters and digits with single hyphens, cut at a word to a readable length; maybe nothing."""
    small = text[:_CUT].lower().translate(_LETTERS)
    return hyphenated(bare(small).translate(_LETTERS))
