"""Hyphens at line ends: the signs that stand there, and words without them."""

from __future__ import annotations

import re

HYPHENS = "-\u2010\u2011\u00ad¬⸗="
"""Signs that divide words at the ends of lines, for a class of a regular expression."""
DIVISION = rf"[{HYPHENS}][ \t]*[\n\r\f]\s*"
"""A hyphen with the line end behind it, as a pattern."""
_DIVIDED = re.compile(DIVISION)


def joined(words: str) -> str:
    """Return words without the hyphens that divide them at line ends."""
    return _DIVIDED.sub("", words)
