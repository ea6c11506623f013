"""A quotation has markup of the file it was copied from.

## Why

Tags and entities are not words of the source; they come from a page's code. Emphasis is kept in segments or
as *so*, other formatting is dropped.

## Bad

```yaml
quotations:
  - id: q1
    text: The tide&nbsp;turned at <b>six</b>.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The tide turned at six <or seven>, said Fenn & Moss.
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN423",
    "markup-left-over",
    "warning",
    "A quotation has markup of the file it was copied from.",
)

_TRACES = ("<", "&", "\\", "{{", "'''")
_MARKUP = re.compile(
    r"</?(?:a|b|i|u|p|q|em|br|hr|li|ul|ol|td|tr|sub|sup|div|span|font|cite|small|strong|blockquote)(?:\s[^<>]{0,200})?/?>"
    r"|&(?:nbsp|amp|quot|apos|lt|gt|[lr]squo|[lr]dquo|hellip|[mn]dash|#[0-9]{1,6}|#x[0-9a-fA-F]{1,6});"
    r"|\\(?:emph|textit|textbf|footnote)\{|\{\{[^{}]{1,200}\}\}|'''"
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation with markup, at the first piece of it."""
    for at, quotation in document.quotations:
        text = quotation["text"]
        if not any(trace in text for trace in _TRACES) or not _MARKUP.search(text):
            continue
        wording = quotation_wording(document, at, quotation)
        pieces = list(_MARKUP.finditer(wording.text))
        if pieces:
            more = f" and {len(pieces) - 1} more" if len(pieces) > 1 else ""
            yield document.finding(
                RULE,
                wording.at,
                f"{wording.name} has markup left over from a file: {pieces[0][0]}{more}",
                hint="copy the words as a reader sees them",
                span=wording.span(pieces[0].start(), len(pieces[0][0])),
            )
