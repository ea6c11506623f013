"""A document's quotations are held against the copies of the sources they are cited to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.verifier.cited_pages import cited_pages
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.documents.access import Access
from pincite.verifier.documents.disagreement import disagreements
from pincite.verifier.documents.evidence import Evidence
from pincite.verifier.documents.finder import Finder
from pincite.verifier.documents.outcome import (
    CitationOutcome,
    CopyOutcome,
    Judgement,
    Verification,
    best,
    misattributed,
    printed_pages,
)
from pincite.verifier.documents.pictures import joined, shows_part
from pincite.verifier.documents.reasons import (
    unless_translated,
    unverifiable,
    without_copies,
    without_source,
)
from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.holding import hold, unheld
from pincite.verifier.shelf import Opened
from pincite.verifier.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document
    from pincite.model.format import Citation, Quotation, Source
    from pincite.verifier.documents.source_folders import SourceFolders
    from pincite.verifier.shelf import Shelf

_WORDS_ENOUGH = 4
"""Words of a quotation that may be looked for in other sources: fewer stand in many."""
_NEARLY = 0.8
"""Similarity from which on a passage of another source has a quotation's words but for a few."""
_UNSPACED_ENOUGH = 8
"""The same in letters of scripts that do without spaces."""


def verify_document(
    document: Document, shelf: Shelf, folders: SourceFolders, *, pictures: bool = True
) -> Verification:
    """Return what the copies at hand say of each quotation of a document; *pictures* are read where they are wanted.

    What a copy is and whether it is the pinned one is looked at before anything is judged by it.
    """
    return _Walk(document, shelf, folders, pictures=pictures).done()


class _Walk:
    """The way through one document, with the copies it has opened."""

    def __init__(self, document: Document, shelf: Shelf, folders: SourceFolders, *, pictures: bool) -> None:
        self._document = document
        self._pictures = pictures
        self._access = Access(shelf)
        self._finder = Finder(document, folders, shelf)

    def done(self) -> Verification:
        for source in self._document.known_sources.values():
            for evidence in self._finder.copies_of(source):
                self._access.look_at(evidence)
        by_place = {at: self._judged(at, quotation) for at, quotation in self._by_source()}
        by_place = {**by_place, **dict(self._elsewhere(by_place))}
        judgements = tuple(by_place[at] for at, _ in self._document.quotations)
        return Verification(
            judgements,
            tuple(self._access.changed.values()),
            tuple(self._access.faults.values()),
            tuple(disagreements(judgements)),
        )

    def _by_source(self) -> list[tuple[str, Quotation]]:
        """Return the quotations with those of one source together: so each copy is made ready once, however many there are."""
        order = {name: number for number, name in enumerate(self._document.known_sources)}

        def place(item: tuple[str, Quotation]) -> int:
            cited = next((one.get("source") for one in item[1].get("citations", ()) if one), None)
            return order.get(cited or "", len(order))

        return sorted(self._document.quotations, key=place)

    def _judged(self, at: str, quotation: Quotation) -> Judgement:
        citations = self._citations_of(at, quotation)
        verdict = unverifiable(quotation, has_citations=bool(citations))
        if verdict is not None:
            return Judgement(at, quotation["id"], quotation["text"], verdict)
        outcomes = [self._of_citation(quotation, where, citation) for where, citation in citations]
        first = min(outcomes, key=lambda one: one.verdict.rank)
        return Judgement(at, quotation["id"], quotation["text"], first.verdict, first, tuple(outcomes))

    def _citations_of(self, at: str, quotation: Quotation) -> list[tuple[str, Citation]]:
        """Return the citations of a quotation with their places; those of the one around it where it has none.

        It stands in the same source then.
        """
        own = [
            (f"{at}/citations/{index}", citation)
            for index, citation in enumerate(quotation.get("citations", ()))
            if citation
        ]
        outer = quotation.get("within")
        if own or outer is None:
            return own
        return [
            (cited.at, cited.citation)
            for cited in self._document.citations
            if cited.owner["id"] == outer and cited.owner_at.startswith("/quotations/")
        ]

    def _of_citation(self, quotation: Quotation, at: str, citation: Citation) -> CitationOutcome:
        name = citation.get("source")
        source = self._document.source_by_id.get(name) if name is not None else None
        if name is None or source is None:
            return CitationOutcome(
                at, citation, Verdict("unchecked", reason=without_source(name, self._document))
            )
        copies = [self._held(quotation, one, citation) for one in self._finder.copies_around(name)]
        if self._pictures:
            copies += self._on_pictures(quotation, citation)
        chosen = best(copies)
        if chosen is None:
            return CitationOutcome(at, citation, Verdict("unchecked", reason=without_copies(source)))
        verdict = chosen.verdict
        if verdict.verdict == "unchecked":
            reasons = dict.fromkeys(one.verdict.reason for one in copies if one.verdict.reason)
            verdict = verdict._replace(reason="; ".join(reasons))
        return CitationOutcome(at, citation, verdict, chosen, tuple(copies))

    def _on_pictures(self, quotation: Quotation, citation: Citation) -> Iterator[CopyOutcome]:
        """Hold a quotation against the pictures of a citation: against each, and else against all of them as one text."""
        evidence = self._finder.pictures_of(citation)
        single = [self._held(quotation, one, citation) for one in evidence]
        yield from single
        read = [(one, opened.copy) for one in evidence if isinstance(opened := self._opened(one), Opened)]
        if len(read) > 1 and not any(one.verdict.found for one in single):
            name = " + ".join(one.name for one, _ in read)
            whole = Evidence(evidence[0].source, "", name, "picture")
            opened = Opened.of(joined([copy for _, copy in read]))
            outcome = self._held_against(opened, quotation, whole, citation)
            yield outcome._replace(pictures=tuple(one.at for one, _ in read))

    def _opened(self, evidence: Evidence) -> Opened | CopyFault:
        return self._access.opened(
            evidence, self._languages(self._document.source_by_id.get(evidence.source))
        )

    def _held(self, quotation: Quotation, evidence: Evidence, citation: Citation) -> CopyOutcome:
        """Hold a quotation against a copy, if it can be opened."""
        opened = self._opened(evidence)
        if isinstance(opened, CopyFault):
            return CopyOutcome(evidence, unheld(opened.message))
        return self._held_against(opened, quotation, evidence, citation)

    def _held_against(
        self, opened: Opened, quotation: Quotation, evidence: Evidence, citation: Citation
    ) -> CopyOutcome:
        source = self._document.source_by_id.get(evidence.source)
        passage = citation.get("passage", {})
        held = hold(
            opened,
            quotation["text"],
            segments=quotation.get("segments"),
            cited=cited_pages(printed_pages(citation)),
            prefix=passage.get("prefix", ""),
            suffix=passage.get("suffix", ""),
        )
        held = held._replace(verdict=unless_translated(held.verdict, quotation, source, self._document))
        shown = held.verdict.found or (
            evidence.kind == "picture" and shows_part(quotation["text"], opened.copy.text)
        )
        return CopyOutcome(evidence, held, shown)

    def _languages(self, source: Source | None) -> tuple[str, ...]:
        """Return the languages that a copy may be in, the likeliest first."""
        own = source.get("language") if source is not None else None
        around = self._document.article.get("language")
        return tuple(dict.fromkeys(one for one in (own, around) if one))

    def _elsewhere(self, judgements: Mapping[str, Judgement]) -> Iterator[tuple[str, Judgement]]:
        """Yield anew those quotations that stand in another source than the cited one, source by source."""
        sought = {
            at: (quotation, self._sources_of(at, quotation))
            for at, quotation in self._document.quotations
            if judgements[at].verdict.verdict in {"altered", "absent"} and _is_telling(quotation["text"])
        }
        nearly: dict[str, CopyOutcome] = {}
        for source in self._document.known_sources.values():
            for evidence in self._finder.copies_of(source) if sought else ():
                for at in [at for at, (_, own) in sought.items() if source["id"] not in own]:
                    outcome = self._held(sought[at][0], evidence, {})
                    if outcome.verdict.faithful:
                        yield at, misattributed(judgements[at], outcome)
                        del sought[at]
                    elif _is_nearly(outcome):
                        nearly[at] = best([*([nearly[at]] if at in nearly else []), outcome]) or outcome
        for at in nearly.keys() & sought.keys():
            if judgements[at].verdict.verdict == "absent":
                yield at, replace(judgements[at], elsewhere=nearly[at])

    def _sources_of(self, at: str, quotation: Quotation) -> set[str]:
        """Return the ids of the sources that a quotation is cited to, and of what contains them."""
        return {
            source["id"]
            for _, citation in self._citations_of(at, quotation)
            for source in self._document.chain(citation.get("source"))
        }


def _is_nearly(outcome: CopyOutcome) -> bool:
    verdict = outcome.verdict
    return verdict.verdict in {"near", "altered"} and verdict.similarity >= _NEARLY


def _is_telling(text: str) -> bool:
    """Return whether a quotation has so many words that they hardly stand in two sources by chance."""
    return len(text.split()) >= _WORDS_ENOUGH or sum(map(is_dense, text)) >= _UNSPACED_ENOUGH
