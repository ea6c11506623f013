"""The article's text cut into blocks: every visible character lies in exactly one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.segment.headings import is_heading, says_headings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.converter.article import SegmentedArticle
    from pincite.converter.segment.found import FoundQuotation
    from pincite.model.format import Block


def blocks(article: SegmentedArticle, refs: Mapping[int, str]) -> list[Block]:
    """Return the blocks in the order of the text; *refs* gives the id of what starts at an offset."""
    found: list[Block] = []
    for kind, start, end in sorted(_pieces(article), key=lambda piece: piece[1]):
        if start < end:
            block: Block = {"type": kind, "start": start, "end": end}
            if start in refs and kind in {"quotation", "lead", "figure", "caption", "paragraph"}:
                block["ref"] = refs[start]
            found.append(block)
    return found


def _pieces(article: SegmentedArticle) -> Iterator[tuple[str, int, int]]:
    """Yield type, start and end of every block."""
    quoted: dict[int, int] = {}
    for one in article.quotations:
        if one.display == "block":
            start, end = _with_marks(article, one)
            yield "quotation", start, end
            quoted.update(dict.fromkeys(one.paragraphs, end))
    alone = {citation.paragraph for citation in article.citations if citation.alone}
    said = says_headings(article.paragraphs)
    for number, paragraph in enumerate(article.paragraphs):
        if number in quoted:
            behind = article.text[quoted[number] : paragraph.end]
            start = quoted[number] + len(behind) - len(behind.lstrip())
            if start < paragraph.end:  # the citation on the quotation's last line
                yield "citation", start, paragraph.end
        elif number in alone:
            yield "citation", paragraph.start, paragraph.end
        else:
            body = "heading" if is_heading(article.paragraphs, number, said=said) else "paragraph"
            yield article.types.get(number) or body, paragraph.start, paragraph.end


def _with_marks(article: SegmentedArticle, quotation: FoundQuotation) -> tuple[int, int]:
    """Return a block quotation's stretch with the quotation marks around the whole of it."""
    start = article.paragraphs[quotation.paragraphs[0]].start
    if start == quotation.start:
        return start, quotation.end
    behind = article.text[quotation.end :]
    return start, quotation.end + len(behind) - len(behind.lstrip()) + 1
