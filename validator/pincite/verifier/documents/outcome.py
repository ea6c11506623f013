"""What came of a document: for each quotation its verdict, with what each citation and each copy gave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from pincite.verifier.cited_pages import cited_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.format import Citation
    from pincite.verifier.copies.copy_text import CopyFault
    from pincite.verifier.documents.evidence import Evidence
    from pincite.verifier.holding import Held
    from pincite.verifier.verdict import Verdict


class CopyOutcome(NamedTuple):
    """What one copy says of a quotation.

    ``shows_part``: a piece of the quotation stands there. ``pictures`` are the JSON Pointers of the images whose texts were put
    together, where it is no single file.
    """

    evidence: Evidence
    held: Held
    shows_part: bool = False
    pictures: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Return the copy's verdict."""
        return self.held.verdict


@dataclass(frozen=True)
class CitationOutcome:
    """What the copies that one citation leads to say of a quotation.

    ``at`` is the citation's JSON Pointer, ``copy`` the one with the best verdict (of a misattributed quotation: that
    of another source), ``copies`` all of them.
    """

    at: str
    citation: Citation
    verdict: Verdict
    copy: CopyOutcome | None = None
    copies: tuple[CopyOutcome, ...] = ()

    @property
    def source(self) -> str | None:
        """Return the id of the cited source."""
        return self.citation.get("source")

    @property
    def pages(self) -> str:
        """Return the words in which the citation gives its pages."""
        return printed_pages(self.citation)

    @property
    def cited(self) -> tuple[str, ...]:
        """Return the labels of the cited pages, empty where they are not known."""
        return cited_pages(self.pages)

    @property
    def page_agrees(self) -> bool | None:
        """Return whether the passage stands on a page that is cited, None where that cannot be said."""
        if self.copy is None or self.verdict.verdict in {"misattributed", "unchecked"}:
            return None
        return self.copy.held.page_agrees(self.cited)


@dataclass(frozen=True)
class Judgement:
    """One quotation with its verdict: the one of ``best``, the citation that gives the best one; None where none was looked at.

    ``elsewhere`` is a copy of another source that has nearly its words, where no cited one has.
    """

    at: str
    id: str
    text: str
    verdict: Verdict
    best: CitationOutcome | None = None
    citations: tuple[CitationOutcome, ...] = ()
    elsewhere: CopyOutcome | None = None

    @property
    def copy(self) -> CopyOutcome | None:
        """Return the copy that gives the verdict."""
        return None if self.best is None else self.best.copy


class Disagreement(NamedTuple):
    """Two quotations of one passage that differ in its words: the second one's place, and what each of them prints.

    ``differing`` says which has other words than the copy: ``this`` one, the ``other``, or ``both``.
    """

    at: str
    id: str
    other: str
    words: str
    others_words: str
    copy: str
    differing: Literal["this", "other", "both"]


@dataclass(frozen=True)
class Verification:
    """What was found in one document.

    ``changed`` are copies whose digest is not the one pinned, each with the digest it has; ``faults`` those that
    could not be read, each once.
    """

    judgements: tuple[Judgement, ...] = ()
    changed: tuple[tuple[Evidence, str], ...] = ()
    faults: tuple[tuple[Evidence, CopyFault], ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def printed_pages(citation: Citation) -> str:
    """Return the words in which a citation gives its pages, empty where it gives none."""
    return citation.get("locator", {}).get("page", "")


def best(copies: Iterable[CopyOutcome]) -> CopyOutcome | None:
    """Return the copy with the best verdict; of equal ones that with the nearest passage, then the first."""
    return min(copies, key=lambda one: (one.verdict.rank, -one.verdict.similarity), default=None)


def misattributed(judgement: Judgement, copy: CopyOutcome) -> Judgement:
    """Return what was found of a quotation, now that it stands in a copy of another source than those it is cited to."""
    verdict = copy.verdict._replace(verdict="misattributed")
    citations = tuple(
        replace(one, verdict=verdict, copy=copy, copies=(*one.copies, copy))
        if one.verdict.verdict in {"altered", "absent"}
        else one
        for one in judgement.citations
    )
    first = next(one for one in citations if one.verdict is verdict)
    return replace(judgement, verdict=verdict, best=first, citations=citations)
