"""What stands between two values of a YAML text: comments and empty lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

from pincite.yaml_style import BREAKS

_TOKEN = re.compile(f"#[^{BREAKS}]*|[{BREAKS}]|-")


class Comment(NamedTuple):
    """A comment with its column.

    ``beside``: it stands in the line of what ends before the gap or, ``behind_dash``, of the dash of an item. ``led``: an
    empty line stands above it.
    """

    text: str
    column: int
    beside: bool
    led: bool
    behind_dash: bool


class Gap(NamedTuple):
    """The comments of a gap, and whether an empty line stands at its end (if there is a dash, before that)."""

    comments: tuple[Comment, ...]
    led: bool


_NOTHING = Gap((), False)  # noqa: FBT003 - a constant of two
_EMPTY_LINE = Gap((), True)  # noqa: FBT003 - as above


def gap_between(text: str, start: int, end: int) -> Gap:
    """Return what stands between two offsets of a text."""
    between = text[start:end]
    if "#" not in between:
        if between.count("\n") < 1 or end - start < 2:  # noqa: PLR2004 - two line ends
            return _NOTHING
        above = between.partition("-")[0]
        return _EMPTY_LINE if above.count("\n") + _at_line_start(text, start) > 1 else _NOTHING
    found: list[Comment] = []
    broken = _at_line_start(text, start)
    ends = int(broken)
    line_start = text.rfind("\n", 0, start) + 1
    dash = led_at_dash = False
    for token in _TOKEN.finditer(between):
        char = token[0][0]
        at = start + token.start()
        if char == "#":
            found.append(Comment(token[0].rstrip(), at - line_start, not broken, ends > 1, dash))
            ends = 0
        elif char == "-":
            dash, led_at_dash, broken, ends = True, ends > 1, False, 0
        else:
            broken, ends, line_start = True, ends + 1, at + 1
    return Gap(tuple(found), led_at_dash if dash else ends > 1)


def own_lines(comments: Sequence[Comment], *, led: bool) -> list[str]:
    """Return comments as lines, with the empty ones above them and, *led*, below."""
    lines: list[str] = []
    for comment in comments:
        lines += ["", comment.text] if comment.led else [comment.text]
    return [*lines, ""] if led else lines


def _at_line_start(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"
