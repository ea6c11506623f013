"""Laws and court cases: known by their very titles ("Harbour Act 1867", "Holm v. Lund [1896]")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import is_organization, is_periodical
from pincite.converter.citation.courts import is_court, is_parties, take_case
from pincite.converter.citation.dates import YEAR, dates_in, only_date
from pincite.converter.citation.labels import is_locator, read_label
from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.citation.places import plain_dashes, read_place
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_LONGEST_SECTION = 10
"""Words of the longest section before a law's name."""
_OF_LAWS = {"section", "article_locator", "paragraph", "chapter", "title_locator", "part"}
"""Places by which laws are cited."""
_CODE = re.compile(r"(?P<code>[0-9]{1,3}\s(?:[A-Z]\.\s?){2,5}|[0-9]{1,3}\s[A-Z]{2,5})\s?(?=§)")
"""A title of a code by its number: "33 U.S.C. § 12"."""


_JUDGE_WORD = rf"[{CAPITAL}][\w.’'-]{{0,30}}"
_COURT_OR_JUDGE = re.compile(rf"\s\(([{CAPITAL}]{{2,6}}|{_JUDGE_WORD}(?:\s{_JUDGE_WORD}){{0,3}})\)$")
"""A court by its letters or a judge by name: "(CA)", "(Lord Quist)"."""

_COURT_BEFORE_PAGE = re.compile(
    rf"(?P<report>[^()]*[0-9])\s\((?P<court>[{CAPITAL}]{{2,6}})\)\s(?P<page>[0-9]{{1,4}})"
)


def join_sections(text: str, lexicon: Lexicon) -> str:
    """Return a law's citation with no blank in "s. 6", which would look like the end of a sentence."""
    if is_parties(text.partition(",")[0], lexicon):  # "3 Rep. 88"
        return re.sub(r"(?<=[a-z])\.\s+(?=[0-9])", ".", text)
    if not _titled(lexicon).match(text):
        return text
    words = any_of([*lexicon.words("law_sections"), *lexicon.words("law_chapters")])
    return re.sub(rf"({words})\s+(?=[0-9])", r"\1", text, flags=re.IGNORECASE)


def read_law(listed: list[str], described: Description, lexicon: Lexicon) -> bool:
    """Read the parts of a citation into *described* if they are a law's or a court case's and nothing else."""
    if not listed or not all(_is_beside(part, lexicon) for part in listed[1:]):
        return False
    listed = _title_first(listed, lexicon)
    case = take_case(listed, described, lexicon)
    if case is not None:
        listed = [listed[0], *case]
    elif _is_law(listed, lexicon):
        described.type = "law"
        if _CODE.match(f"{listed[0]}§"):
            described.number = listed[0]
        else:
            described.title = listed[0]
        named = dates_in(listed[0], lexicon)
        if len(named) == 1 and named[0].edtf is not None:
            described.date = named[0].edtf
            described.inferred["date"] = "in the title"
    else:
        return False
    for part in listed[1:]:
        _beside(part, described, lexicon)
    return True


def names_law(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* is a section with its law, and nothing else: "§ 12 Hafengesetz", "33 U.S.C. § 12"."""
    return "§" in text and "," not in text and _title_first([text], lexicon) != [text]


def _title_first(listed: list[str], lexicon: Lexicon) -> list[str]:
    """Cut the sections off that a law's name has before or behind it: "§ 12 Abs. 2 Hafengesetz", "33 U.S.C. § 12"."""
    head = listed[0]
    code = _CODE.match(head)
    if code is not None:
        return [code["code"].strip(), head[code.end() :], *listed[1:]]
    bracket = re.fullmatch(r"(?P<title>[^()]+?)\s\((?P<number>[^()]+)\)", head)
    if bracket and _titled(lexicon).fullmatch(bracket["title"]):
        return [bracket["title"], bracket["number"], *listed[1:]]
    if head[0] != "§" and not lexicon.starts("law_sections", head):
        return listed
    words = head.split(" ")
    for at in range(min(len(words) - 1, _LONGEST_SECTION), 1, -1):
        if _sections(" ".join(words[:at]), lexicon) and _titled(lexicon).fullmatch(" ".join(words[at:])):
            return [" ".join(words[at:]), " ".join(words[:at]), *listed[1:]]
    return listed


def _is_law(listed: list[str], lexicon: Lexicon) -> bool:
    """Return whether a title is a law's; one that only ends like a law's needs its year or a section."""
    sections = any(_sections(part, lexicon) for part in listed[1:])
    if _CODE.match(f"{listed[0]}§"):
        return sections
    title = _titled(lexicon).fullmatch(listed[0])
    if title is None:
        return False
    dated = any(dates_in(part, lexicon) for part in listed)
    return sections or bool(dated if title["head"] else title["year"])


def _is_beside(part: str, lexicon: Lexicon) -> bool:
    """Return whether a part can stand beside a law's title: a date, a section, a number, a gazette, a court."""
    numbered = any(sign.isdigit() for sign in part)
    return numbered or is_periodical(part, lexicon) or is_court(part, lexicon) or is_parties(part, lexicon)


def _beside(part: str, described: Description, lexicon: Lexicon) -> None:
    """Read one part beside the title; what is nothing else is the number or report it is found by."""
    if described.type == "case":
        part = _without_brackets(part, described)
    sections = _sections(part, lexicon)
    days = dates_in(part, lexicon)
    reported = described.type == "case" and described.number is not None and not described.locator
    page = re.fullmatch(rf"(?P<page>[0-9]+(?:[-–][0-9]+)?)(?:\s\((?P<year>{YEAR})\))?", part)
    if reported and page and not (page["year"] and described.date):  # "[1896] 2 QB 417, 421"
        described.locator["page"] = plain_dashes(page["page"])
        described.date = described.date or page["year"]
    elif sections is not None:
        described.locator |= sections
    elif (day := only_date(part, lexicon)) is not None and described.date is None:
        described.date = day.edtf
        described.date_text = day.text if day.edtf is None else None
    elif is_locator(part, lexicon):
        read_label(part, described, lexicon)
    elif is_periodical(part, lexicon) and described.periodical is None:
        described.periodical = part
    elif is_organization(part, lexicon) or is_court(part, lexicon):
        described.authors.append(part)
    elif any(day.has_month for day in days):
        described.unparsed.append(part)
    else:
        _number(part, described)


def _without_brackets(part: str, described: Description) -> str:
    """Take the court and the judge off the end of a report, "[1932] AC 562 (HL) (Lord Quist)", as remarks."""
    told: list[str] = []
    for _ in range(3):  # the court and its judges
        found = _COURT_OR_JUDGE.search(part)
        if found is None or found.start() == 0:
            break
        told.insert(0, found[1])
        part = part[: found.start()].rstrip()
    within = _COURT_BEFORE_PAGE.fullmatch(part)
    if within is not None and not described.locator:
        told.insert(0, within["court"])
        described.locator["page"] = within["page"]
        part = within["report"]
    described.remarks.extend(told)
    pinpoint = re.search(r"(?<=[0-9A-Z])\s\[(?P<paragraph>[0-9]{1,3}(?:[-–][0-9]{1,3})?)\]$", part)
    if pinpoint is not None and not described.locator:
        described.locator["paragraph"] = plain_dashes(pinpoint["paragraph"])
        part = part[: pinpoint.start()]
    return part


def _number(part: str, described: Description) -> None:
    """Read "30 & 31 Vict. c.146" or "[1896] 2 QB 417", whose bracketed year is the case's."""
    year = re.search(rf"\s*[\[(]({YEAR})[\])]\s*", part)
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
    joint = any_of(lexicon.words("law_joints"))
    return re.compile(
        rf"(?P<head>{heads}(?=[^\S\n]+\S)[^,;“”«»„]*)"
        rf"|[{CAPITAL}][^,;“”«»„]*?{tails}(?P<year>,?\s+(?:{joint}\s+)?{YEAR})?(?=,|$|\s\()",
        re.IGNORECASE,
    )


def _sections(part: str, lexicon: Lexicon) -> dict[str, str] | None:
    """Return the places in a law that *part* names: only in a law is "s. 4" a section."""
    words = any_of(lexicon.words("law_sections"))
    found = re.fullmatch(rf"(?P<word>{words})\s*(?P<value>[0-9][\w().–-]*)", part, re.IGNORECASE)
    places = read_place(part, lexicon)
    if found is None or (places and not places.keys() & {"page", "section"}):
        return places if places and places.keys() & _OF_LAWS else None
    return {"section": plain_dashes(found["value"])}
