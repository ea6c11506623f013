"""There are errors in a file of shared sources.

## Why

What is broken in a catalogue is not known to the documents that cite it, and may be the very source they mean. Its
other sources count. `pincite check` of the catalogue tells every fault at its place.

## Bad

```text broken.pincite.yaml
pincite: "1.0"
article: {title: Sources on harbour clocks}
sources:
  - {id: tide-book, type: bok, title: The Book of Tides}
```

```yaml
catalogues: [broken.pincite.yaml]
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

from pincite.model.rule import NotAppliedError, Rule
from pincite.rules.named_catalogues import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN337",
    "catalogue-broken",
    "error",
    "There are errors in a file of shared sources.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each catalogue that cannot be understood, or not all of it.

    Raises NotAppliedError where what reads one is not installed: that is no fault of the document.
    """
    for at, catalogue in document.catalogues:
        fault = catalogue.fault
        if fault is not None and fault.kind == "broken":
            hint = fault.hint or "mend it where it stands"
            if not catalogue.tells_ids:
                hint += "; until it is mended, ids of sources that lead nowhere are not told"
            yield document.finding(RULE, at, fault.message, hint=hint)
    for _, fault in faults(document, "no_reader"):
        raise NotAppliedError(RULE, f"{fault.message}; ids of sources that lead nowhere are not told either")
