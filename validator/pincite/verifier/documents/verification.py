"""What verifying a document has found: for each quotation its verdict, and what each copy said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.copies.copy_text import is_cited
from pincite.verifier.verdict import FAITHFUL, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from pincite.model.format import Region
    from pincite.verifier.copies.copy_text import CopyFault

_BEST_FIRST = (
    "exact",
    "normalised",
    "edited",
    "ambiguous",
    "near",
    "misattributed",
    "altered",
    "absent",
    "unchecked",
)


class Evidence(NamedTuple):
    """A file in which a quotation may stand.

    ``source`` is the id of the source that it is a copy of, ``at`` the JSON Pointer of what names it in the document
    (empty for a file found in a folder of sources), ``name`` its path as people know it. ``file`` is where it lies, None
    where ``fault`` says why it is not to be read. ``sha256`` is the digest that was pinned. ``kind`` is ``picture`` for
    one that an image of the document names.
    """

    source: str
    at: str
    name: str
    kind: Literal["copy", "picture"] = "copy"
    file: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    fault: CopyFault | None = None


class Held(NamedTuple):
    """A quotation held against one copy.

    ``sha256``, ``media_type`` and ``extractor`` are those of the copy, empty where it was not read. ``labelled`` says that
    its pages bear labels, so that they can be those cited; ``shows_part``, that a piece of the quotation stands
    there. ``prefix`` and ``suffix`` are the words around the passage,
    ``regions`` its places on pictures, one a page. ``pictures`` are
    the JSON Pointers of the images whose texts were put together, where it is no single file.
    """

    evidence: Evidence
    verdict: Verdict
    sha256: str = ""
    media_type: str = ""
    extractor: str = ""
    scanned: bool = False
    labelled: bool = False
    shows_part: bool = False
    prefix: str = ""
    suffix: str = ""
    regions: tuple[Region, ...] = ()
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class OfCitation:
    """What the copies that one citation leads to say of a quotation.

    ``at`` is the citation's JSON Pointer, ``held`` the copy with the best verdict (of a misattributed quotation: that
    of another source), ``every`` all of them. ``cited`` are the labels of the cited pages, empty where they
    are not known, and ``pages`` the words in which the citation gives them.
    """

    at: str
    source: str | None
    verdict: Verdict
    held: Held | None = None
    every: tuple[Held, ...] = ()
    cited: tuple[str, ...] = ()
    pages: str = ""

    @property
    def page_agrees(self) -> bool | None:
        """Return whether the passage stands on a page that is cited, None where that cannot be said."""
        place = self.verdict.place
        if not self.cited or place is None or self.held is None or not self.held.labelled:
            return None
        found = [one for one in (place.page_label, place.page_end_label) if one]
        if not found:
            return None
        return any(is_cited(one, self.cited) for one in found)


@dataclass(frozen=True)
class Judgement:
    """One quotation with its verdict: the best one that its citations give; ``of`` is the citation that gives it."""

    at: str
    id: str
    text: str
    verdict: Verdict
    of: OfCitation | None = None
    citations: tuple[OfCitation, ...] = ()


class Disagreement(NamedTuple):
    """Two quotations of one passage that differ in its words: the second one's place, and what each of them prints."""

    at: str
    id: str
    other: str
    words: str
    others_words: str
    copy: str


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


def rank(verdict: Verdict) -> int:
    """Return the place of a verdict among all, the best one first."""
    return _BEST_FIRST.index(verdict.verdict)


def best(held: Iterable[Held]) -> Held | None:
    """Return the copy with the best verdict; of equal ones that with the nearest passage, then the first."""
    return min(held, key=lambda one: (rank(one.verdict), -one.verdict.similarity), default=None)


def is_found(verdict: Verdict) -> bool:
    """Return whether the quotation's words stand in the copy, be it as a scan shows them."""
    return verdict.verdict in FAITHFUL or verdict.verdict == "near"


def misattributed(judgement: Judgement, held: Held) -> Judgement:
    """Return what was found of a quotation, now that it stands in a copy of another source than those it is cited to."""
    verdict = held.verdict._replace(verdict="misattributed")
    citations = tuple(
        replace(one, verdict=verdict, held=held, every=(*one.every, held))
        if one.verdict.verdict in {"altered", "absent"}
        else one
        for one in judgement.citations
    )
    of = next(one for one in citations if one.verdict is verdict)
    return replace(judgement, verdict=verdict, of=of, citations=citations)
