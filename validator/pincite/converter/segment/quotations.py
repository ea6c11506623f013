"""Which parts of an article are quoted, and which statements carry a citation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pincite.converter.segment.block_quotations import BlockQuotations
from pincite.converter.segment.found import FoundQuotation, FoundStatement
from pincite.converter.segment.inline_quotations import quotations_or_statement, repeated_quotations
from pincite.converter.segment.translations import with_translations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Manuscript, Paragraph
    from pincite.converter.segment.found import FoundCitation


@dataclass
class Quoted:
    """The quotations and the cited statements of an article, in the order of its text."""

    quotations: list[FoundQuotation]
    statements: list[FoundStatement]


def quotations(
    manuscript: Manuscript,
    citations: list[FoundCitation],
    taken: Collection[int],
    lexicon: Lexicon,
) -> Quoted:
    """Return what the citations stand behind; every citation is kept under a quotation or a statement.

    *taken* are the paragraphs that are no body (front matter, boilerplate).
    """
    paragraphs = manuscript.paragraphs
    cited = {citation.paragraph for citation in citations}
    blocks = BlockQuotations(paragraphs, cited, set(taken), lexicon)
    others: list[FoundQuotation] = []
    statements: list[FoundStatement] = []
    since = 0
    for numbers in _clusters(paragraphs, citations):
        cluster = [citations[number] for number in numbers]
        since, ended = cluster[-1].tail, since
        is_first = ended <= paragraphs[cluster[0].paragraph].start
        if blocks.take_before(cluster, numbers, is_first=is_first) or blocks.take_behind(cluster, numbers):
            continue
        if cluster[0].alone and _joins_last(blocks, cluster[0]):
            last = blocks.found[-1]
            blocks.found[-1] = replace(last, citations=last.citations + numbers)
            blocks.quoted.add(cluster[0].paragraph)
            continue
        one = quotations_or_statement(paragraphs[cluster[0].paragraph], cluster[0], numbers, lexicon, ended)
        if isinstance(one, FoundStatement):
            statements.append(one)
        else:
            others.extend(one)
    blocks.take_uncited()
    found = [*with_translations(blocks.found, citations, manuscript, lexicon), *others]
    running = set(range(len(paragraphs))) - blocks.quoted - set(taken)
    found.extend(repeated_quotations(paragraphs, running, found, citations))
    return Quoted(sorted(found, key=lambda one: one.start), statements)


def _clusters(paragraphs: list[Paragraph], citations: list[FoundCitation]) -> Iterator[tuple[int, ...]]:
    """Yield the numbers of citations that follow one another with nothing between: one place, many sources."""
    cluster: list[int] = []
    for number, citation in enumerate(citations):
        if cluster:
            before = citations[cluster[-1]]
            paragraph = paragraphs[citation.paragraph]
            between = paragraph.text[
                max(before.tail - paragraph.start, 0) : citation.place[0] - paragraph.start
            ]
            if before.paragraph != citation.paragraph or between.strip(" \t\xa0.,;"):
                yield tuple(cluster)
                cluster = []
        cluster.append(number)
    if cluster:
        yield tuple(cluster)


def _joins_last(blocks: BlockQuotations, citation: FoundCitation) -> bool:
    """Return whether a citation on a line of its own follows the line of another: both cite one quotation."""
    return bool(blocks.found) and citation.paragraph - 1 in blocks.quoted
