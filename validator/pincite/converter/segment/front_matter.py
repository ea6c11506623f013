"""What stands before and behind the body: title, authors, series, code, date, address, lead claims."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.pieces import CAPITAL, sentences
from pincite.converter.languages import any_of
from pincite.converter.lexicon import lexicon as lexicon_of
from pincite.converter.segment.boilerplate import is_boilerplate, is_figure_line
from pincite.converter.segment.evidence import reads_as_prose

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import About, Manuscript, Paragraph

_URL_LINE = re.compile(r"(?:[^\s:]{1,20}:\s*)?(https?://\S+)")
_CODE = re.compile(rf"\s*[(\[]([{CAPITAL}0-9](?:[^\W_]|[.-]){{1,11}})[)\]]$")
_LONGEST_HEADER = 24
"""Paragraphs that front matter has at most."""
_BODY_LENGTH = 320
"""Code points from which on a paragraph is body text, whatever it looks like."""


@dataclass
class FrontMatter:
    """What the article says about itself; ``types`` is the block type of each paragraph that is no body."""

    title: str | None = None
    subtitle: str | None = None
    authors: list[str] = field(default_factory=list)
    series: str | None = None
    part: str | None = None
    code: str | None = None
    date: str | None = None
    url: str | None = None
    publication: str | None = None
    leads: list[int] = field(default_factory=list)
    types: dict[int, str] = field(default_factory=dict)
    inferred: dict[str, str] = field(default_factory=dict)


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


_NOT_READ = {"note", "caption", "code"}
"""Types of blocks that hold no title and no byline."""


def _from_file(front: FrontMatter, about: About) -> None:
    """Take what the file says of its article where the text does not print it, and say that it was not printed."""
    for member, value in (("title", about.title), ("date", about.date), ("url", about.url)):
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
        kind = _line_kind(paragraphs[number].text, front, lexicon)
        if kind is not None:
            front.types[number] = kind
    _series(header, paragraphs, front, lexicon)
    _authors(header, paragraphs, front, lexicon)
    _titles(header, paragraphs, front)
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
    return max(len(line), len(following)) < _TITLE_LINE and not _is_sentence(following)


def _line_kind(text: str, front: FrontMatter, lexicon: Lexicon) -> str | None:
    """Return the block type of a line that shows by itself what it is, taking what it says."""
    if is_boilerplate(text, lexicon):
        return "navigation"
    if is_figure_line(text, lexicon):
        return "figure"
    url = _URL_LINE.fullmatch(text)
    if url:
        front.url = front.url or url[1]
        return "note"
    dates = dates_in(text, lexicon)
    words = any_of([*lexicon.words("dateline"), *lexicon.words("byline"), *lexicon.words("weekdays")])
    if len(dates) == 1 and len(text) < 60:  # noqa: PLR2004 - a line of its own
        around = re.sub(
            rf"{words}|[\s:,.()|–—-]", "", text.replace(dates[0].text, "", 1), flags=re.IGNORECASE
        )
        if not around and front.date is None:
            front.date = dates[0].edtf
            return "byline"
    return None


def _series(header: list[int], paragraphs: list[Paragraph], front: FrontMatter, lexicon: Lexicon) -> None:
    """Find a line such as "Chapter 2, Section 7 (C2S7)" and the series' title before it."""
    words = any_of(lexicon.words("series_code"))
    for number in header:
        text = paragraphs[number].text
        numbered = re.match(rf"{words}\s*\.?\s*(?:[0-9]+|[IVXLC]+)\b", text, re.IGNORECASE)
        if number in front.types or not numbered or len(text) > 80 or text.endswith((".", ":")):  # noqa: PLR2004 - a line of its own
            continue
        code = _CODE.search(text)
        front.code, front.part = (code[1], text[: code.start()]) if code else (None, text)
        front.types[number] = "series"
        before = number - 1
        if (
            before in header
            and before not in front.types
            and not paragraphs[before].text.endswith((".", ",", ":"))
        ):
            name = paragraphs[before].text
            if not classify.is_person(name, lexicon):
                front.series, front.types[before] = name, "series"
        return


def _authors(header: list[int], paragraphs: list[Paragraph], front: FrontMatter, lexicon: Lexicon) -> None:
    """Find the byline: "By …", or a line that is nothing but a person's name."""
    by = any_of(lexicon.words("byline"))
    free = [number for number in header if number not in front.types]
    for number in free:
        pieces = re.split(r"\s+[/|·•–—]\s+", paragraphs[number].text)
        found = re.match(rf"(?:\w+\s+)?{by}\s*:?\s+(?P<who>[^\W\d].*)$", pieces[0], re.IGNORECASE)
        if found and found["who"][:1].isupper() and len(found["who"]) < 80 and not found["who"].endswith("."):  # noqa: PLR2004
            who, day = _without_day(found["who"], lexicon)
            front.authors = classify.split_names(who, lexicon)
            front.types[number] = "byline"
            dates = dates_in(day or (pieces[1] if len(pieces) > 1 else ""), lexicon)
            if len(dates) == 1 and front.date is None:
                front.date = dates[0].edtf
            return
    people = [
        number
        for number in free
        if all(
            classify.is_person(name, lexicon)
            for name in classify.split_names(paragraphs[number].text, lexicon)
        )
        and len(paragraphs[number].text) < 80  # noqa: PLR2004
    ]
    if people:
        number = people[-1] if people[0] == free[0] and len(people) > 1 else people[0]
        front.authors = classify.split_names(paragraphs[number].text, lexicon)
        front.types[number] = "byline"


def _without_day(who: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the names of a byline, and the day printed behind them ("" for none)."""
    dates = dates_in(who, lexicon)
    if len(dates) != 1 or dates[0].end != len(who) or not dates[0].has_month or dates[0].start == 0:
        return who, ""
    before = who[: dates[0].start].rstrip(" ,·|–—-")
    joint = re.compile(rf"\s+{any_of(lexicon.words('weekdays'))}\Z", re.IGNORECASE)  # "Ada Holm on"
    return joint.sub("", before), dates[0].text


def _titles(header: list[int], paragraphs: list[Paragraph], front: FrontMatter) -> None:
    """Find title and subtitle: a heading, or lines that are no sentences; a title that ends in a comma goes on."""
    if _heading(header, paragraphs, front):
        return
    free = [
        number for number in header if number not in front.types and not _is_sentence(paragraphs[number].text)
    ]
    if not free or any(number < free[0] and number not in front.types for number in header):
        return
    taken = [free[0]]
    while paragraphs[taken[-1]].text.endswith((",", ";", ":", "–", "—", "-")) and taken[-1] + 1 in free:
        taken.append(taken[-1] + 1)
    front.title = " ".join(paragraphs[number].text for number in taken)
    front.types.update(dict.fromkeys(taken, "title"))
    rest = [number for number in free if number not in taken]
    if (
        front.series is None
        and len(taken) == 1
        and rest[:1] == [taken[-1] + 1]
        and _take_series_line(paragraphs, taken[0], rest[0], front)
    ):
        rest = rest[1:]
        taken = []
    if rest and taken and rest[0] == taken[-1] + 1:
        front.subtitle = paragraphs[rest[0]].text
        front.types[rest[0]] = "subtitle"
    for number in rest:
        front.types.setdefault(number, "heading")


def _heading(header: list[int], paragraphs: list[Paragraph], front: FrontMatter) -> bool:
    """Take the first of the highest headings for the title, the line right above it for the series."""
    headings = [
        number for number in header if paragraphs[number].kind == "heading" and number not in front.types
    ]
    if not headings:
        return False
    title = min(headings, key=lambda number: (paragraphs[number].level, number))
    front.title, front.types[title] = paragraphs[title].text, "title"
    others = [
        number for number in header if number not in front.types and not _is_sentence(paragraphs[number].text)
    ]
    if title - 1 in others and front.series is None:
        front.series, front.types[title - 1] = paragraphs[title - 1].text, "series"
        front.inferred["series"] = "the line above the title"
    if title + 1 in others:
        front.subtitle, front.types[title + 1] = paragraphs[title + 1].text, "subtitle"
    for number in others:
        front.types.setdefault(number, "heading")
    return True


_SERIES_WORDS, _TITLE_WORDS = 3, 5
"""Words of the longest series name and the shortest title between which two lines can be told apart."""


def _take_series_line(paragraphs: list[Paragraph], one: int, other: int, front: FrontMatter) -> bool:
    """Take the shorter of two title lines for the series' name, if their lengths differ clearly."""
    short, long = sorted((one, other), key=lambda number: paragraphs[number].words)
    if paragraphs[short].words > _SERIES_WORDS or paragraphs[long].words < _TITLE_WORDS:
        return False
    front.series, front.title = paragraphs[short].text, paragraphs[long].text
    front.types.update({short: "series", long: "title"})
    front.inferred["series"] = "a short line beside the title"
    return True


def _is_sentence(text: str) -> bool:
    return text.rstrip("”’»\"')").endswith((".", "…"))


def _any_language() -> Lexicon:
    """Return the words of all languages: a repost labels its source in its own language."""
    return lexicon_of(None)


def _address_behind(paragraphs: list[Paragraph], front: FrontMatter) -> None:
    """Find the article's own address on a line at its end."""
    for number in range(max(len(paragraphs) - 6, len(front.types)), len(paragraphs)):
        text = paragraphs[number].text
        url = _URL_LINE.fullmatch(text)
        if url and front.url is None:
            front.url = url[1]
            front.types[number] = "note"
        elif text.endswith(":") and _any_language().pattern(_any_language().words("source_labels")).fullmatch(
            text[:-1]
        ):
            front.types[number] = "note"
