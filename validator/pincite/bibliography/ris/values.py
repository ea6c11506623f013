"""Names, dates and numbers in RIS, in both directions.

Names are "Family, Given, Suffix", dates "YYYY/MM/DD/other information" with any part left empty.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.bibliography.shapes import is_shaped
from pincite.model.edtf import impossible
from pincite.model.names import in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.format import Name

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?[?~%]?(/.*)?", re.DOTALL)
_CERTAIN_YEAR = re.compile("[0-9]{4}(?=[-?~%/])")
_DATE = re.compile(r"([0-9]{4})(?:[/-]([0-9]{0,2}))?(?:[/-]([0-9]{0,2}))?(?:/(.*))?", re.DOTALL)
_YEARS = re.compile(r"([0-9]{4}) ?[-–/] ?([0-9]{4})")
_TIME = re.compile(r"[0-9]{1,2}:[0-9:.]*Z?")
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "winter": "24"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?", re.IGNORECASE)
_WORDS = 4
"""Words of a date in words, one more than it can have."""

_NAME_PARTS = 3
_DASHES = re.compile("[-‐‑–—]+")
_ISBN = re.compile(r"(?:97[89]-?)?[0-9](?:-?[0-9]){8}-?[0-9Xx]")
_ISSN = re.compile(r"([0-9]{4})-?([0-9]{3}[0-9Xx])")
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9][0-9.]{3,}/[^\x00-\x20\x7f]+)", re.IGNORECASE
)
_LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "japanese": "ja",
    "latin": "la",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
}
"""Languages as databases name them."""


def name_text(name: Name) -> str:
    """Return a name as RIS writes it: analysed where it is, else as printed."""
    if name.get("kind") == "organization" or not name.get("family"):
        return in_one_line(name)
    family = " ".join(part for part in (name.get("particle"), name["family"]) if part)
    return ", ".join(part for part in (family, name.get("given"), name.get("suffix")) if part)


def name_of(text: str) -> Name:
    """Return the name that RIS writes so.

    A comma at the end is EndNote's mark of an organization, whose words are no given and family names.
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and parts[0] and not parts[1]:  # noqa: PLR2004 - one comma
        return {"literal": parts[0], "kind": "organization"}
    if not 1 < len(parts) <= _NAME_PARTS or not all(parts):
        return {"literal": text}
    family, given, *suffix = parts
    found: Name = {"literal": " ".join((given, family, *suffix)), "family": family, "given": given}
    if suffix:
        found["suffix"] = suffix[0]
    return found


def date_texts(edtf: str) -> tuple[str, str]:
    """Return an EDTF date as RIS's year and as its date, each empty where RIS has none.

    Of a range there is the first year. What is uncertain about a date is not there.
    """
    match = _EDTF.fullmatch(edtf)
    if match is None:  # part of it is unknown or uncertain, maybe the year
        certain = _CERTAIN_YEAR.match(edtf)
        return certain[0] if certain else "", ""
    year, month, day, end = match.groups()
    if end is not None or month is None:
        return year, ""
    season = next((word for word, number in _SEASONS.items() if number == month), None)
    if season is not None:
        return year, f"{year}///{season}"
    return year, f"{year}/{month}/{day or ''}/" if "01" <= month <= "12" else ""


def date_of(text: str, year: str = "") -> tuple[str, str]:
    """Return a date in RIS as EDTF, and what it says besides, each empty where there is nothing.

    *year* is the record's, for dates that have none ("Apr 2").
    """
    text = text.strip(" /")
    if not text.strip("0/-"):  # what databases write for no date
        return "", ""
    years = _YEARS.fullmatch(text)
    if years is not None and years[1] <= years[2]:
        return f"{years[1]}/{years[2]}", ""
    match = _DATE.fullmatch(text)
    if match is None:
        return _date_in_words(text, year)
    found, rest = match[1], (match[4] or "").strip(" /")
    for part in (match[2], match[3]):
        longer = f"{found}-{int(part or 0):02}"
        if int(part or 0) == 0 or impossible(longer):
            break
        found = longer
    if len(found) == len("1918") and rest.casefold().replace("fall", "autumn") in _SEASONS:
        return f"{found}-{_SEASONS[rest.casefold().replace('fall', 'autumn')]}", ""
    digits = [part for part in match.group(2, 3) if int(part or 0)]
    if len(found.split("-")) != len(digits) + 1:  # a thirteenth month, a thirtieth of February
        return found, text
    return found, "" if not rest or _TIME.fullmatch(rest) else f"{rest} {match[1]}"


def _date_in_words(text: str, year: str) -> tuple[str, str]:
    """Return a date such as "2 April 1918" or "Apr 2"; only where every word of it is understood."""
    month = day = 0
    for word in text.replace(",", " ").split(None, _WORDS):
        name = _MONTH.fullmatch(word)
        if name and not month:
            month = _MONTHS.index(name[1][:3].lower()) + 1
        elif word.isascii() and word.isdecimal() and len(word) <= 2 and not day:  # noqa: PLR2004 - days have two digits
            day = int(word)
        elif re.fullmatch("[0-9]{4}", word) and year in {"", word}:
            year = word
        else:
            return "", text
    found = f"{year}-{month:02}" + (f"-{day:02}" if day else "")
    return (found, "") if len(year) == len("1918") and month and not impossible(found) else ("", text)


def pages_of(first: str, last: str) -> str:
    """Return a range of pages of its ends; some write all of it in the first field."""
    first, last = ("-".join(_ends(one)) for one in (first, last))
    return first if not last or last == first or "-" in first else f"{first}-{last}" if first else last


def pages_texts(pages: str) -> tuple[str, str]:
    """Return the first and the last page of a range; of anything else, all of it and nothing."""
    ends = _ends(pages)
    return (ends[0], ends[1]) if len(ends) == 2 and all(ends) else (pages, "")  # noqa: PLR2004 - two ends


def _ends(pages: str) -> list[str]:
    return [one.strip() for one in _DASHES.split(pages)]


def numbers_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ISBNs and ISSNs in a text, each with the member it is; nothing where there is neither."""
    for word in re.split(r"[\s;,/()]+", text):
        issn = _ISSN.fullmatch(word)
        if issn is not None:
            yield "issn", f"{issn[1]}-{issn[2].upper()}"
        elif _ISBN.fullmatch(word):
            yield "isbn", word.upper()


def doi_of(text: str) -> str:
    """Return the DOI that a text is, empty where it is none."""
    match = _DOI.fullmatch(text)
    return match[1] if match else ""


def language_of(text: str) -> str:
    """Return the language tag (BCP 47) that a text is, or that the language it names in English has; else nothing."""
    named = _LANGUAGES.get(text.casefold())
    return named or (text if is_shaped("language", text) else "")
