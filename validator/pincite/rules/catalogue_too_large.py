"""Files of shared sources are larger, or more, than is read for one document.

## Why

A document's catalogues have at most 64 MiB together, which is some hundred thousand sources, and are at most 32. What goes beyond is not read, and
its sources are not known.

## Bad

A catalogue of 80 MiB, or a document that names 40 catalogues.

## Good

Split the catalogue, and name the part that the document cites from.
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
    "PIN335",
    "catalogue-too-large",
    "error",
    "Files of shared sources are larger, or more, than is read for one document.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each catalogue with which a limit is passed."""
    hint = "name a smaller catalogue, with the sources that the document cites"
    yield from told(document, RULE, hint, "too_large")
