"""The second road in one place: text, paragraphs, citations, quotations, front matter, document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.converter.citation.line_ends import read_across_lines
from pincite.converter.compose.document import build
from pincite.converter.compose.origin import NOWHERE
from pincite.converter.lexicon import lexicon_for
from pincite.converter.readers.text import manuscript as text_manuscript
from pincite.converter.segment.archive_legend import archive_legend
from pincite.converter.segment.boilerplate import boilerplate_types
from pincite.converter.segment.citations import citations_in
from pincite.converter.segment.claims import Surroundings, body_claims, lead_claims
from pincite.converter.segment.front_matter import front_matter
from pincite.converter.segment.image_marks import image_marks
from pincite.converter.segment.layouts.note import note_number, note_paragraphs, with_notes
from pincite.converter.segment.quotations import quotations
from pincite.converter.segment.relations import relations
from pincite.converter.segment.said import said_types
from pincite.converter.segment.several_sources import apart
from pincite.converter.styles import built_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.compose.origin import Origin
    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Manuscript, Paragraph
    from pincite.converter.segment.claims import FoundClaim
    from pincite.converter.segment.found import FoundCitation, FoundQuotation
    from pincite.converter.segment.header_lines import FrontMatter
    from pincite.converter.segment.image_marks import ImageMark
    from pincite.converter.segment.relations import FoundRelation
    from pincite.converter.styles import Style
    from pincite.model.format import ArchiveEntry, DocumentData


@dataclass(frozen=True)
class SegmentedArticle:
    """An article with all that was found in it; offsets are code points in ``text``.

    ``types`` gives the block type of paragraphs that are no running text; ``loose_marks`` are image marks that
    no citation is followed by; ``reads`` says what each of ``citations`` says; ``archives`` explains the codes.
    """

    manuscript: Manuscript
    language: str | None
    lexicon: Lexicon
    front: FrontMatter
    types: dict[int, str]
    citations: list[FoundCitation]
    quotations: list[FoundQuotation]
    claims: list[FoundClaim]
    relations: list[FoundRelation]
    loose_marks: list[ImageMark]
    reads: list[ReadCitation]
    archives: dict[str, ArchiveEntry]

    @property
    def text(self) -> str:
        """Return the article's text."""
        return self.manuscript.text

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Return the article's paragraphs, in order."""
        return self.manuscript.paragraphs


def convert_text(content: str, styles: Sequence[Style] = ()) -> DocumentData:
    """Return the document for an article given as plain text; see ``segmented`` for *styles*.

    The text is kept whole: only a leading BOM goes, and line ends become LF.
    """
    return convert_manuscript(text_manuscript(content), styles)


def convert_manuscript(
    manuscript: Manuscript, styles: Sequence[Style] = (), *, origin: Origin = NOWHERE
) -> DocumentData:
    """Return the document for an article that a reader has read; see ``segmented`` for *styles*.

    *origin* says where the article and its document lie.
    """
    return build(segmented(manuscript, styles), origin)


def segmented(manuscript: Manuscript, styles: Sequence[Style] = ()) -> SegmentedArticle:
    """Say which part of an article's text is what; *styles* are those its citations are printed in, else any."""
    manuscript = with_notes(manuscript)
    text, paragraphs = manuscript.text, manuscript.paragraphs
    language, lexicon = lexicon_for(text, manuscript.about.language, styles)
    citations = citations_in(manuscript, styles or built_in(), lexicon)
    cited = {citation.paragraph for citation in citations}
    said = said_types(manuscript, note_paragraphs(manuscript), cited)
    front = front_matter(manuscript, cited, said, lexicon)
    free = set(range(len(paragraphs))) - front.types.keys() - cited - said.keys()
    types = {**boilerplate_types(paragraphs, free, lexicon), **said, **front.types}
    quoted = quotations(manuscript, citations, types, lexicon)
    citations, quoted = apart(citations, quoted, manuscript.links, lexicon)
    within = {number for one in quoted.quotations for number in one.paragraphs}
    notes = [note_number(one.note_mark) if one.note_mark else None for one in citations]
    reads = read_across_lines([citation.raw for citation in citations], text, lexicon, notes)
    around = Surroundings(paragraphs, quoted.quotations, citations, reads, lexicon)
    alone = {citation.paragraph for citation in citations if citation.alone}
    running = set(range(len(paragraphs))) - types.keys() - within - alone
    codes = dict.fromkeys(read.archive_code for read in reads if read.archive_code)
    taken = {mark.start for citation in citations for mark in citation.images}
    return SegmentedArticle(
        manuscript=manuscript,
        language=language,
        lexicon=lexicon,
        front=front,
        types={number: kind for number, kind in types.items() if number not in within},
        citations=citations,
        quotations=quoted.quotations,
        claims=lead_claims(paragraphs, front.leads) + body_claims(around, quoted.statements, running),
        relations=relations(text, around),
        loose_marks=[mark for mark in image_marks(text, lexicon) if mark.start not in taken],
        reads=reads,
        archives=archive_legend(text, citations, codes, lexicon),
    )
