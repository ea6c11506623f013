"""The parts of a citation that a word or sign announces: pages, volumes, numbers, boxes, editors, addresses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import split_names
from pincite.converter.citation.dates import YEAR, dates_in
from pincite.converter.citation.description import Description
from pincite.converter.citation.genres import read_patent, read_role, read_scale
from pincite.converter.citation.numbering import bare_volume, edition, issue, labelled, series, volume
from pincite.converter.citation.people import read_people
from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.citation.places import BARE, plain_dashes, read_place
from pincite.converter.languages import any_of, as_listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.converter.lexicon import Lexicon

_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"“”«»]+[^\s<>\"“”«».,;:!?)\]]")
_DOI = re.compile(
    r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)(10\.[0-9][0-9.]{3,}/[^\s<>\"“”,;]+[^\s<>\"“”,;.)])",
    re.IGNORECASE,
)
_CODE = re.compile(
    rf"(?:[{CAPITAL}]{{1,6}}[. ]{{0,2}})?(?:[^\W\d_]+\s)?/?[{CAPITAL}]{{0,5}}[0-9]+(?:\s?[/.:-]\s?[{CAPITAL}0-9]+)+"
    rf"|[{CAPITAL}]{{1,5}}\s?[0-9]+[{CAPITAL}]?|[{CAPITAL}][^\W\d_]+\s/[0-9]+",
)
"""A shelf or registry mark without a word before it: "N 1253/26/38", "FO 371", "Russia /020"."""
_MARK_TOKEN = re.compile(
    rf"[0-9][\w/.:-]*|[{CAPITAL}]{{1,3}}[0-9]{{1,4}}|[{CAPITAL}]{{1,6}}\.?(?:[/.-][{CAPITAL}0-9]{{1,6}})*|[{CAPITAL}][^\W\d_{CAPITAL}]{{1,4}}\.?"
)
_MARK = re.compile(
    rf"[{CAPITAL}]{{1,5}}\.?\s?[0-9][\w/.:-]*|[{CAPITAL}]{{1,6}}(?:/[{CAPITAL}0-9.-]+)*/[0-9][{CAPITAL}0-9/.-]*"
)
_LETTERED = re.compile(rf"[{CAPITAL}]{{2}}|[{CAPITAL}](?![^\W\d_{CAPITAL}])")
_LONGEST_MARK = 5
"""Words of the longest shelf mark."""


def read_label(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read *part* into *described* if a word announces what it is; return whether it did."""
    return any(reader(part, described, lexicon) for reader in _READERS)


def read_numbers(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read numbers that have a bracket of their own: "pp. 7–19 (p. 9)", "7/2 (1922)"."""
    return _locator(part, described, lexicon) or bare_volume(part, described, lexicon)


def is_locator(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* is a page or another place in a source."""
    return read_place(part, lexicon) is not None


def is_shelf_mark(part: str) -> bool:
    """Return whether *part* is a shelf or registry mark, as it stands behind an archive's name or code.

    Capitals and numbers with short words between them: "MS 12/4", "PR/TH 3/1", "H III 2", "4 Alt 10"; no date.
    """
    if _MARK.fullmatch(part):
        return True
    tokens = part.split()
    if not 1 <= len(tokens) <= _LONGEST_MARK or not all(_MARK_TOKEN.fullmatch(token) for token in tokens):
        return False
    counted = tokens[0][0].isdigit()
    dated = counted and re.fullmatch(YEAR, tokens[-1]) is not None
    lettered = any(_LETTERED.match(token) for token in tokens)
    return tokens[-1][0].isdigit() and not dated and (lettered or (counted and len(tokens) > 2))  # noqa: PLR2004 - "4 Alt 10"


def is_unit(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* is a numbered piece of an archive: "libro 14", "Tape 22", "Nr. 57"."""
    return _unit(lexicon).fullmatch(part) is not None


def issue_number(part: str, lexicon: Lexicon) -> str | None:
    """Return the number in "No. 421", which beside a journal is its issue's; None for anything else."""
    found = _issue_number(lexicon).fullmatch(part)
    return found["value"] if found else None


def is_of_publication(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* is a volume, an issue, an edition, or names an editor or a translator."""
    scratch = Description()
    return any(
        reader(part, scratch, lexicon) for reader in (volume, bare_volume, issue, edition, read_people)
    )


def read_box(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read a box, a folder or the like into the archive of *described*; return whether *part* is one."""
    return _box(part, described, lexicon)


def _locator(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read a place; one behind "here" or in brackets is the place meant, and the one before an extent."""
    both = re.fullmatch(r"(?P<extent>[^()]+?)\s*\((?P<place>[^()]+)\)", part)
    if both:
        extent, place = read_place(both["extent"], lexicon), read_place(both["place"], lexicon)
        if extent and place and not described.locator:
            described.extent, described.locator = extent, place
            return True
    pinpoint = _pinpoint(lexicon).match(part)
    text = part[pinpoint.end() :] if pinpoint else part
    found = read_place(text, lexicon)
    if found is None and pinpoint and len(described.locator) == 1 and BARE.fullmatch(text):
        found = {next(iter(described.locator)): plain_dashes(text)}  # "pp. 110-18, at 112"
    if found is None:
        return False
    if pinpoint and described.locator:
        described.extent, described.locator = described.locator, {}
    if set(found) == set(described.locator) == {"page"} and _lies_in(
        found["page"], described.locator["page"]
    ):
        described.extent, described.locator = described.locator, {}  # "pp. 45-61, p. 50"
    for label, value in found.items():
        before = described.locator.get(label)
        described.locator[label] = f"{before}, {value}" if before else value
    return True


def _lies_in(page: str, pages: str) -> bool:
    """Return whether a page stands in a range of pages: what is cited of an article whose pages are printed."""
    first, dash, last = pages.partition("-")
    inside = dash and first.isdigit() and last.isdigit() and page.isdigit()
    return bool(inside) and int(first) <= int(page) <= int(last)


def _box(part: str, described: Description, lexicon: Lexicon) -> bool:
    found = _boxes(lexicon).fullmatch(part)
    if not found or not any(character.isdigit() or character.isupper() for character in found["value"]):
        return False
    member = lexicon.box[as_listed(found["word"])]
    if member == "series":
        described.series_text = part
    kept = part if member.endswith(" as printed") else found["value"]
    described.archive[member.removesuffix(" as printed")] = kept
    return True


def _number(part: str, described: Description, lexicon: Lexicon) -> bool:
    if lexicon.starts("debates", part):  # "HC Deb", and a House of Commons paper is "HC 112"
        return False
    found = labelled("number", lexicon).fullmatch(part)
    coded = _CODE.fullmatch(part)
    if not found and not coded:
        return False
    issue_of = (
        described.volume is not None and not described.locator
    )  # "Bd. 4, S. 77, Nr. 45": a piece's number
    if found and issue_of and described.issue is None and described.number is None:
        described.issue = found["value"].strip()
    else:
        described.number = f"{described.number}, {part}" if described.number else part
    return True


def _directors(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read who directed a film: there is no member for it but that of authors."""
    word = lexicon.starts("directors", part)
    who = part[word.end() :].lstrip(" :") if word else ""
    if not who[:1].isupper():
        return False
    described.authors.extend(split_names(who, lexicon))
    if described.type is None:
        described.type = "film"
        described.inferred["type"] = "it has a director"
    return True


def _address(part: str, described: Description, lexicon: Lexicon) -> bool:
    doi = _DOI.search(part)
    if doi:
        described.doi = doi[1]
        return True
    url = _url(part)
    if url:
        described.url = url
    accessed = _accessed(lexicon).match(part)
    if accessed or (url and len(part) > len(url)):
        dates = [date for date in dates_in(part, lexicon) if date.has_month]
        described.unparsed.extend(date.text for date in dates if not date.has_year)
        days = [date.edtf for date in dates if date.has_year]
        if len(days) == 1 and days[0]:
            described.accessed = days[0]
    return bool(url or accessed)


def _url(part: str) -> str | None:
    """Return the web address in *part*; the parentheses it closes are its own: "https://lamps.example/a_(b)"."""
    found = _URL.search(part)
    if found is None:
        return None
    end = found.end()
    closing = found[0].count("(") - found[0].count(")")
    while closing > 0 and part[end : end + 1] == ")":
        end, closing = end + 1, closing - 1
    return part[found.start() : end]


_READERS: tuple[Callable[[str, Description, Lexicon], bool], ...] = (
    _address,
    _locator,
    volume,
    bare_volume,
    issue,
    edition,
    series,
    read_scale,
    read_patent,
    read_people,
    _directors,
    read_role,
    _box,
    _number,
)


@lru_cache(maxsize=16)
def _unit(lexicon: Lexicon) -> re.Pattern[str]:
    words = any_of([*lexicon.words("units"), *lexicon.words("number")])
    return re.compile(
        rf"{words}\s*(?:(?:[{CAPITAL}]\w*\s)?[\w/.:-]*[0-9][\w/.:-]*|[IVXLC]{{1,6}})", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _issue_number(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon.words('number'))}\s*(?P<value>[0-9][0-9/–-]*)", re.IGNORECASE)


@lru_cache(maxsize=16)
def _pinpoint(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon.words('pinpoint'))}\s+", re.IGNORECASE)


@lru_cache(maxsize=16)
def _accessed(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\(?{any_of(lexicon.words('accessed'))}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _boxes(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{any_of(lexicon.box)})\s*(?P<value>[\w./-]+)", re.IGNORECASE)
