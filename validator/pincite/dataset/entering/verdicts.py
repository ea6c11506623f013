"""What the copies of sources say of a document's quotations, as verification finds it when a dataset is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.settings.ignoring import passed_over
from pincite.settings.selection import verification_codes
from pincite.verifier.documents.source_folders import SourceFolders
from pincite.verifier.documents.telling import findings
from pincite.verifier.documents.walk import verify_document
from pincite.verifier.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.reading.ignores import Ignore
    from pincite.settings.run import FileSettings

_MOST = 1000
"""Findings of one document, as the rules tell at most."""


def verified(
    document: Document, settings: FileSettings, ignores: Sequence[Ignore], root: str
) -> tuple[Mapping[str, str], list[Finding]]:
    """Return the verdicts on quotations by their ids, and what is found, as settings and the document's comments want it.

    Quotations on which nothing can be said have no verdict. No hint names files in *root*, the folder of all
    documents, which is another one on every machine. Raises ImportError where the extra ``verify`` is missing.
    """
    verification = verify_document(document, Shelf(None), SourceFolders(()), pictures=False)
    found = [one for one in findings(document, verification) if settings.wants(one.code)]
    if ignores:
        asked = frozenset(code for code in verification_codes() if settings.wants(code))
        left = passed_over(document.path, found, ignores, asked, _MOST).left
        # what is wrong with the comments themselves is told with the findings of the other rules
        found = [one for one in left if one.code in asked]
    verdicts = {
        one.id: one.verdict.verdict
        for one in verification.judgements
        if one.verdict.verdict not in {"unchecked", "uncited"}
    }
    return verdicts, [_anywhere(settings.adjusted(one), root) for one in found[:_MOST]]


def _anywhere(finding: Finding, root: str) -> Finding:
    return finding._replace(hint=None) if finding.hint is not None and root in finding.hint else finding
