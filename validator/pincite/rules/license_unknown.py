"""A licence is not on the SPDX list.

## Why

A program that asks whether a picture may be shared looks the identifier up; "CC-BY" without its version says nothing to it. A licence
that is not on the list is written `LicenseRef-` and a name of your own.
A fix completes "CC-BY-4" and "CC0"; which version of "CC-BY" is meant, you know.

## Bad

```yaml
article: {title: The harbour clock, license: CC-BY}
```

## Good

```yaml
article: {title: The harbour clock, license: cc-by-4.0}
```

```yaml
article: {title: The harbour clock, license: LicenseRef-museum-terms OR MIT}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.nearness import closest, meant_alone
from pincite.model.rule import Rule
from pincite.rules.license_expressions import deprecated_ids, instead, known_ids, license_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix


RULE = Rule("PIN239", "license-unknown", "warning", "A licence is not on the SPDX list.", fix="both")

_MEANT = {
    "cc0": "CC0-1.0", "cc-zero": "CC0-1.0", "cc-by": "CC-BY-4.0", "cc-by-sa": "CC-BY-SA-4.0", "cc-by-nc": "CC-BY-NC-4.0",
    "cc-by-nd": "CC-BY-ND-4.0", "cc-by-nc-sa": "CC-BY-NC-SA-4.0", "cc-by-nc-nd": "CC-BY-NC-ND-4.0", "cc-by-4": "CC-BY-4.0",
    "cc-by-sa-4": "CC-BY-SA-4.0", "pd": "CC-PDDC", "pdm-1.0": "CC-PDDC", "cc-pdm-1.0": "CC-PDM-1.0",
    "public-domain": "CC-PDDC", "publicdomain": "CC-PDDC", "apache": "Apache-2.0", "apache-2": "Apache-2.0", "gpl": "GPL-3.0-or-later",
    "gplv3": "GPL-3.0-only", "gplv2": "GPL-2.0-only", "gfdl": "GFDL-1.3-or-later", "bsd": "BSD-3-Clause",
}  # fmt: skip
"""What is often written for an identifier."""
_OPPOSITE = frozenset({"unlicensed"})
"""Words that look like an identifier and say the contrary: no licence is not the Unlicense."""
_COMPLETED = frozenset({"cc0", "cc-zero", "cc-by-4", "cc-by-sa-4", "apache-2"})
"""Those of which there is one version, or that name theirs."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each identifier that SPDX does not have."""
    for at, word in license_ids(document):
        name = word.removesuffix("+").lower()
        if name in known_ids() or word.lower() in deprecated_ids() or name in deprecated_ids():
            continue
        shown = meant_by(word)
        yield document.finding(
            RULE,
            at,
            f"'{word}' is not on the SPDX list of licences",
            hint=f"did you mean '{shown}'?"
            if shown
            else f"write 'LicenseRef-{word}' for a licence that is not on it",
            fix=_fix(document, at, word, shown) if shown else None,
        )


def meant_by(word: str) -> str | None:
    """Return the identifier of the list that a word was meant for, None where nobody knows."""
    name = word.removesuffix("+").lower()
    meant = known_ids().get(_MEANT.get(name, "").lower()) or closest(name, list(known_ids()))
    return known_ids().get(meant.lower(), meant) if meant else None


def _fix(document: Document, at: str, word: str, meant: str) -> Fix | None:
    """Return the fix that writes the identifier that was meant; None where its version, or "or later", was left open."""
    name = word.removesuffix("+").lower()
    if name in _COMPLETED:
        return instead(document, at, word, meant, "safe")
    if (
        name in _MEANT
        or name in _OPPOSITE
        or word.endswith("+")
        or not meant_alone(name, meant, known_ids().values())
    ):
        return None
    return instead(document, at, word, meant, "unsafe")
