"""A DOI is given as a web address only.

## Why

"https://doi.org/10.5555/tides" names the resolver of today; as `doi`, the name stays when the address goes, and programs find the
record.

## Bad

```yaml
sources:
  - {id: tides, type: journal_article, title: Tides, url: "https://doi.org/10.5555/tides"}
```

## Good

```yaml
sources:
  - {id: tides, type: journal_article, title: Tides, doi: 10.5555/tides, url: "https://doi.org/10.5555/tides"}
  - {id: bells, type: webpage, title: Bells, url: "https://example.org/10.5555/bells"}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN232", "doi-as-address", "info", "A DOI is given as a web address only.", fix="safe")

_NAME = re.compile(r"10\.[0-9][0-9.]{3,}/[^\s?#%]*[^\s?#%.,;:!)]")
"""A DOI without signs that are escaped in addresses, or that end one."""
_RESOLVERS = (
    "https://doi.org/10.",
    "http://doi.org/10.",
    "https://dx.doi.org/10.",
    "http://dx.doi.org/10.",
    "https://www.doi.org/10.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source whose address is a resolver's and that has no DOI."""
    for at, source in document.sources:
        url = source.get("url", "")
        if "doi" not in source and url.lower().startswith(_RESOLVERS):
            name = "10." + url.partition("/10.")[2]
            yield document.finding(
                RULE,
                f"{at}/url",
                f"the address is that of the DOI '{name}'",
                hint=f"add 'doi: {name}'",
                printed=[url, name],
                fix=Fix(f"add 'doi: {name}'", "safe", (put(f"{at}/doi", name),))
                if _NAME.fullmatch(name)
                else None,
            )
