"""Image marks: ``(IMG)``, ``(IMG 3)``, ``(IMG{label})``, also in square brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"\(\s*IMG\s*(?:\{(?P<a>[^{}\n]*)\}|(?P<b>[\w .-]{1,20}))?\s*\)|\[\s*IMG\s*(?:\{(?P<c>[^{}\n]*)\}|(?P<d>[\w .-]{1,20}))?\s*\]",
)


@dataclass(frozen=True)
class ImageMark:
    """A mark from ``start`` to ``end`` in the article's text, with its label as printed, if it has one."""

    start: int
    end: int
    label: str | None


def image_marks(text: str, offset: int = 0) -> list[ImageMark]:
    """Return the image marks of *text*; *offset* is where it starts in the article."""
    return [
        ImageMark(
            offset + found.start(),
            offset + found.end(),
            next((group.strip() for group in found.groups() if group and group.strip()), None),
        )
        for found in _MARK.finditer(text)
    ]
