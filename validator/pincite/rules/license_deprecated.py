"""A licence has an identifier that SPDX has given up.

## Why

"GPL-3.0" left open whether later versions count; its successors say so. Readers of old files still know the old name, those of new
files may not.
A fix writes "GPL-3.0-or-later" for "GPL-3.0+", which says the same; what "GPL-3.0" was to say, you know.

## Bad

```yaml
article: {title: The harbour clock, license: GPL-3.0}
```

## Good

```yaml
article: {title: The harbour clock, license: GPL-3.0-or-later}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.license_expressions import deprecated_ids, instead, license_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN240", "license-deprecated", "info", "A licence has an identifier that SPDX has given up.", fix="safe"
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each deprecated identifier."""
    for at, word in license_ids(document):
        if word.lower() not in deprecated_ids():
            continue
        successor = deprecated_ids()[word.lower()]
        either = (
            successor and successor.endswith("-only") and f" or '{successor.removesuffix('only')}or-later'"
        )
        sure = successor if word.endswith("+") else None
        yield document.finding(
            RULE,
            at,
            f"'{word}' is an identifier that SPDX has given up",
            hint=f"write '{successor}'{either or ''}"
            if successor
            else "see the SPDX list for what replaces it",
            fix=instead(document, at, word, sure, "safe") if sure else None,
        )
