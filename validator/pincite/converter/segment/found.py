"""What was found in an article: printed citations, what is quoted, and what is stated with a citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

    from pincite.converter.segment.image_marks import ImageMark


@dataclass(frozen=True)
class FoundCitation:
    """A printed citation, from ``start`` to ``end`` in the article's text, with what encloses it.

    ``paragraph`` is the number of the paragraph that it is cited in; ``place`` the stretch there that stands for it:
    its own, or the mark of the note that holds it. ``alone`` says that nothing stands before the place in its
    paragraph, ``last`` that nothing but image marks and punctuation stands behind it, up to ``tail``; ``introduces``
    that a colon does: the quotation follows. ``style`` names the way it is printed in, ``points`` what speaks for it.
    ``target`` is the address that it is linked to; ``opened`` says that a sign such as a dash opens its line; ``note_mark`` is the printed mark of
    the note that holds it, None outside of notes.
    """

    paragraph: int
    start: int
    end: int
    raw: str
    alone: bool
    last: bool
    tail: int
    images: tuple[ImageMark, ...]
    place: tuple[int, int]
    style: str
    points: int
    introduces: bool = False
    target: str | None = None
    opened: bool = False
    note_mark: str | None = None
    images_reason: str | None = None
    """Why the images are taken for its own, where it was printed with other sources in one parenthesis."""


@dataclass(frozen=True)
class FoundQuotation:
    """A quotation from ``start`` to ``end`` in the article's text, without its citations.

    ``citations`` are their numbers among the found citations; ``paragraphs`` the numbers of the paragraphs that
    a block quotation takes whole; ``lead_in`` the stretch that introduces it; ``repeats`` the citations of the
    quotation whose words it repeats; ``translates`` the start of the quotation that it is a translation of.
    """

    start: int
    end: int
    display: Literal["block", "inline"]
    citations: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()
    lead_in: tuple[int, int] | None = None
    repeats: tuple[int, ...] = ()
    translates: int | None = None


@dataclass(frozen=True)
class FoundStatement:
    """A sentence of the article that carries citations but quotes nothing."""

    start: int
    end: int
    citations: tuple[int, ...]
