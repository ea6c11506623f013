"""Scripts in which a sign is a syllable or a word, and words have no written limits; and marks written on letters."""

from __future__ import annotations

import re

DENSE = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Ideographs, kana and bopomofo, for a class of a regular expression (Unicode 15, Blocks.txt)."""
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u0900-\u0903\u093a-\u094f\u0951-\u0957\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0"
)
"""Accents and points, which the class of words of regular expressions lacks, for a class of its own."""
_DENSE = re.compile(f"[{DENSE}]")
_FIRST = "\u2e80"


def is_dense(character: str) -> bool:
    """Say whether one character stands for as much as several letters; false for none."""
    return character >= _FIRST and _DENSE.match(character) is not None
