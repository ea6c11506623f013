"""A closing quotation mark stands where an opening one should, or the other way round.

## Why

Word processors turn a straight mark to the wrong side after a dash, a bracket or a pasted word: *’slack water’*,
*don‘t*. The pair must be plain: apostrophes at the beginning of a word (*’tis*, *the ’90s*, *rock ’n’ roll*), the
possessive of a plural, and the customs of languages that close with “ or open with ” are not taken for faults.

In an article's own file, a mark in the author's own prose is turned round by a fix. It is safe for a double mark and for an apostrophe;
a single mark may be an apostrophe after all. It is never safe where the article does not say in which language it is.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text: {content: "The pilots spoke of ’slack water’, and never of the hour."}
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text: {content: "The pilots’ word was ‘slack water’, and ’twas never the hour."}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.own_prose import own_prose
from pincite.rules.own_typography import marks_rewriting
from pincite.rules.reversed_marks import reversed_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix
    from pincite.rules.reversed_marks import ReversedMark

RULE = Rule(
    "PIN411",
    "quotation-mark-reversed",
    "warning",
    "A closing quotation mark stands where an opening one should, or the other way round.",
    needs="text",
    fix="both",
)

_HABIT = 5
"""More faults of one kind are told once."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each pair of which one mark faces the wrong way; where most do, one for all."""
    text = document.text
    if text is None:
        return
    language = document.article.get("language", "").partition("-")[0].lower()
    kinds: dict[str, list[ReversedMark]] = {}
    for fault in sorted(reversed_marks(text, language)):
        kinds.setdefault(fault.message, []).append(fault)
    for message, faults in kinds.items():
        habit = len(faults) > _HABIT
        for fault in faults[:1] if habit else faults:
            more = f" ({len(faults)} times in the article)" if habit else ""
            yield document.finding(
                RULE,
                "/article/text",
                f"{message}: {text[fault.start : fault.end]}{more}",
                hint="turn the mark round",
                span=Span(fault.start, fault.end),
                fix=_fix(document, faults if habit else [fault]),
            )


def _fix(document: Document, faults: list[ReversedMark]) -> Fix | None:
    """Return what turns wrong marks round, None where one of them is not the author's own."""
    if not document.holds_text:
        return None
    prose = own_prose(document)
    for fault in faults:
        at = fault.at
        if not prose.around(fault.start, fault.start + 1) or prose.foreign.touching(at, at + 1):
            return None
    # where nothing is known of the language's custom, the marks may be right as they are
    certain = bool(document.article.get("language")) and all(fault.right != "‘" for fault in faults)
    pieces = [(Span(fault.at, fault.at + 1), fault.right) for fault in faults]
    return marks_rewriting(document, "turn the mark round", "safe" if certain else "unsafe", *pieces)
