"""A parenthesis opens in a paragraph and is never closed.

## Why

Where the aside ends is left to the reader, and a citation behind it is read as part of it. Enumerations such as `1)` and smileys open
nothing; a parenthesis that is closed in a later paragraph is left alone.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: The clock (a gift of the pilots stood still in winter.
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: "There were two reasons: a) frost, b) oil (of the cheap kind) :-("
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.own_prose import Spans, own_prose
from pincite.rules.prose_findings import Place, reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.rules.own_prose import Prose

RULE = Rule(
    "PIN615",
    "parenthesis-unclosed",
    "warning",
    "A parenthesis opens in a paragraph and is never closed.",
    needs="text",
)

_PARENTHESIS = re.compile(r"[()]")
_CLOSING_OR_ASIDE = re.compile(r"\)|\((?=[^\W_]|[\s“‘«„¿¡[(…\-–—$€£§])")
"""A closing parenthesis, or an opening one with what an aside may begin with: a letter, a number, a space, some marks."""
_EYES = frozenset(":;=8")
_NOSES = frozenset("-o'")
_INTERVAL = re.compile(r"\(\s{0,9}[-−+]?[0-9.]{1,99}\s{0,9}[,;]\s{0,9}[-−+]?[0-9.∞]{1,99}\s{0,9}\]")
_WORDS = 5
"""How many words behind the mark the message shows."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each paragraph of the author's prose with a parenthesis that nothing closes."""
    text = document.text or ""
    if text.count("(") != text.count(")"):
        yield from reported(document, RULE, _places(document), "close it where the aside ends")


def _places(document: Document) -> Iterator[Place]:
    text = document.text or ""
    prose = own_prose(document)
    for stretch in prose.stretches:
        if text.count("(", stretch.start, stretch.end) <= text.count(")", stretch.start, stretch.end):
            continue
        opened = _open(text, stretch, prose.foreign.touching(stretch.start, stretch.end))
        if opened is not None and not _closed_later(text, stretch.end):
            words = " ".join(text[opened : stretch.end].split(None, _WORDS)[:_WORDS])
            yield Place(
                Span(opened, opened + 1), stretch.at, f"a parenthesis opens and is never closed: '{words}'"
            )


def _open(text: str, stretch: Prose, foreign: list[tuple[int, int]]) -> int | None:
    """Return where the first parenthesis of a stretch opens that nothing in it closes.

    Quotations and citations are passed over if they close what they open; if not, nothing is said.
    """
    if any(text.count("(", *span) != text.count(")", *span) for span in foreign):
        return None
    opened: list[int] = []
    passed = Spans(foreign)
    for found in _CLOSING_OR_ASIDE.finditer(text, stretch.start, stretch.end):
        at = found.start()
        if foreign and passed.touching(at, at + 1):
            continue
        if found[0] == ")":
            del opened[-1:]
        elif not _is_mouth(text, stretch.start, at) and not _INTERVAL.match(text, at):
            opened.append(at)
    return opened[0] if opened else None


def _is_mouth(text: str, start: int, at: int) -> bool:
    """Say whether the eyes of a smiley, and perhaps its nose, stand before a parenthesis."""
    if at > start and text[at - 1] in _EYES:
        return True
    return at - 1 > start and text[at - 1] in _NOSES and text[at - 2] in _EYES


def _closed_later(text: str, end: int) -> bool:
    """Say whether the next parenthesis after a paragraph closes one that it does not open itself."""
    following = _PARENTHESIS.search(text, end)
    return following is not None and following[0] == ")" and not _is_enumeration(text, following.start())


def _is_enumeration(text: str, at: int) -> bool:
    return re.search(r"(?:^|\s)(?:[0-9]{1,2}|[a-z])\Z", text[max(0, at - 3) : at]) is not None
