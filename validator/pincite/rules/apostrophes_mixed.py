"""One article has straight and curly apostrophes.

## Why

A straight apostrophe among curly ones shows where text was pasted or retyped. The rarer form is told once, at its
first place. Only apostrophes within a word are counted, for elsewhere the mark may be a quotation mark, feet or a
letter of another alphabet.

In an article's own file, a safe fix gives the rarer ones the other form, where all of them stand in the author's own prose: those of a
quotation or a title are not the author's to change.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "The clock’s hand and the bell’s rope and the keeper's coat."}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "The clock’s hand and the bell’s rope and the keeper’s coat."}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.own_prose import own_prose
from pincite.rules.own_typography import rewriting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix

RULE = Rule(
    "PIN412",
    "apostrophes-mixed",
    "info",
    "One article has straight and curly apostrophes.",
    needs="text",
    fix="safe",
)

_ENDINGS = frozenset({"s", "t", "re", "ve", "ll", "d", "m", "em", "S", "T"})
"""What stands behind an English apostrophe; in names from other alphabets ' may be a letter (Gol'din)."""
_ROMANCE = frozenset({"fr", "it", "ca", "oc"})


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding at the first apostrophe of the rarer form; of equally frequent ones, of the straight form."""
    text = document.text
    if text is None or "'" not in text or "’" not in text:
        return
    romance = document.article.get("language", "").partition("-")[0].lower() in _ROMANCE
    straight, curly = (_apostrophes(text, mark, romance=romance) for mark in "'’")
    if not straight or not curly:
        return
    rare, count, other = (
        (straight, len(curly), "curly") if len(straight) <= len(curly) else (curly, len(straight), "straight")
    )
    word = _word(text, rare[0])
    form = "straight" if other == "curly" else "curly"
    yield document.finding(
        RULE,
        "/article/text",
        f"straight and curly apostrophes in one article: {len(rare)} {form}, the first in {text[word.start : word.end]}, "
        f"beside {count} {other}",
        hint=f"make them all {other}",
        span=word,
        fix=_fix(document, rare, other),
    )


def _fix(document: Document, rare: list[int], other: str) -> Fix | None:
    """Return what gives apostrophes the other form, None where one of them is not in the author's own prose."""
    if not document.holds_text or not all(own_prose(document).around(at, at + 1) for at in rare):
        return None
    mark = "’" if other == "curly" else "'"
    pieces = [(Span(at, at + 1), mark) for at in rare]
    return rewriting(document, f"make them all {other}", "safe", *pieces)


def _apostrophes(text: str, mark: str, *, romance: bool) -> list[int]:
    """Return where a mark is certainly an apostrophe."""
    found = []
    at = text.find(mark)
    while at >= 0:
        if at and text[at - 1].isalpha() and text[at + 1 : at + 2].isalpha():
            end = next((n for n in range(at + 1, at + 4) if not text[n : n + 1].isalpha()), at + 4)
            if romance or text[at + 1 : end] in _ENDINGS:
                found.append(at)
        at = text.find(mark, at + 1)
    return found


def _word(text: str, at: int) -> Span:
    start = end = at
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and (text[end].isalpha() or text[end] in "'’"):
        end += 1
    return Span(start, end)
