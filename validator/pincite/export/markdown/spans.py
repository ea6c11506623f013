"""Stretches of a text: its paragraphs, and stretches that touch as one."""

from __future__ import annotations

import re

_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Return where the paragraphs stand: between blank lines, or, where there are none, each line."""
    spans: list[tuple[int, int]] = []
    gap = _GAP if _GAP.search(text.strip()) else re.compile(r"\n")
    at = 0
    for match in [*gap.finditer(text), None]:
        end = match.start() if match else len(text)
        words = text[at:end]
        if words.strip():
            left = len(words) - len(words.lstrip())
            spans.append((at + left, at + len(words.rstrip())))
        at = match.end() if match else end
    return spans


def united(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that touch as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
