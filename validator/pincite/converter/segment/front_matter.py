"""What stands before and behind the body: title, authors, series, code, date, address, lead claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.addresses import encoded_address
from pincite.converter.citation.pieces import sentences
from pincite.converter.lexicon import lexicon as lexicon_of
from pincite.converter.segment.boilerplate import is_boilerplate, is_figure_line
from pincite.converter.segment.evidence import reads_as_prose
from pincite.converter.segment.header_lines import (
    URL_LINE,
    FrontMatter,
    find_authors,
    find_series,
    find_titles,
    is_sentence,
    line_kind,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import About, Manuscript, Paragraph

_LONGEST_HEADER = 24
"""Paragraphs that front matter has at most."""
_BODY_LENGTH = 320
"""Code points from which on a paragraph is body text, whatever it looks like."""


def front_matter(
    manuscript: Manuscript, cited: Collection[int], said: Mapping[int, str], lexicon: Lexicon
) -> FrontMatter:
    """Return what stands before the body; *cited* are the paragraphs that hold a citation.

    *said* are the types that the file itself gives: its navigation is passed over. What the text does not show is
    taken from what the file says of its article.
    """
    paragraphs = manuscript.paragraphs
    seen = [
        number
        for number, paragraph in enumerate(paragraphs)
        if said.get(number) not in _NOT_READ and paragraph.kind != "navigation"
    ]
    listed = [paragraphs[number] for number in seen]
    front = _printed([*listed], {at for at, number in enumerate(seen) if number in cited}, lexicon)
    front.types = {seen[at]: kind for at, kind in front.types.items()}
    front.leads = [seen[at] for at in front.leads]
    _from_file(front, manuscript.about)
    return front


_OF_BODY = {"quotation", "list", "code"}
"""Kinds of paragraphs that begin the body, as a row of a table does."""
_NOT_READ = {"note", "caption", "code"}
"""Types of blocks that hold no title and no byline."""


def _from_file(front: FrontMatter, about: About) -> None:
    """Take what the file says of its article where the text does not print it, and say that it was not printed."""
    address = encoded_address(about.url) if about.url else None
    for member, value in (("title", about.title), ("date", about.date), ("url", address)):
        if value and not getattr(front, member):
            setattr(front, member, value)
            front.inferred[member] = _UNPRINTED
    if about.authors and not front.authors:
        front.authors = list(about.authors)
        front.inferred["authors"] = _UNPRINTED
    if about.publication:
        front.publication = about.publication
        front.inferred["publication"] = _UNPRINTED


_UNPRINTED = "the file says so; the text does not print it"


def _printed(paragraphs: list[Paragraph], cited: Collection[int], lexicon: Lexicon) -> FrontMatter:
    """Return what the text itself prints before the body."""
    front = FrontMatter()
    header = list(range(_body_start(paragraphs, cited, lexicon)))
    for number in header:
        kind = line_kind(paragraphs[number].text, front, lexicon)
        if kind is not None:
            front.types[number] = kind
    find_series(header, paragraphs, front, lexicon)
    find_authors(header, paragraphs, front, lexicon)
    find_titles(header, paragraphs, front)
    for number in header:
        if number not in front.types:
            front.types[number] = "lead"
            front.leads.append(number)
    _address_behind(paragraphs, front)
    return front


def _body_start(paragraphs: list[Paragraph], cited: Collection[int], lexicon: Lexicon) -> int:
    """Return the number of the first body paragraph: a long one, of several sentences, a lead-in, or cited."""
    for number, paragraph in enumerate(paragraphs[:_LONGEST_HEADER]):
        text = paragraph.text
        several = len(list(sentences(text, lexicon))) > 1 and not is_boilerplate(text, lexicon)
        lead_in = (
            text.endswith(":")
            and not is_figure_line(text, lexicon)
            and not _goes_on(paragraphs, number, lexicon)
        )
        if paragraph.kind in _OF_BODY or "\t" in text:
            return number
        if number in cited or lead_in or (several and len(text) > 120) or len(text) > _BODY_LENGTH:  # noqa: PLR2004 - a deck is shorter
            return number
    return min(len(paragraphs), _LONGEST_HEADER) if len(paragraphs) > _LONGEST_HEADER else 0


_TITLE_LINES = 3
"""Lines at the top of an article among which a title can be."""
_TITLE_LINE = 90
"""Code points of the longest line of a title."""


_TITLE_LINE_WORDS = 7
"""Words from which on a line in lower case is a lead-in and no title."""


def _goes_on(paragraphs: list[Paragraph], number: int, lexicon: Lexicon) -> bool:
    """Return whether a short line that ends with a colon is a title that goes on in the next line."""
    if number >= _TITLE_LINES or number + 1 >= len(paragraphs):
        return False
    line, following = paragraphs[number].text, paragraphs[number + 1].text
    if lexicon.has("lead_in_verbs", line) or (
        paragraphs[number].words > _TITLE_LINE_WORDS and reads_as_prose(line)
    ):
        return False
    return max(len(line), len(following)) < _TITLE_LINE and not is_sentence(following)


def _any_language() -> Lexicon:
    """Return the words of all languages: a repost labels its source in its own language."""
    return lexicon_of(None)


def _address_behind(paragraphs: list[Paragraph], front: FrontMatter) -> None:
    """Find the article's own address on a line at its end."""
    for number in range(max(len(paragraphs) - 6, len(front.types)), len(paragraphs)):
        text = paragraphs[number].text
        url = URL_LINE.fullmatch(text)
        address = encoded_address(url[1]) if url and front.url is None else None
        if address is not None:
            front.url = address
            front.types[number] = "note"
        elif text.endswith(":") and _any_language().pattern(_any_language().words("source_labels")).fullmatch(
            text[:-1]
        ):
            front.types[number] = "note"
