"""An id of a shared source belongs to something else, too.

## Why

Whoever cites `tide-book` means one thing. Where the document and a catalogue, or two of its catalogues, have a source of that id, the
document's own counts, then that of the catalogue named first; the other may be another work, and an editor who corrects it there sees no
change. Catalogues that a catalogue names are not followed, so that only files the document itself names count.
A fix leaves out a catalogue that is named twice, and a source here of which the catalogue says the same.

## Bad

```text shared.pincite.yaml
pincite: "1.0"
article: {title: Sources on harbour clocks}
sources:
  - {id: tide-book, type: book, title: The Book of Tides}
```

```yaml
catalogues: [shared.pincite.yaml]
sources:
  - {id: tide-book, type: book, title: Tides of the Outer Sound}
```

## Good

```yaml
catalogues: [shared.pincite.yaml]
sources:
  - {id: outer-tides, type: book, title: Tides of the Outer Sound}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.fix import Fix, remove
from pincite.model.rule import Rule
from pincite.rules.named_catalogues import told
from pincite.rules.references import identified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.catalogue import Catalogue
    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN338",
    "catalogue-id-repeated",
    "error",
    "An id of a shared source belongs to something else, too.",
    needs="files",
    fix="both",
)
_SHOWN = 5
"""How many ids that two catalogues have a message names."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each id that the document and a catalogue have, and for each two catalogues that share any.

    It is a warning where both say the same of the source: then nothing is in doubt yet.
    """
    for one in told(document, RULE, "leave it out", "repeated"):
        yield one._replace(fix=Fix("leave it out", "safe", (remove(one.pointer),)))
    for at, kind, name in identified(document):
        other = next((one for _, one in document.catalogues if name in one.sources), None)
        if other is not None:
            same = kind == "source" and document.source_by_id[name] == other.sources[name]
            yield document.finding(
                RULE,
                f"{at}/id",
                f"the id '{name}' of this {kind} is that of a source in {other.path}, too",
                hint="leave it out here: the catalogue says the same"
                if same
                else "give one of the two a new id, and rename it where that one is meant",
                severity="warning" if same else None,
                fix=Fix(f"leave '{name}' out here", "unsafe", (remove(at),)) if same else None,
            )
    for number, (at, later) in enumerate(document.catalogues):
        for _, earlier in document.catalogues[:number]:
            yield from _shared(document, at, earlier, later)


def _shared(document: Document, at: str, earlier: Catalogue, later: Catalogue) -> Iterator[Finding]:
    names = [name for name in later.sources if name in earlier.sources]
    if names:
        same = all(earlier.sources[name] == later.sources[name] for name in names)
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        listed = ", ".join(f"'{name}'" for name in names[:_SHOWN])
        yield document.finding(
            RULE,
            at,
            f"{later.path} has sources with ids that {earlier.path} has, too: {listed}{more}",
            hint="give the sources of one of the two new ids; until then those of the catalogue named first count",
            severity="warning" if same else None,
        )
