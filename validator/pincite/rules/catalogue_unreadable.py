"""A file of shared sources is not there or cannot be read.

## Why

What the document cites from a catalogue is unknown without it: no title, no date, no container, and nobody can tell a misspelt id. The
path is relative to the document; capitals count.

## Bad

```yaml
catalogues: [no-such-sources.pincite.yaml]
```

## Good

```text shared.pincite.yaml
pincite: "1.0"
article: {title: Sources on harbour clocks}
sources:
  - {id: tide-book, type: book, title: The Book of Tides}
```

```yaml
catalogues: [shared.pincite.yaml]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.named_catalogues import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN333",
    "catalogue-unreadable",
    "error",
    "A file of shared sources is not there or cannot be read.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each catalogue that is absent, no file, or refused by the system."""
    hint = "the path is relative to this document, and capitals count; its sources are not known"
    yield from told(document, RULE, hint, "absent", "unreadable")
