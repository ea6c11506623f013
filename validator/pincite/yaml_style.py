"""How YAML is laid out by all that write it: the converter's documents, formatted ones, and changes of either."""

from __future__ import annotations

import re

WIDTH = 110
"""The column from which on a text is folded at its next space, and a short object at its next comma."""
SMALL = 90
"""Code points of a short object that stands between brackets."""
MARKS = 4
"""What is counted in it for the marks around each value."""

BREAKS = "\n\x85\u2028\u2029"
"""What ends a line to YAML 1.1's readers, in a text whose line ends are line feeds."""
LITERAL = re.compile(
    "(?s:(?!(?:.*\n)? +\n*\\Z))[\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*"
)
"""What a literal block can hold: no controls, no separators that YAML takes for line breaks, no blanks as the last line."""
NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+")
"""A number to readers of JSON and of YAML 1.2 (Core Schema), though not always to PyYAML: ``0871``, ``1e3``."""
