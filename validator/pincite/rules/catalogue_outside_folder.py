"""The path of a file of shared sources leads out of the document's folder.

## Why

A document may come from anywhere, so the files it names are opened only in its own folder or, if it lies in it, the
working folder. Links are followed first. A catalogue that lies elsewhere is not read, and its sources are not known.

## Bad

```yaml
catalogues: [../../elsewhere/shared.pincite.yaml]
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
    "PIN334",
    "catalogue-outside-folder",
    "error",
    "The path of a file of shared sources leads out of the document's folder.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each catalogue that lies in no allowed folder."""
    hint = "run pincite from a folder that holds the document and the catalogue, or copy the catalogue beside the document"
    yield from told(document, RULE, hint, "outside")
