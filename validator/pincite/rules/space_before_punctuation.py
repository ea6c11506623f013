"""A space stands before a comma, a full stop or another mark.

## Why

The mark may end up alone at the beginning of a line. French sets a (narrow, no-break) space before `;` `:` `!` `?`; every language here
sets none before a comma or a full stop. Ellipses, decimal points and smileys are no faults.
In an article's own file, a fix takes the space out, which is safe.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: The pilots of the bar , going out at six, saw no light.
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: The pilots of the bar, going out at six, saw no light . . . at all.
```

```yaml
article:
  title: The harbour clock
  language: fr
  text:
    content: "Quelle heure est-il ? demanda le pilote."
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
from pincite.rules.running_text import own_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN611",
    "space-before-punctuation",
    "info",
    "A space stands before a comma, a full stop or another mark.",
    needs="text",
    fix="safe",
)

_NOWHERE_SPACED = ",."
_ALONE = frozenset({mark + closing for mark in ",.;:!?" for closing in ("", "”", '"', "»", "“", ")")})
"""A mark as it stands between white space."""
# compiled when it is needed: most articles never come so far
_SPACED = r"(?<=[\w)\]”’»\"'%°…]) [ \t]*([,.;:!?])(?=\s|\Z|[”»“\"])(?!\s?[.!?])"
_RATIO = re.compile(r"[0-9] : [0-9]")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each mark of the author's prose with a space before it, against the language's custom."""
    if not own_words(document).distinct.isdisjoint(_ALONE):
        yield from reported(
            document, RULE, _places(document), "close the mark up to the word before it", "safe"
        )


def _places(document: Document) -> Iterator[Place]:
    text = document.text or ""
    # where nothing is known of the language's custom, only what no language does
    spaced_never = declared_language(document) not in {None, "fr"}
    for found in re.finditer(_SPACED, text):
        if not spaced_never and found[1] not in _NOWHERE_SPACED:
            continue
        start, end = found.span()
        if _RATIO.match(text, start - 1):
            continue
        stretch = own_prose(document).around(start, end)
        if stretch is not None and not own_prose(document).foreign.touching(start - 1, end):
            word = text[max(stretch.start, start - 30) : start].split()[-1]
            yield Place(
                Span(start, end),
                stretch.at,
                f"a space stands between '{word}' and '{found[1]}'",
                (Span(start, found.start(1)), ""),
            )
