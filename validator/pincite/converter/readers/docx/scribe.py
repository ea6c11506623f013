"""Takes down what is met on the walk through a story: paragraphs, with the fields that stand in and across them."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pincite.converter.manuscript import Picture
from pincite.converter.readers.docx.draft import Draft, Mark, Span
from pincite.converter.readers.docx.fields import Field, picture_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.readers.docx.draft import Block, Shape
    from pincite.converter.readers.docx.notes import NoteKey


class Scribe:
    """The paragraphs of one story, in order.

    While ``hidden`` is set nothing is taken down but fields; ``language`` is that of the text to come.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hidden = False
        self.language: str | None = None
        self.languages: Counter[str | None] = Counter()
        """How many characters are in which language; None is the document's own."""
        self._draft: Draft | None = None
        self._fields: list[Field] = []
        self._codes = 0
        """How many of the fields are still at their instructions."""
        self._held: list[str] = []
        """Text that stands among instructions: dropped when they end, kept if they never do."""

    @property
    def at(self) -> int:
        """Return how much text the paragraph has."""
        return self._draft.at if self._draft else 0

    @property
    def draft(self) -> Draft:
        """Return the paragraph that is being written; one is begun where there is none."""
        if self._draft is None:
            self._draft = Draft()
        return self._draft

    @property
    def taking(self) -> bool:
        """Return whether what is met is to be seen, and not a part of an instruction."""
        return not self.hidden and not self._codes

    def progress(self) -> tuple[int, ...]:
        """Return figures that change whenever something is taken down."""
        pictures = len(self._draft.pictures) if self._draft else 0
        return len(self.blocks), self.at, pictures, len(self._held)

    def begin(self, shape: Shape) -> None:
        """Begin a paragraph, or go on with the one whose end was deleted: the last one's looks count."""
        self.draft.shape = shape

    def say(self, text: str) -> None:
        """Add text to the paragraph."""
        if self.hidden or not text:
            return
        if self._codes:
            self._held.append(text)
            return
        self.draft.say(text)
        self.languages[self.language] += len(text)

    def show(self, picture: Picture) -> None:
        """Add a picture, the place of which is set here."""
        if self.taking:
            self.draft.pictures.append(picture)

    def link(self, start: int, target: str) -> None:
        """Let the text from *start* on lead to a target."""
        if self.at > start:
            self.draft.links.append(Span(start, self.at, target))

    def mark(self, start: int, note: NoteKey, *, own: bool) -> None:
        """Let the text from *start* on be the mark of a note."""
        if self.at > start:
            self.draft.marks.append(Mark(start, self.at, note, own))

    def finish(self) -> Block | None:
        """End the paragraph and return it, None where there is none to end."""
        if self._codes:  # a field whose instruction does not end in its paragraph has none
            held, self._held, self._codes = self._held, [], 0
            for field in self._fields:
                field.separated = True
            self.say("".join(held))
        draft, self._draft = self._draft, None
        if draft is None:
            return None
        innermost = self._fields[-1] if self._fields else None
        if innermost and innermost.target:
            start = innermost.start if innermost.draft is draft else 0
            draft.links.append(Span(start, draft.at, innermost.target))
        return draft.block()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Take down a text that stands apart from the one around it, and from its fields."""
        fields, self._fields = self._fields, []
        yield
        self._fields = fields

    def begin_field(self) -> None:
        """Begin a field, at its instruction."""
        if len(self._fields) < _MAX_OPEN:
            self._fields.append(Field(self._draft, self.at))
            self._codes += 1

    def instruct(self, code: str) -> None:
        """Add to the instruction of the field that began last."""
        if self._fields and not self._fields[-1].separated:
            self._fields[-1].instruct(code)

    def separate_field(self) -> None:
        """End the instruction of the field that began last: its result follows."""
        if self._fields and not self._fields[-1].separated:
            field = self._fields[-1]
            field.separated = True
            self._end_code()
            field.draft, field.start = self._draft, self.at
            field.pictures = len(self._draft.pictures) if self._draft else 0

    def end_field(self) -> None:
        """End the field that began last, and take down where it leads."""
        if not self._fields:
            return
        field = self._fields.pop()
        if not field.separated:
            self._end_code()
        here = field.draft is self._draft
        if field.separated and field.target:
            self.link(field.start if here else 0, field.target)
        picture = picture_target(field.code)
        shown = len(self._draft.pictures) if self._draft else 0
        if picture and here and shown == field.pictures:
            self.show(Picture(self.at, target=picture))

    def _end_code(self) -> None:
        self._codes -= self._codes > 0
        if not self._codes:
            self._held = []


_MAX_OPEN = 64
"""Fields in one another; more are a document's fault, and taken as no fields."""
