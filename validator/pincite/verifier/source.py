"""A stand-in until matching is there: a source's text with its white space folded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.copies.copy_text import Page

_WORD = re.compile(r"\S+")


class Source:
    """A text that quotations are held against."""

    def __init__(
        self,
        text: str,
        *,
        pages: Sequence[Page] = (),
        scanned: bool = False,
        language: str | None = None,
    ) -> None:
        self.text = text
        self.pages = tuple(pages)
        self.scanned = scanned
        self.language = language
        self.words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
