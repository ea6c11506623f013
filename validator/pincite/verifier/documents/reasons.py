"""Why a quotation is not held against anything, in words, where that is the document's doing and not the copies'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.verdict import Verdict

if TYPE_CHECKING:
    from pincite.model.document import Document
    from pincite.model.format import Quotation, Source

_SAME_LANGUAGE = 0.6
"""Similarity from which on a passage is no translation of the quotation, but its like."""


def unverifiable(quotation: Quotation, *, has_citations: bool) -> Verdict | None:
    """Return the verdict on a quotation that cannot be held against anything, None where it can."""
    if "translation_of" in quotation:
        reason = "it is a translation; what it is a translation of can be checked, its own words cannot"
        return Verdict("unchecked", reason=reason)
    if has_citations:
        return None
    if "uncited" in quotation:
        return Verdict("uncited", reason=quotation["uncited"].get("reason", "no reason is given"))
    return Verdict("unchecked", reason="it has no citation")


def without_source(name: str | None, document: Document) -> str:
    """Return why a citation leads nowhere."""
    if name is None:
        return "its citation names no source"
    fault = next((one.fault for _, one in document.catalogues if one.fault and not one.is_whole), None)
    if fault is not None:
        return f"its citation names source '{name}', which is not known: {fault.message}"
    return f"its citation names source '{name}', which the document does not have"


def without_copies(source: Source) -> str:
    """Return why there is nothing to hold a quotation of a source against."""
    if any(copy and "url" in copy for copy in source.get("copies", ())):
        return f"the copies of source '{source['id']}' lie at web addresses alone, and nothing is fetched"
    return f"there is no copy of source '{source['id']}'"


def unless_translated(
    verdict: Verdict, quotation: Quotation, source: Source | None, document: Document
) -> Verdict:
    """Return a verdict; where nothing like the quotation was found and it is likely a translation, unchecked."""
    if verdict.found or verdict.similarity >= _SAME_LANGUAGE or verdict.verdict in {"ambiguous", "unchecked"}:
        return verdict
    printed = quotation.get("language") or document.article.get("language")
    copied = source.get("language") if source is not None else None
    if printed and copied and _primary(printed) != _primary(copied):
        reason = f"it is in '{printed}' and its copy in '{copied}', so that it is likely a translation"
        return Verdict("unchecked", reason=reason)
    if source is not None and source.get("textual_status") == "translation" and not copied:
        reason = f"source '{source['id']}' is a translation and does not say in which language its copies are"
        return Verdict("unchecked", reason=reason)
    return verdict


def _primary(language: str) -> str:
    return language.partition("-")[0].casefold()
