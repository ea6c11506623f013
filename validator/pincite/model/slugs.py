"""Words that stand in ids."""

from __future__ import annotations

import re
import unicodedata

LONGEST_SLUG = 48
"""Characters of an id that is made of words, before its number; the format allows 64 in all."""


def bare(text: str) -> str:
    """Return a text without the marks on its letters, and with the letters that its compatibility forms stand for."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def hyphenated(text: str) -> str:
    """Return the runs of ``a-z0-9`` in a text with single hyphens, cut at a word to a readable length; maybe nothing."""
    words = re.findall(r"[a-z0-9]+", text)
    found = ""
    for word in words:
        if len(found) + len(word) + 1 > LONGEST_SLUG:
            break
        found = f"{found}-{word}" if found else word
    return found or (words[0][:LONGEST_SLUG] if words else "")
