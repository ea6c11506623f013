"""A document's quotations are held against the copies of the sources they are cited to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.cited_pages import cited_pages
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.disagreement import disagreements
from pincite.verifier.evidence import Finder
from pincite.verifier.holding import UNSPACED, held_against
from pincite.verifier.regions import region_of
from pincite.verifier.verdict import FAITHFUL, Verdict
from pincite.verifier.verification import Held, Judgement, OfCitation, Verification, best, is_found, rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.document import Document
    from pincite.model.format import Citation, Quotation, Source
    from pincite.verifier.evidence import SourceFolders
    from pincite.verifier.shelf import Opened, Shelf
    from pincite.verifier.verification import Evidence

_AROUND = 32
"""Code points of the words before and after a passage that are kept to find it again."""
_WORDS_ENOUGH = 4
"""Words of a quotation that may be looked for in other sources: fewer stand in many."""
_UNSPACED_ENOUGH = 8
"""The same in letters of scripts that do without spaces."""
_SAME_LANGUAGE = 0.6
"""Similarity from which on a passage is no translation of the quotation, but its like."""


def verify_document(
    document: Document, shelf: Shelf, folders: SourceFolders, *, pictures: bool = True
) -> Verification:
    """Return what the copies at hand say of each quotation of a document; *pictures* are read where they are wanted.

    What a copy is and whether it is the pinned one is looked at before anything is judged by it.
    """
    return _Verifier(document, shelf, folders, pictures=pictures).done()


class _Verifier:
    """The work on one document."""

    def __init__(self, document: Document, shelf: Shelf, folders: SourceFolders, *, pictures: bool) -> None:
        self._document = document
        self._shelf = shelf
        self._pictures = pictures
        self._finder = Finder(document, folders, shelf)
        self._changed: dict[str, tuple[Evidence, str]] = {}
        self._faults: dict[str, tuple[Evidence, CopyFault]] = {}

    def done(self) -> Verification:
        for _, source in self._document.sources:
            for evidence in self._finder.copies_of(source):
                self._looked_at(evidence)
        judgements = tuple(self._judged(at, quotation) for at, quotation in self._document.quotations)
        return Verification(
            judgements,
            tuple(self._changed.values()),
            tuple(self._faults.values()),
            tuple(disagreements(judgements)),
        )

    def _looked_at(self, evidence: Evidence) -> CopyFault | None:
        """Return why a copy is not to be judged by, None where it can be tried; each is looked at once."""
        key = f"{evidence.at} {evidence.name}"
        if key in self._faults:
            return self._faults[key][1]
        if key in self._changed:
            return _is_changed(evidence)
        if evidence.fault is not None:
            self._faults[key] = (evidence, evidence.fault)
            return evidence.fault
        if evidence.sha256 and evidence.file:
            digest = self._shelf.digest(evidence.file)
            if digest is not None and digest != evidence.sha256:
                self._changed[key] = (evidence, digest)
                return _is_changed(evidence)
        return None

    def _opened(self, evidence: Evidence, languages: Sequence[str]) -> Opened | CopyFault:
        fault = self._looked_at(evidence)
        if fault is not None or evidence.file is None:
            return fault or CopyFault("absent", f"there is no file {evidence.name}")
        opened = self._shelf.of(evidence.file, media_type=evidence.media_type, languages=languages)
        key = f"{evidence.at} {evidence.name}"
        if isinstance(opened, CopyFault):
            fault = CopyFault(opened.kind, f"{evidence.name}: {opened.message}", opened.hint)
            self._faults[key] = (evidence, fault)
            return fault
        if evidence.sha256 and opened.copy.sha256 != evidence.sha256:
            self._changed[key] = (evidence, opened.copy.sha256)
            return _is_changed(evidence)
        return opened

    # ---- one quotation

    def _judged(self, at: str, quotation: Quotation) -> Judgement:
        citations = [
            (f"{at}/citations/{index}", citation)
            for index, citation in enumerate(quotation.get("citations", ()))
            if citation
        ]
        outer = quotation.get("within")
        if not citations and outer is not None:
            citations = self._citations_of(outer)
        reason = _unverifiable(quotation, has_citations=bool(citations))
        if reason:
            return Judgement(at, quotation["id"], quotation["text"], Verdict("unchecked", reason=reason))
        judged = [self._of_citation(quotation, where, citation) for where, citation in citations]
        if not any(is_found(one.verdict) for one in judged):
            judged = [self._or_elsewhere(quotation, one, citations) for one in judged]
        chosen = min(judged, key=lambda one: rank(one.verdict))
        return Judgement(at, quotation["id"], quotation["text"], chosen.verdict, chosen, tuple(judged))

    def _citations_of(self, outer: str) -> list[tuple[str, Citation]]:
        """Return the citations of the quotation around one that has none of its own: it stands in the same source."""
        return [
            (cited.at, cited.citation)
            for cited in self._document.citations
            if cited.owner["id"] == outer and cited.owner_at.startswith("/quotations/")
        ]

    def _of_citation(self, quotation: Quotation, at: str, citation: Citation) -> OfCitation:
        name = citation.get("source")
        source = self._document.source_by_id.get(name) if name is not None else None
        printed = citation.get("locator", {}).get("page", "")
        pages = cited_pages(printed)
        if name is None or source is None:
            reason = (
                "its citation names no source"
                if name is None
                else f"its citation names source '{name}', which the document does not have"
            )
            return OfCitation(at, name, Verdict("unchecked", reason=reason), cited=pages)
        evidence = self._finder.copies_around(name)
        evidence += self._finder.pictures_of(citation) if self._pictures else []
        every = tuple(self._held(quotation, one, citation, pages) for one in evidence)
        chosen = best(every)
        if chosen is None:
            return OfCitation(at, name, Verdict("unchecked", reason=_without_copies(source)), cited=pages)
        verdict = chosen.verdict
        if verdict.verdict == "unchecked":
            reasons = dict.fromkeys(one.verdict.reason for one in every if one.verdict.reason)
            verdict = verdict._replace(reason="; ".join(reasons))
        return OfCitation(at, name, verdict, chosen, every, pages, printed)

    def _held(
        self, quotation: Quotation, evidence: Evidence, citation: Citation, pages: Sequence[str]
    ) -> Held:
        """Hold a quotation against one copy."""
        source = self._document.source_by_id.get(evidence.source)
        languages = self._languages(source)
        opened = self._opened(evidence, languages)
        if isinstance(opened, CopyFault):
            return Held(evidence, Verdict("unchecked", reason=opened.message))
        own = quotation.get("language") or (languages[0] if languages else None)
        passage = citation.get("passage", {})
        verdict = held_against(
            quotation["text"],
            opened.source,
            segments=quotation.get("segments"),
            language=own,
            pages=pages,
            prefix=passage.get("prefix", ""),
            suffix=passage.get("suffix", ""),
        )
        verdict = self._unless_translated(verdict, quotation, source)
        copy, span = opened.copy, verdict.span
        return Held(
            evidence,
            verdict,
            copy.sha256,
            copy.media_type,
            copy.extractor,
            copy.scanned,
            any(page.label for page in copy.pages),
            "" if span is None else copy.text[max(0, span.start - _AROUND) : span.start],
            "" if span is None else copy.text[span.end : span.end + _AROUND],
            region_of(verdict.spans, copy.words) if span is not None and is_found(verdict) else None,
        )

    def _languages(self, source: Source | None) -> tuple[str, ...]:
        """Return the languages that a copy may be in, the likeliest first."""
        own = source.get("language") if source is not None else None
        around = self._document.article.get("language")
        return tuple(dict.fromkeys(one for one in (own, around) if one))

    def _unless_translated(self, verdict: Verdict, quotation: Quotation, source: Source | None) -> Verdict:
        """Return a verdict; where nothing like the quotation was found and it is likely a translation, unchecked."""
        if (
            is_found(verdict)
            or verdict.similarity >= _SAME_LANGUAGE
            or verdict.verdict in {"ambiguous", "unchecked"}
        ):
            return verdict
        around = self._document.article.get("language")
        printed = quotation.get("language") or around
        copied = source.get("language") if source is not None else None
        if printed and copied and _primary(printed) != _primary(copied):
            reason = f"it is in '{printed}' and its copy in '{copied}', so that it is likely a translation"
            return Verdict("unchecked", reason=reason)
        if source is not None and source.get("textual_status") == "translation" and not copied:
            reason = (
                f"source '{source['id']}' is a translation and does not say in which language its copies are"
            )
            return Verdict("unchecked", reason=reason)
        return verdict

    # ---- other sources

    def _or_elsewhere(
        self, quotation: Quotation, judged: OfCitation, citations: Sequence[tuple[str, Citation]]
    ) -> OfCitation:
        """Return what was found, or that the quotation stands in another source than the cited one."""
        if judged.verdict.verdict not in {"altered", "absent"} or not _is_telling(quotation["text"]):
            return judged
        own = {
            source["id"]
            for _, citation in citations
            for source in self._document.chain(citation.get("source"))
        }
        for _, source in self._document.sources:
            if source["id"] in own:
                continue
            for evidence in self._finder.copies_of(source):
                held = self._held(quotation, evidence, {}, ())
                if held.verdict.verdict in FAITHFUL:
                    verdict = held.verdict._replace(verdict="misattributed")
                    return OfCitation(
                        judged.at,
                        judged.source,
                        verdict,
                        held,
                        (*judged.every, held),
                        judged.cited,
                        judged.pages,
                    )
        return judged


def _unverifiable(quotation: Quotation, *, has_citations: bool) -> str:
    """Return why a quotation cannot be held against anything, empty where it can."""
    if "translation_of" in quotation:
        return "it is a translation; what it is a translation of can be checked, its own words cannot"
    if has_citations:
        return ""
    if "uncited" in quotation:
        return f"it has no citation on purpose: {quotation['uncited'].get('reason', 'no reason is given')}"
    return "it has no citation"


def _without_copies(source: Source) -> str:
    if any(copy and "url" in copy for copy in source.get("copies", ())):
        return f"the copies of source '{source['id']}' lie at web addresses alone, and nothing is fetched"
    return f"there is no copy of source '{source['id']}'"


def _is_changed(evidence: Evidence) -> CopyFault:
    return CopyFault("changed", f"{evidence.name} is not the copy that was pinned: its SHA-256 is another")


def _is_telling(text: str) -> bool:
    """Return whether a quotation has so many words that they hardly stand in two sources by chance."""
    return len(text.split()) >= _WORDS_ENOUGH or len(UNSPACED.findall(text)) >= _UNSPACED_ENOUGH


def _primary(language: str) -> str:
    return language.partition("-")[0].casefold()
