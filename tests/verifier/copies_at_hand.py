"""Copies for tests: texts and pictures that stand in for files, so that no program that reads pictures is needed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.verifier.copies.copy_text import CopyFault, CopyText, WordBox

if TYPE_CHECKING:
    from collections.abc import Callable

LINE = 20
"""Code points of a line on a picture here: each is 10 pixels wide and 30 high."""


class Pictures:
    """Reads files called ``*.png`` as the words that a program has read off them; all others as they are."""

    def __init__(self, otherwise: Callable[..., CopyText | CopyFault]) -> None:
        self._otherwise = otherwise
        self.read: list[str] = []

    def __call__(self, path: str, **options: object) -> CopyText | CopyFault:
        self.read.append(Path(path).name)
        if not path.endswith(".png"):
            return self._otherwise(path, **options)
        text = Path(path).read_text("utf-8")
        if not text:
            return CopyFault("no_reader", "no program that reads pictures is installed", "install tesseract")
        words = tuple(
            WordBox(
                found.start(),
                found.end(),
                1,
                10 * (found.start() % LINE),
                30 * (found.start() // LINE),
                10 * (found.end() - found.start()),
                30,
            )
            for found in re.finditer(r"\S+", text)
        )
        return CopyText(text, "e" * 64, "image/png", "letters 1", words=words, scanned=True)
