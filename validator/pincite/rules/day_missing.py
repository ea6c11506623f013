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

_JOINT = r"[ \u00a0]+"


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each word for a day that a month and a year follow."""
    text = document.text or ""
    words = phrases(document, "day_words")
    verbs, months = frozenset(phrases(document, "day_verbs")), month_numbers(document)
    for word in words:
        for found in _pattern(word).finditer(text):
            if found["month"].lower() not in months or not _asks_for_a_day(text, found, verbs):
                continue
            span = Span(found.start(), found.end())
            if _is_quoted(document, span):
                continue
            yield document.finding(
                RULE,
                "/article/text",
                f"a day should follow '{found['word']}', but '{found['rest']}' has none",
                hint="name the day, or write that it was in the course of that month",
                span=span,
            )


@lru_cache(maxsize=16)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<word>(?:{word.capitalize()}|{word})){_JOINT}(?P<rest>(?P<month>[^\W\d_]{{3,10}})\.?(?:{_JOINT}de)?{_JOINT}[0-9]{{4}})(?![\w-])"
    )


def _asks_for_a_day(text: str, found: re.Match[str], verbs: frozenset[str]) -> bool:
    before = text[max(0, found.start() - 40) : found.start()]
    if found["word"][0].isupper():
        begins = not before.strip() or before.rstrip(" \u00a0")[-1] in "\n.!?…"
        return begins and text[found.end() : found.end() + 1] == ","
    last = before.split()[-1:]
    return before[-1:] in {" ", "\n", "\u00a0"} and bool(last) and last[0].lower() in verbs


def _is_quoted(document: Document, span: Span) -> bool:
    anchoring = document.anchoring
    if anchoring is None:
        return False
    places = (anchoring.resolve(one.get("anchor", {}), one["text"]).span for _, one in document.quotations)
    return any(place and place.start <= span.start < place.end for place in places)
