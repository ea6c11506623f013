"""An ellipsis in a quotation has too few or too many dots, or a space on one side only.

## Why

Three dots are an omission, and a fourth may be a full stop; two or five are a slip of the hand. Inside a
sentence the mark has a space on both sides or on none.

## Bad

```yaml
quotations:
  - id: q1
    text: The tide turned .. and the bell was struck.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The tide turned.... The bell ... was struck…
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.excerpt import excerpt
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Quotation

RULE = Rule(
    "PIN428",
    "ellipsis-malformed",
    "info",
    "An ellipsis in a quotation has too few or too many dots, or a space on one side only.",
)

_DOTS = re.compile(r"(?<![.?!…\\/])(?:\.\.|\.{5,6})(?![.…/\\])|……+|(?<=[^\W\d_] )(?:…|\.{3})(?=[^\W\d_])")
_ROOM = 15
_SCRIPTS = ("zh", "ja", "ko")
"""Languages that double the mark."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation with a malformed ellipsis, at the first of them."""
    printed = document.printed("quotations")
    if ".." not in printed and not _is_odd(printed):
        return
    for at, quotation in document.quotations:
        text = quotation["text"]
        if ".." not in text and not ("…" in text and _is_odd(text)):
            continue
        if not _DOTS.search(text) or _language(document, quotation).startswith(_SCRIPTS):
            continue
        wording = quotation_wording(document, at, quotation)
        found = next((one for one in _DOTS.finditer(wording.text) if not _is_range(wording.text, one)), None)
        if found is None:
            continue
        if found[0] in {"…", "..."}:
            fault = "an ellipsis with a space on one side only"
        else:
            fault = f"an ellipsis of {len(found[0])} {'marks' if '…' in found[0] else 'dots'}"
        shown = wording.text[max(0, found.start() - _ROOM) : found.end() + _ROOM]
        yield document.finding(
            RULE,
            wording.at,
            f"{wording.name} has {fault}: {excerpt(shown)}",
            hint="write … with a space on both sides, or a single full stop",
            span=wording.span(found.start(), len(found[0])),
        )


def _is_odd(text: str) -> bool:
    """Say whether two marks stand together, or one has a word right behind it."""
    return (
        any(not piece or piece[0].isalpha() for piece in text.split("…")[1:-1])
        or text.rsplit("…", maxsplit=1)[-1][:1].isalpha()
    )


def _is_range(text: str, dots: re.Match[str]) -> bool:
    """Say whether two dots stand between two numbers or letters, as in a range."""
    around = text[dots.start() - 1 : dots.start()], text[dots.end() : dots.end() + 1]
    return dots[0] == ".." and around[0].isalnum() and around[1].isalnum()


def _language(document: Document, quotation: Quotation) -> str:
    return quotation.get("language", document.article.get("language", ""))
