"""A question without a document: whether a quotation stands in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.as_data import verdict_data
from pincite.verifier.cited_pages import cited_pages
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.holding import hold, unheld

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import Segment
    from pincite.model.json_value import Json, JsonObject
    from pincite.verifier.holding import Held
    from pincite.verifier.shelf import Shelf
    from pincite.verifier.verdict import Verdict


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


class Answer(NamedTuple):
    """What was found, with what it was asked of."""

    question: Question
    held: Held

    @property
    def verdict(self) -> Verdict:
        """Return the verdict."""
        return self.held.verdict

    @property
    def page_agrees(self) -> bool | None:
        """Return whether the passage stands on a page that was named, None where that cannot be said."""
        return self.held.page_agrees(cited_pages(self.question.page or ""))

    def data(self) -> JsonObject:
        """Return the answer as plain JSON data."""
        return _data(self.question.id, self.question.source, self.held, self.page_agrees)


def asked(question: Question, shelf: Shelf) -> Answer:
    """Answer one question; a file that cannot be read makes it unchecked, with the reason."""
    opened = shelf.of(question.file, languages=() if question.language is None else (question.language,))
    if isinstance(opened, CopyFault):
        message = f"{question.source}: {opened.message}"
        return Answer(question, unheld(f"{message}; {opened.hint}" if opened.hint else message))
    held = hold(
        opened,
        question.text,
        segments=question.segments,
        cited=cited_pages(question.page or ""),
        prefix=question.prefix,
        suffix=question.suffix,
    )
    return Answer(question, held)


def unanswered(identity: Json, source: str, reason: str) -> JsonObject:
    """Return the answer to a question that could not be asked."""
    return _data(identity, source, unheld(reason), None)


def _data(identity: Json, source: str, held: Held, page_agrees: bool | None) -> JsonObject:  # noqa: FBT001 - an answer's member, no switch
    return {
        "id": identity,
        **verdict_data(held.verdict),
        "page_agrees": page_agrees,
        "source": source,
        "sha256": held.sha256 or None,
        "extractor": held.extractor or None,
    }
