"""What the lines before the body say by themselves: dates, addresses, series and code, authors, titles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.converter.addresses import encoded_address
from pincite.converter.citation import classify
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.languages import any_of
from pincite.converter.segment.boilerplate import is_boilerplate, is_figure_line

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Paragraph

URL_LINE = re.compile(r"(?:[^\s:]{1,20}:\s*)?(https?://\S+)")
"""A line that is an address, perhaps behind a label."""
_CODE = re.compile(rf"\s*[(\[]([{CAPITAL}0-9](?:[^\W_]|[.-]){{1,11}})[)\]]$")


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


def line_kind(text: str, front: FrontMatter, lexicon: Lexicon) -> str | None:
    """Return the block type of a line that shows by itself what it is, taking what it says."""
    if is_boilerplate(text, lexicon):
        return "navigation"
    if is_figure_line(text, lexicon):
        return "figure"
    url = URL_LINE.fullmatch(text)
    address = encoded_address(url[1]) if url else None
    if address is not None:
        front.url = front.url or address
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


def find_series(header: list[int], paragraphs: list[Paragraph], front: FrontMatter, lexicon: Lexicon) -> None:
    """Find a line such as "Chapter 2, Section 7 (C2S7)" and the series' title before it."""
    words = any_of(lexicon.words("series_code"))
    for number in header:
        text = paragraphs[number].text
        title, numbered = _numbered(text, words)
        if number in front.types or not numbered or len(text) > 80 or text.endswith((".", ":")):  # noqa: PLR2004 - a line of its own
            continue
        code = _CODE.search(text)
        part = text[: code.start()] if code else text
        front.code, front.part = (code[1] if code else None), part[len(title) :].lstrip(_JOINTS)
        front.types[number] = "series"
        if title:
            front.series = title
            return
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


_JOINTS = " \t\xa0:,|–—-"
"""What stands between a series' title and the number of a part."""


def _numbered(text: str, words: str) -> tuple[str, bool]:
    """Return the series' title before "Chapter 2, Section 7 (C2S7)" in one line ("" for none), and whether it is such.

    With a title before it, only a code behind it tells the line from any other.
    """
    number = rf"{words}\s*\.?\s*(?:[0-9]+|[IVXLC]+)\b"
    if re.match(number, text, re.IGNORECASE):
        return "", True
    found = re.search(rf"(?<=[:,|–—])\s+(?={number})", text, re.IGNORECASE)
    if found is None or not _CODE.search(text):
        return "", False
    return text[: found.start()].rstrip(_JOINTS), True


def find_authors(
    header: list[int], paragraphs: list[Paragraph], front: FrontMatter, lexicon: Lexicon
) -> None:
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


def find_titles(header: list[int], paragraphs: list[Paragraph], front: FrontMatter) -> None:
    """Find title and subtitle: a heading, or lines that are no sentences; a title that ends in a comma goes on."""
    if _heading(header, paragraphs, front):
        return
    free = [
        number for number in header if number not in front.types and not is_sentence(paragraphs[number].text)
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
        number for number in header if number not in front.types and not is_sentence(paragraphs[number].text)
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


def is_sentence(text: str) -> bool:
    """Return whether a line ends as a sentence does."""
    return text.rstrip("”’»\"')").endswith((".", "…"))
