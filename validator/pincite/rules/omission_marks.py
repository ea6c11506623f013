"""Omission marks in quotations: their forms, and where they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.format import Quotation

PRINTED = ("…", "...", ". . .")
"""Strings of which one stands in every text that has an omission mark."""
_MARK = re.compile(r"…|(?<!\.)\.{3,4}(?!\.)|(?<![. ])(?: ?\. \. \.(?: \.)?)(?! ?\.)")


class Omission(NamedTuple):
    """An omission mark: its offsets, and its form as one of ``PRINTED``."""

    start: int
    end: int
    form: str


def omissions(text: str) -> Iterator[Omission]:
    """Yield the omission marks of a text; brackets and a full stop beside one do not belong to it."""
    if "..." not in text and ". ." not in text:  # the quick way for the usual form
        at = text.find("…")
        while at >= 0:
            yield Omission(at, at + 1, "…")
            at = text.find("…", at + 1)
    else:
        for one in _MARK.finditer(text):
            bare = one[0].strip()
            start = one.start() + len(one[0]) - len(one[0].lstrip())
            yield Omission(start, one.end(), "…" if bare == "…" else ". . ." if " " in bare else "...")


@lru_cache(maxsize=1)
def omitting(document: Document) -> list[tuple[str, Quotation]]:
    """Return the quotations that may have an omission mark; kept for the document, because several rules ask."""
    printed = document.printed("quotations")
    if "..." in printed or ". ." in printed:
        return [pair for pair in document.quotations if may_omit(pair[1])]
    return [pair for pair in document.quotations if "…" in pair[1]["text"]] if "…" in printed else []


def may_omit(quotation: Quotation) -> bool:
    """Return whether a quotation's text has anything like an omission mark."""
    text = quotation["text"]
    return "…" in text or "..." in text or ". . ." in text
