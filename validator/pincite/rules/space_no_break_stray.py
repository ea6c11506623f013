"""A no-break space stands before a mark, against the custom of the language.

## Why

It looks like any other space and is carried along by copying from a page. French sets one before `;` `:` `!` `?` and `»`; before a comma
or a full stop it is at home nowhere. In an article's own file, a fix takes it out, which is safe.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: "The clock was slow\u00a0; the bell was not."
```

## Good

```yaml
article:
  title: The harbour clock
  language: fr
  text:
    content: "La pendule retardait\u00a0; la cloche, non."
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.own_prose import own_prose
from pincite.rules.phrases import declared_language
from pincite.rules.prose_findings import Place, reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN614",
    "space-no-break-stray",
    "info",
    "A no-break space stands before a mark, against the custom of the language.",
    needs="text",
    fix="safe",
)

_NOWHERE_SPACED = ",."
# compiled when it is needed: most articles never come so far
_SPACED = r"(?<=[\w)\]”’»\"'%°])([ \u00a0\u202f]+)([,.;:!?])(?=\s|\Z|[”»“\"])(?!\s?[.!?])"


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each mark of the author's prose with a no-break space before it."""
    yield from reported(document, RULE, _places(document), "close the mark up to the word before it", "safe")


def _places(document: Document) -> Iterator[Place]:
    text = document.text or ""
    spaced_never = declared_language(document) not in {None, "fr"}
    for found in re.finditer(_SPACED, text):
        if found[1].strip(" ") and (spaced_never or found[2] in _NOWHERE_SPACED):
            start, end = found.span()
            stretch = own_prose(document).around(start, end)
            if stretch is not None and not own_prose(document).foreign.touching(start - 1, end):
                word = text[max(stretch.start, start - 30) : start].split()[-1]
                yield Place(
                    Span(start, end),
                    stretch.at,
                    f"a no-break space stands between '{word}' and '{found[2]}'",
                    (Span(*found.span(1)), ""),
                )
