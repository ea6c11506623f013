"""Words that point to a source and are none: "see", "qtd. in", "ibid." where something stands in the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon


def is_signpost(part: str, lexicon: Lexicon) -> bool:
    """Return whether a part of a citation is nothing but such a word, its full stop or not."""
    bare = part.strip(" .")
    pattern = _signpost(lexicon)
    return pattern.fullmatch(bare) is not None or pattern.fullmatch(f"{bare}.") is not None


def without_quoted_in(raw: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """Return a citation without the "quoted in" that it begins with, and those words."""
    inner = raw.lstrip("([ ")
    found = _quoted_in(lexicon).match(inner)
    if found is None:
        return raw, None
    return raw[: len(raw) - len(inner)] + inner[found.end() :], found["words"]


@lru_cache(maxsize=16)
def _signpost(lexicon: Lexicon) -> re.Pattern[str]:
    before = any_of([*lexicon.words("container"), *_quoting(lexicon)])
    words = any_of([*lexicon.words("same_source"), *lexicon.words("see"), *_quoting(lexicon)])
    return re.compile(rf"(?:{before}\s?:?\s)?{words}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _quoted_in(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?P<words>{any_of(_quoting(lexicon))})\s*:?\s+(?=\S)", re.IGNORECASE)


def _quoting(lexicon: Lexicon) -> list[str]:
    return [word for word, relation in lexicon.relations.items() if relation == "quoted_in"]
