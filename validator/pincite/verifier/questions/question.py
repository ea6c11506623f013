"""A question without a document: whether a quotation stands in a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.as_data import verdict_data
from pincite.verifier.cited_pages import cited_pages
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.documents.verification import Evidence, Held, OfCitation
from pincite.verifier.quotation import verify
from pincite.verifier.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import Segment
    from pincite.model.json_value import Json, JsonObject
    from pincite.verifier.shelf import Shelf


class Question(NamedTuple):
    """A quotation and the file in which it may stand.

    ``source`` is the file as the asker names it, ``file`` where it lies. ``page`` holds labels of pages as a locator does.
    ``id`` is given back with the answer.
    """

    text: str
    source: str
    file: str
    id: Json = None
    segments: Sequence[Segment] | None = None
    language: str | None = None
    page: str | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Answer:
    """What was found, with what it was asked of; ``of`` is as a citation's."""

    question: Question
    of: OfCitation
    fault: CopyFault | None = None

    @property
    def verdict(self) -> Verdict:
        """Return the verdict."""
        return self.of.verdict

    def data(self) -> JsonObject:
        """Return the answer as plain JSON data."""
        held = self.of.held
        return {
            "id": self.question.id,
            **verdict_data(self.verdict),
            "page_agrees": self.of.page_agrees,
            "source": self.question.source,
            "sha256": (held.sha256 or None) if held is not None else None,
            "extractor": (held.extractor or None) if held is not None else None,
        }


def asked(question: Question, shelf: Shelf) -> Answer:
    """Answer one question; a file that cannot be read makes it unchecked, with the reason."""
    pages = cited_pages(question.page or "")
    evidence = Evidence("", "", question.source, file=question.file)
    languages = () if question.language is None else (question.language,)
    opened = shelf.of(question.file, languages=languages)
    if isinstance(opened, CopyFault):
        message = f"{question.source}: {opened.message}"
        verdict = Verdict("unchecked", reason=f"{message}; {opened.hint}" if opened.hint else message)
        return Answer(question, OfCitation("", None, verdict, cited=pages), opened)
    verdict = verify(
        question.text,
        opened.source,
        segments=question.segments,
        language=question.language,
        pages=pages,
        prefix=question.prefix,
        suffix=question.suffix,
    )
    copy = opened.copy
    labelled = any(page.label for page in copy.pages)
    held = Held(evidence, verdict, copy.sha256, copy.media_type, copy.extractor, copy.scanned, labelled)
    return Answer(question, OfCitation("", None, verdict, held, (held,), pages, question.page or ""))


def unanswered(identity: Json, source: str, reason: str) -> JsonObject:
    """Return the answer to a question that could not be asked."""
    question = Question("", source, "", identity)
    return Answer(question, OfCitation("", None, Verdict("unchecked", reason=reason))).data()
