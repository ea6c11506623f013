"""Why catalogues that a document names give no sources, or not all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.catalogue import CatalogueFault
    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.rule import Rule


def faults(document: Document, *kinds: str) -> Iterator[tuple[str, CatalogueFault]]:
    """Yield the faults of some kinds, each with the pointer of the catalogue's name."""
    for at, catalogue in document.catalogues:
        if catalogue.fault is not None and catalogue.fault.kind in kinds:
            yield at, catalogue.fault


def told(document: Document, rule: Rule, hint: str, *kinds: str) -> Iterator[Finding]:
    """Yield a finding for each fault of some kinds; *hint* is for those that bring none along."""
    for at, fault in faults(document, *kinds):
        yield document.finding(rule, at, fault.message, hint=fault.hint or hint)
