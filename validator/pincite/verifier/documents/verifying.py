"""A document's quotations are held against the copies of the sources they are cited to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.cited_pages import cited_pages
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.copies.region import region_of
from pincite.verifier.documents.access import Access
from pincite.verifier.documents.disagreement import disagreements
from pincite.verifier.documents.evidence import Finder
from pincite.verifier.documents.pictures import joined, shows_part
from pincite.verifier.documents.reasons import unless_translated, unverifiable, without_copies, without_source
from pincite.verifier.documents.verification import (
    Evidence,
    Held,
    Judgement,
    OfCitation,
    Verification,
    best,
    is_found,
    misattributed,
    rank,
)
from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.quotation import verify
from pincite.verifier.shelf import Opened
from pincite.verifier.source import Source as Text
from pincite.verifier.verdict import FAITHFUL, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.model.document import Document
    from pincite.model.format import Citation, Quotation, Source
    from pincite.verifier.documents.evidence import SourceFolders
    from pincite.verifier.shelf import Shelf

_AROUND = 32
"""Code points of the words before and after a passage that are kept to find it again."""
_WORDS_ENOUGH = 4
"""Words of a quotation that may be looked for in other sources: fewer stand in many."""
_UNSPACED_ENOUGH = 8
"""The same in letters of scripts that do without spaces."""


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
        self._pictures = pictures
        self._access = Access(shelf)
        self._finder = Finder(document, folders, shelf)

    def done(self) -> Verification:
        for _, source in self._document.sources:
            for evidence in self._finder.copies_of(source):
                self._access.look_at(evidence)
        found = {at: self._judged(at, quotation) for at, quotation in self._by_source()}
        found = {**found, **dict(self._elsewhere(found))}
        judgements = tuple(found[at] for at, _ in self._document.quotations)
        return Verification(
            judgements,
            tuple(self._access.changed.values()),
            tuple(self._access.faults.values()),
            tuple(disagreements(judgements)),
        )

    def _by_source(self) -> list[tuple[str, Quotation]]:
        """Return the quotations with those of one source together: so each copy is made ready once, however many there are."""
        order = {source["id"]: number for number, (_, source) in enumerate(self._document.sources)}

        def place(item: tuple[str, Quotation]) -> int:
            cited = next((one.get("source") for one in item[1].get("citations", ()) if one), None)
            return order.get(cited or "", len(order))

        return sorted(self._document.quotations, key=place)

    def _judged(self, at: str, quotation: Quotation) -> Judgement:
        citations = self._citations_of(at, quotation)
        reason = unverifiable(quotation, has_citations=bool(citations))
        if reason:
            return Judgement(at, quotation["id"], quotation["text"], Verdict("unchecked", reason=reason))
        judged = [self._of_citation(quotation, where, citation) for where, citation in citations]
        chosen = min(judged, key=lambda one: rank(one.verdict))
        return Judgement(at, quotation["id"], quotation["text"], chosen.verdict, chosen, tuple(judged))

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

    def _of_citation(self, quotation: Quotation, at: str, citation: Citation) -> OfCitation:
        name = citation.get("source")
        source = self._document.source_by_id.get(name) if name is not None else None
        printed = citation.get("locator", {}).get("page", "")
        pages = cited_pages(printed)
        if name is None or source is None:
            return OfCitation(at, name, Verdict("unchecked", reason=without_source(name)), cited=pages)
        every = [self._held(quotation, one, citation, pages) for one in self._finder.copies_around(name)]
        if self._pictures:
            every += self._on_pictures(quotation, citation, pages)
        chosen = best(every)
        if chosen is None:
            return OfCitation(at, name, Verdict("unchecked", reason=without_copies(source)), cited=pages)
        verdict = chosen.verdict
        if verdict.verdict == "unchecked":
            reasons = dict.fromkeys(one.verdict.reason for one in every if one.verdict.reason)
            verdict = verdict._replace(reason="; ".join(reasons))
        return OfCitation(at, name, verdict, chosen, tuple(every), pages, printed)

    def _on_pictures(self, quotation: Quotation, citation: Citation, pages: Sequence[str]) -> Iterator[Held]:
        """Hold a quotation against the pictures of a citation: against each, and else against all of them as one text."""
        evidence = self._finder.pictures_of(citation)
        every = [self._held(quotation, one, citation, pages) for one in evidence]
        yield from every
        read = [(one, opened.copy) for one in evidence if isinstance(opened := self._opened(one), Opened)]
        if len(read) > 1 and not any(is_found(one.verdict) for one in every):
            copy = joined([copy for _, copy in read])
            name = " + ".join(one.name for one, _ in read)
            whole = Evidence(evidence[0].source, "", name, "picture")
            held = self._verify(quotation, whole, Opened(copy, Text.of_copy(copy)), citation, pages)
            yield held._replace(pictures=tuple(one.at for one, _ in read))

    def _opened(self, evidence: Evidence) -> Opened | CopyFault:
        return self._access.opened(
            evidence, self._languages(self._document.source_by_id.get(evidence.source))
        )

    def _held(
        self, quotation: Quotation, evidence: Evidence, citation: Citation, pages: Sequence[str]
    ) -> Held:
        """Hold a quotation against one copy."""
        opened = self._opened(evidence)
        if isinstance(opened, CopyFault):
            return Held(evidence, Verdict("unchecked", reason=opened.message))
        return self._verify(quotation, evidence, opened, citation, pages)

    def _verify(
        self,
        quotation: Quotation,
        evidence: Evidence,
        opened: Opened,
        citation: Citation,
        pages: Sequence[str],
    ) -> Held:
        source = self._document.source_by_id.get(evidence.source)
        passage = citation.get("passage", {})
        verdict = verify(
            quotation["text"],
            opened.source,
            segments=quotation.get("segments"),
            language=quotation.get("language") or next(iter(self._languages(source)), None),
            pages=pages,
            prefix=passage.get("prefix", ""),
            suffix=passage.get("suffix", ""),
        )
        verdict = unless_translated(verdict, quotation, source, self._document)
        copy, span = opened.copy, verdict.span
        return Held(
            evidence,
            verdict,
            copy.sha256,
            copy.media_type,
            copy.extractor,
            copy.scanned,
            any(page.label for page in copy.pages),
            is_found(verdict) or (evidence.kind == "picture" and shows_part(quotation["text"], copy.text)),
            "" if span is None else copy.text[max(0, span.start - _AROUND) : span.start],
            "" if span is None else copy.text[span.end : span.end + _AROUND],
            region_of(copy, span) if span is not None and is_found(verdict) else (),
        )

    def _languages(self, source: Source | None) -> tuple[str, ...]:
        """Return the languages that a copy may be in, the likeliest first."""
        own = source.get("language") if source is not None else None
        around = self._document.article.get("language")
        return tuple(dict.fromkeys(one for one in (own, around) if one))

    def _elsewhere(self, found: Mapping[str, Judgement]) -> Iterator[tuple[str, Judgement]]:
        """Yield anew those quotations that stand in another source than the cited one, source by source."""
        sought = {
            at: (quotation, self._sources_of(at, quotation))
            for at, quotation in self._document.quotations
            if found[at].verdict.verdict in {"altered", "absent"} and _is_telling(quotation["text"])
        }
        for _, source in self._document.sources:
            for evidence in self._finder.copies_of(source) if sought else ():
                for at in [at for at, (_, own) in sought.items() if source["id"] not in own]:
                    held = self._held(sought[at][0], evidence, {}, ())
                    if held.verdict.verdict in FAITHFUL:
                        yield at, misattributed(found[at], held)
                        del sought[at]

    def _sources_of(self, at: str, quotation: Quotation) -> set[str]:
        """Return the ids of the sources that a quotation is cited to, and of what contains them."""
        return {
            source["id"]
            for _, citation in self._citations_of(at, quotation)
            for source in self._document.chain(citation.get("source"))
        }


def _is_telling(text: str) -> bool:
    """Return whether a quotation has so many words that they hardly stand in two sources by chance."""
    return len(text.split()) >= _WORDS_ENOUGH or sum(map(is_dense, text)) >= _UNSPACED_ENOUGH
