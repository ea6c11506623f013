"""A day should follow, but only a month and a year do.

## Why

"On May 1871, …" was meant to name a day, or means "In May 1871". German "Am Mai 1871", Spanish "El mayo de 1871," and
French "Le mai 1871," are the same slip. Looked at are beginnings of sentences and words that a date follows ("published on"),
never quotations; where the words may speak *about* that month, nothing is said.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "On May 1871, the clock stopped."}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "In May 1871, the clock stopped. On May 3, 1871, it went again. On May 1871: a study."}
```
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.phrases import phrases
from pincite.rules.printed_dates import month_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN216", "day-missing", "warning", "A day should follow, but only a month and a year do.", needs="text"
)

_NESTED = 8
"""How many quotations that begin before a place are looked at: one may stand inside another."""
_SHORT = 3
_YEAR = re.compile(r" [12][0-9]{3}(?<=[^\d,;)] [0-9]{4})(?![\w-])")
_ROOM = 20
"""How long a verb is at most."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each word for a day that a month and a year follow."""
    text = document.text or ""
    if not any(_is_worth_a_look(text, year.start()) for year in _YEAR.finditer(text)):
        return
    for start, found in _places(document, text):
        span = Span(start, found.end())
        if found["month"].lower() not in month_numbers(document) or _is_quoted(document, span):
            continue
        yield document.finding(
            RULE,
            "/article/text",
            f"'{text[start : found.end()]}' should name a day, but has only a month and a year",
            hint="name the day, or write that it was in the course of that month",
            span=span,
        )


def _is_worth_a_look(text: str, at: int) -> bool:
    """Return whether two words before the year at *at* a short one stands: only then a language pack is loaded."""
    words = text[max(0, at - _ROOM) : at].split()
    if words[-1:] == ["de"]:
        words.pop()
    return len(words) > 1 and len(words[-2]) <= _SHORT and words[-2].isalpha()


def _places(document: Document, text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where a word for a day begins and the month and year behind it."""
    verbs = frozenset(phrases(document, "day_verbs"))
    for word in phrases(document, "day_words"):
        for found in _pattern(f"{word.capitalize()} ").finditer(text):
            before = text[max(0, found.start() - 2) : found.start()].rstrip(" \u00a0")
            if (not before or before[-1] in "\n.!?…") and text[found.end() : found.end() + 1] == ",":
                yield found.start(), found
        for found in _pattern(f" {word} ").finditer(text):
            if (
                text[max(0, found.start() - _ROOM) : found.start()].rsplit(" ", maxsplit=1)[-1].lower()
                in verbs
            ):
                yield found.start() + 1, found


@lru_cache(maxsize=16)
def _pattern(words: str) -> re.Pattern[str]:
    # begins with plain letters, which a search jumps to
    return re.compile(words + r"(?P<month>[^\W\d_]{3,10})\.?(?: de)? [0-9]{4}(?![\w-])")


@lru_cache(maxsize=1)
def _quoted(document: Document) -> list[tuple[int, int]]:
    """Return where the quotations stand in the text, in its order; kept for the document under judgement."""
    anchoring = document.anchoring
    if anchoring is None:
        return []
    places = (anchoring.resolve(one.get("anchor", {}), one["text"]).span for _, one in document.quotations)
    return sorted((place.start, place.end) for place in places if place)


def _is_quoted(document: Document, span: Span) -> bool:
    """Return whether *span* lies in a quotation; one inside another counts as that."""
    quoted = _quoted(document)
    at = bisect_right(quoted, (span.start, len(document.text or "")))
    return any(end >= span.end for _, end in quoted[max(0, at - _NESTED) : at])
