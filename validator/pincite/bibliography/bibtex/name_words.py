"""The names of a list, and the words of a name, outside of braces."""

from __future__ import annotations

import re

_DIVIDING = re.compile(r"\\.|[{}]|,| and(?= )", re.DOTALL | re.IGNORECASE)
_SPACING = re.compile(r"\\.|[{}]|[ ~]+", re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n]+")


def pieces(value: str, *, is_and: bool) -> list[str]:
    """Return what is between the ``and``s of a list of names, or between the commas of one."""
    value = _SPACE.sub(" ", value)
    found, depth, start = [], 0, 0
    for mark in _DIVIDING.finditer(value):
        depth = _deeper(depth, mark[0])
        is_dividing = mark[0][0] == " " if is_and else mark[0] == ","
        if depth == 0 and is_dividing:
            found.append(value[start : mark.start()].strip())
            start = mark.end()
    return [*found, value[start:].strip()]


def words(value: str) -> list[str]:
    """Return the words of a part of a name; what is in braces belongs to one word."""
    found, depth, start = [], 0, 0
    for mark in _SPACING.finditer(value):
        depth = _deeper(depth, mark[0])
        if depth == 0 and mark[0][0] in " ~":
            found.append(value[start : mark.start()])
            start = mark.end()
    return [one for one in [*found, value[start:]] if one]


def _deeper(depth: int, mark: str) -> int:
    """Return the depth of braces behind a mark; one that closes nothing is passed over."""
    if mark == "{":
        return depth + 1
    return max(0, depth - 1) if mark == "}" else depth
