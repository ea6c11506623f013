"""A page stands close to its label, against the habit of the article.

## Why

"p.12" here and "p. 12" there: a search for one misses the other. The space may be one that does not break.
In an article's own file, a fix puts a space; it is safe unless the label may be a letter of a shelf mark ("S.12").

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 1871, p.12)"
      - raw: "(The Tide Book, Ada Fenn, 1872, p. 14)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 1871, p. 12)"
      - raw: "(The Tide Book, Ada Fenn, 1872, pp. 14-16)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.phrases import declared_language
from pincite.rules.raw_citations import exception, matches, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN228",
    "page-label-unspaced",
    "info",
    "A page stands close to its label, against the habit of the article.",
    fix="both",
)

_CLOSE = re.compile(r"\.[0-9]+")
_APART = re.compile(r"\.[ \u00a0\u2009\u202f][0-9]")
_LABELS = frozenset({"p", "pp", "s", "f", "ff", "fol", "fols", "col", "cols", "vol", "vols"})
_SHELVED = frozenset({"s", "f", "ff"})
"""Labels that may be letters of a shelf mark ("S.12"); a German one is that of a page."""
_WORD = re.compile(r"(?<![\w./])[A-Za-z]{1,4}$")
_LONGEST = 5


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each label without a space before its number, unless most have none."""
    uses = [
        (one, found, label) for one, found in matches(document, _CLOSE) if (label := _label(one.raw, found))
    ]
    if not uses:
        return
    apart = sum(1 for one, found in matches(document, _APART) if _label(one.raw, found))
    if exception(apart, len(uses)):
        return
    for one, found, label in uses:
        start = found.start() - len(label)
        printed = one.raw[start : found.end()]
        doubtful = label.lower() in _SHELVED and not (label == "S" and declared_language(document) == "de")
        yield document.finding(
            RULE,
            one.at,
            f"there is no space between label and number in '{printed}'",
            hint=f"write '{label}. {found[0][1:]}'",
            span=piece(document, one, start, found.end()),
            printed=[printed],
            fix=rewritten(
                document,
                "put a space between label and number",
                "unsafe" if doubtful else "safe",
                [Piece(one, found.start() + 1, found.start() + 1, " ")],
            ),
        )


def _label(raw: str, found: re.Match[str]) -> str | None:
    """Return the label that ends before the full stop at the beginning of *found*, None where there is none."""
    word = _WORD.search(raw[: found.start()], max(0, found.start() - _LONGEST))
    return word[0] if word and word[0].lower() in _LABELS else None
