"""A citation uses an archive code that the document does not explain.

## Why

"MIA" or "PEM" means something to the author only. The article's list of archives, here `archives`, says what each code
stands for.
A house that uses the same codes in all its articles may explain them in its configuration instead.

## Bad

```yaml
sources:
  - {id: log, type: manuscript, title: Log}
quotations:
  - id: q1
    text: The tide turned at six.
    citations:
      - {source: log, archive_code: PEM}
```

## Good

```yaml
archives:
  PEM: {name: Port Ellery Museum}
sources:
  - {id: log, type: manuscript, title: Log}
quotations:
  - id: q1
    text: The tide turned at six.
    citations:
      - {source: log, archive_code: PEM}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.nearness import closest
from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN307",
    "archive-code-undefined",
    "warning",
    "A citation uses an archive code that the document does not explain.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each citation whose code is neither among the document's archives nor the house's."""
    archives = {**document.house.archives, **document.data.get("archives", {})}
    hints: dict[str, str] = {}
    for cited in document.citations:
        code = cited.citation.get("archive_code")
        if code is None or code in archives:
            continue
        if code not in hints:
            meant = closest(code, list(archives))
            hints[code] = f"did you mean '{meant}'?" if meant else "say under 'archives' what it stands for"
        yield document.finding(
            RULE,
            f"{cited.at}/archive_code",
            f"nothing says what the archive code '{code}' stands for",
            hint=hints[code],
            printed=[code],
        )
