"""Hyphens at line ends: the signs that stand there, and words without them."""

from __future__ import annotations

import re

JOINING = "-\u2010\u2011\u00ad¬⸗"
"""Hyphens that join what stands on both sides of them, for a class of a regular expression."""
HYPHENS = f"{JOINING}="
"""Signs that divide words at the ends of lines, for such a class."""
DIVISION = rf"[{HYPHENS}][ \t]*[\n\r\f]\s*"
"""A hyphen with the line end behind it, as a pattern."""
_DIVIDED = re.compile(DIVISION)


def joined(words: str) -> str:
    """Return words without the hyphens that divide them at line ends."""
    return _DIVIDED.sub("", words)
