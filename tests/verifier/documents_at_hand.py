"""A document with one source or a few and one quotation, written and verified."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pincite import load
from pincite.verifier.documents.source_folders import SourceFolders
from pincite.verifier.documents.walk import verify_document
from pincite.verifier.shelf import Shelf

if TYPE_CHECKING:
    from pincite.verifier.documents.outcome import Judgement, Verification

LOG = "The clock was silent for sixteen days, and nobody missed it.\n"
QUOTED = "The clock was silent for sixteen days"
SOURCE = "  - {id: log, type: book, title: Log, copies: [{path: log.txt}]}\n"
CITED = f"text: {QUOTED}, citations: [{{source: log}}]"
HEAD = 'pincite: "1.0"\narticle: {title: The clock of the ferry house, language: en}\n'


def verified(
    sources: str,
    quotation: str,
    *folders: str,
    more: str = "",
    pictures: bool = True,
    shelf: Shelf | None = None,
) -> Verification:
    """Return what is found of a document with these sources and one quotation."""
    document = f"{HEAD}sources:\n{sources}quotations:\n  - {{id: q1, {quotation}}}\n{more}"
    Path("a.pincite.yaml").write_text(document, "utf-8")
    return verify_document(
        load("a.pincite.yaml"),
        Shelf() if shelf is None else shelf,
        SourceFolders(folders),
        pictures=pictures,
    )


def judged(sources: str, quotation: str, *folders: str, more: str = "", pictures: bool = True) -> Judgement:
    """Return what is found of the first quotation."""
    return verified(sources, quotation, *folders, more=more, pictures=pictures).judgements[0]


def copies_of(judgement: Judgement) -> list[str]:
    """Return the names of all copies that a quotation was held against."""
    return [held.evidence.name for of in judgement.citations for held in of.copies]
