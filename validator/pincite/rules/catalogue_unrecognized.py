"""A file of shared sources is of no kind that sources are read from.

## Why

A catalogue is a Pincite document in any syntax, or a bibliography; what it is, its name tells. From other files no sources are
read, and what the document cites from them is not known.

## Bad

```text sources.txt
Fenn, Ada: The Book of Tides. Skerrow 1871
```

```yaml
catalogues: [sources.txt]
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
    "PIN336",
    "catalogue-unrecognized",
    "error",
    "A file of shared sources is of no kind that sources are read from.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each catalogue whose name, or content, is that of no list of sources."""
    yield from told(document, RULE, "name a Pincite document or a bibliography", "unknown_kind")
