"""The second road in one place: text, paragraphs, citations, quotations, front matter, document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.convert.build.document import build
from pincite.convert.lexicon import lexicon_for
from pincite.convert.readers.text import paragraphs as read_paragraphs
from pincite.convert.segment.boilerplate import boilerplate_types
from pincite.convert.segment.citations import citations_in
from pincite.convert.segment.front_matter import front_matter
from pincite.convert.segment.image_marks import image_marks
from pincite.convert.segment.quotations import quotations
from pincite.model.document import plain_text

if TYPE_CHECKING:
    from pincite.convert.lexicon import Lexicon
    from pincite.convert.readers.text import Paragraph
    from pincite.convert.segment.citations import FoundCitation
    from pincite.convert.segment.front_matter import FrontMatter
    from pincite.convert.segment.image_marks import ImageMark
    from pincite.convert.segment.quotations import FoundQuotation, FoundStatement
    from pincite.model.format import DocumentData


@dataclass(frozen=True)
class SegmentedArticle:
    """An article with all that was found in it; offsets are code points in ``text``.

    ``types`` gives the block type of paragraphs that are no running text; ``loose_marks`` are image marks that
    no citation is followed by.
    """

    text: str
    language: str | None
    lexicon: Lexicon
    paragraphs: list[Paragraph]
    front: FrontMatter
    types: dict[int, str]
    citations: list[FoundCitation]
    quotations: list[FoundQuotation]
    statements: list[FoundStatement]
    loose_marks: list[ImageMark]


def convert_text(content: str) -> DocumentData:
    """Return the document for an article given as plain text.

    The text is kept whole: only a leading BOM goes, and line ends become LF.
    """
    return build(segmented(plain_text(content)))


def segmented(text: str) -> SegmentedArticle:
    """Say which part of an article's text is what."""
    language, lexicon = lexicon_for(text)
    paragraphs = read_paragraphs(text)
    citations = citations_in(paragraphs, lexicon)
    cited = {citation.paragraph for citation in citations}
    front = front_matter(paragraphs, cited, lexicon)
    free = {
        number
        for number, paragraph in enumerate(paragraphs)
        if number not in front.types and number not in cited
    }
    types = {**boilerplate_types(paragraphs, free, lexicon), **front.types}
    quoted = quotations(paragraphs, citations, types, lexicon)
    within = {number for one in quoted.quotations for number in one.paragraphs}
    taken = {mark.start for citation in citations for mark in citation.images}
    return SegmentedArticle(
        text=text,
        language=language,
        lexicon=lexicon,
        paragraphs=paragraphs,
        front=front,
        types={number: kind for number, kind in types.items() if number not in within},
        citations=citations,
        quotations=quoted.quotations,
        statements=quoted.statements,
        loose_marks=[mark for mark in image_marks(text) if mark.start not in taken],
    )
