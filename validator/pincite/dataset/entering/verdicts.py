"""What the copies of sources say of a document's quotations, as verification finds it when a dataset is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.documents.source_folders import SourceFolders
from pincite.verifier.documents.walk import verify_document
from pincite.verifier.shelf import Shelf

if TYPE_CHECKING:
    from pincite.model.document import Document


def verdicts_on(document: Document) -> dict[str, str]:
    """Return the verdicts on quotations by their ids; those on which nothing can be said are left out.

    Raises ImportError where the extra ``verify`` is missing.
    """
    verification = verify_document(document, Shelf(None), SourceFolders(()), pictures=False)
    return {
        one.id: one.verdict.verdict
        for one in verification.judgements
        if one.verdict.verdict not in {"unchecked", "uncited"}
    }
