"""Laws and court cases: known by their very titles ("Harbour Act 1867", "Holm v. Lund [1896]")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import is_organization, is_periodical
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.labels import is_locator, read_label
from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_VERSUS = re.compile(
    rf"(?P<title>[{CAPITAL}][^,\[\]()]*?\svs?\.?\s[{CAPITAL}][^,\[\]()]*?)\s*(?P<report>[\[(].*)?"
)
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"


def join_sections(text: str, lexicon: Lexicon) -> str:
    """Return a law's citation with no blank in "s. 6", which would look like the end of a sentence."""
    if not _titled(lexicon).match(text):
        return text
    words = any_of([*lexicon.words("law_sections"), "c.", "cap."])
    return re.sub(rf"({words})\s+(?=[0-9])", r"\1", text, flags=re.IGNORECASE)


def read_law(listed: list[str], described: Description, lexicon: Lexicon) -> bool:
    """Read the parts of a citation into *described* if they are a law's or a court case's and nothing else."""
    if not listed or not all(_is_beside(part, lexicon) for part in listed[1:]):
        return False
    case = _VERSUS.fullmatch(listed[0])
    if case is not None and _is_case(listed, case["report"]):
        described.type, described.title = "case", case["title"]
        listed = [listed[0], *([case["report"]] if case["report"] else []), *listed[1:]]
    elif _is_law(listed, lexicon):
        described.type, described.title = "law", listed[0]
        named = dates_in(listed[0], lexicon)
        if len(named) == 1 and named[0].edtf is not None:
            described.date = named[0].edtf
            described.inferred["date"] = "in the title"
    else:
        return False
    for part in listed[1:]:
        _beside(part, described, lexicon)
    return True


def _is_case(listed: list[str], report: str | None) -> bool:
    """Return whether parties are named as in a court: a year in brackets stands somewhere behind them."""
    behind = [report or "", *listed[1:]]
    return any(re.search(rf"[\[(]{_YEAR}[\])]", part) for part in behind)


def _is_law(listed: list[str], lexicon: Lexicon) -> bool:
    """Return whether a title is a law's; one that only ends like a law's needs its year or a section."""
    title = _titled(lexicon).fullmatch(listed[0])
    if title is None:
        return False
    sections = any(_section(lexicon).fullmatch(part) for part in listed[1:])
    dated = any(dates_in(part, lexicon) for part in listed)
    return sections or bool(dated if title["head"] else title["year"])


def _is_beside(part: str, lexicon: Lexicon) -> bool:
    """Return whether a part can stand beside a law's title: a date, a section, a number, a gazette, a court."""
    numbered = any(sign.isdigit() for sign in part)
    return numbered or is_periodical(part, lexicon) or (part[:1].isupper() and "court" in part.casefold())


def _beside(part: str, described: Description, lexicon: Lexicon) -> None:
    """Read one part beside the title; what is nothing else is the number or report it is found by."""
    section = _section(lexicon).fullmatch(part)
    days = dates_in(part, lexicon)
    reported = described.type == "case" and described.number is not None and not described.locator
    if reported and re.fullmatch(r"[0-9]+(?:[-–][0-9]+)?", part):  # "[1896] 2 QB 417, 421"
        described.locator["page"] = part.replace("–", "-")
    elif section is not None:
        described.locator["section"] = section["value"]
    elif len(days) == 1 and days[0].text.strip() == part.strip("()[] .") and described.date is None:
        described.date = days[0].edtf
        described.date_text = days[0].text if days[0].edtf is None else None
    elif is_locator(part, lexicon):
        read_label(part, described, lexicon)
    elif is_periodical(part, lexicon) and described.periodical is None:
        described.periodical = part
    elif is_organization(part, lexicon) or "court" in part.casefold():
        described.authors.append(part)
    elif any(day.has_month for day in days):
        described.unparsed.append(part)
    else:
        _number(part, described)


def _number(part: str, described: Description) -> None:
    """Read "30 & 31 Vict. c.146" or "[1896] 2 QB 417", whose bracketed year is the case's."""
    year = re.search(rf"\s*[\[(]({_YEAR})[\])]\s*", part)
    if year is not None and described.date is None:
        described.date = year[1]
        part = f"{part[: year.start()]} {part[year.end() :]}".strip()
    part = re.sub(r"(?<=[a-z])\.(?=[0-9])", ". ", part)
    if part:
        described.number = f"{described.number}, {part}" if described.number else part


@lru_cache(maxsize=16)
def _titled(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a law's title: it begins or ends with a law's word."""
    heads, tails = any_of(lexicon.words("law_heads")), any_of(lexicon.words("law_tails"))
    return re.compile(
        rf"(?P<head>{heads}(?=[^\S\n]+\S)[^,;“”«»„]*)"
        rf"|[{CAPITAL}][^,;“”«»„]*?{tails}(?P<year>,?\s+(?:of\s+)?{_YEAR})?(?=,|$)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _section(lexicon: Lexicon) -> re.Pattern[str]:
    words = any_of(lexicon.words("law_sections"))
    return re.compile(rf"{words}\s*(?P<value>[0-9][\w().–-]*)", re.IGNORECASE)
