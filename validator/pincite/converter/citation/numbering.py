"""Volumes, issues, editions and series: the numbers a publication bears, by their words or behind its name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import is_periodical
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.citation.places import BARE, plain_dashes
from pincite.converter.languages import any_of, spelled

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_NUMERAL = r"(?:[1-9][0-9]{0,3}|[IVXLC]{1,7}(?![^\W_]))"
_ISSUE = r"[0-9]{1,4}(?:[-–/][0-9]{1,4})?"
_NUMBERS = (
    rf"(?P<volume>{_NUMERAL})(?:\s?\((?P<bracket>[^()]{{1,30}})\)|\s?[./]\s?(?P<issue>{_ISSUE}))?"
    rf"(?:\s?\((?P<year>[^()]{{1,30}})\))?(?:\s?:\s?(?P<page>{BARE.pattern}))?"
)
"""Volume, issue, year and pages as journals print them: "12 (3): 45–60", "7/2 (1922)", "47: 59", "XII (1911)"."""
_BEHIND_NAME = re.compile(rf"(?P<name>[{CAPITAL}][^:()]{{1,80}}?),?\s+{_NUMBERS}")
_ALONE = re.compile(_NUMBERS)
_EDITION_BEFORE = rf"(?:(?:[0-9]{{1,2}}(?:SUFFIX|[.]?[ªºe]|[.])?,?|[^\W\d_{CAPITAL}][\w-]*\.?,?)\s+){{1,3}}"
"""What stands before the word "edition": a number, or words such as "second" and "rev."."""


def volume(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read "vol. 4", "Bd. 4 (1889–1891)", "vol. 12 (3)"; "3 vols." is a remark on the work."""
    if _volumes(lexicon).fullmatch(part):
        described.remarks.append(part)
        return True
    found = labelled("volume", lexicon).fullmatch(part)
    if not found:
        return False
    value = found["value"].strip()
    both = re.fullmatch(r"(?P<volume>[0-9IVXLC]+)\s?\((?P<behind>[0-9 –-]+)\)", value)
    if not both:
        described.volume = value
        return True
    described.volume = both["volume"]
    _bracket(both["behind"], described, lexicon)
    return True


def bare_volume(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read numbers without a word: "12 (3)", "12.3", "7/2 (1922)", "12 (3): 45–60", "47: 59"."""
    found = _ALONE.fullmatch(part)
    if not found or part == found["volume"] or described.volume is not None:
        return False
    if re.fullmatch(r"[0-9]+/[0-9]+", part):  # as well a shelf mark or a fraction
        return False
    return _numbers(found, described, lexicon)


def behind_name(part: str, described: Description, lexicon: Lexicon, *, in_article: bool) -> str:
    """Read the numbers behind a periodical's name, "Harbour Journal 12 (3): 45–60", and return the name.

    ``in_article``: a quoted title stands before, so that a numbered name needs no word of a periodical.
    """
    found = _BEHIND_NAME.fullmatch(part)
    if found is None or labelled("volume", lexicon).match(part):
        return part
    if described.volume is not None or dates_in(found["volume"], lexicon):
        return part
    told = found["bracket"] or found["issue"] or found["page"]
    if not is_periodical(found["name"], lexicon) and not (in_article and told):
        return part
    if not _numbers(found, described, lexicon):
        return part
    return found["name"]


def _numbers(found: re.Match[str], described: Description, lexicon: Lexicon) -> bool:
    if found["bracket"] and not _bracket(found["bracket"], described, lexicon):
        return False
    if found["year"] and not _bracket(found["year"], described, lexicon):
        return False
    described.volume = found["volume"]
    described.issue = described.issue or found["issue"]
    if found["page"]:
        described.locator["page"] = plain_dashes(found["page"])
    return True


def _bracket(text: str, described: Description, lexicon: Lexicon) -> bool:
    """Read what stands in a bracket behind a volume: its issue, its year, or the years it covers."""
    years = dates_in(text, lexicon)
    if not years:
        number = re.fullmatch(rf"\s*({_ISSUE})\s*", text)
        if number is None or described.issue is not None:
            return False
        described.issue = number[1]
        return True
    if len(years) > 1 or years[0].text != text.strip():
        return False
    if years[0].edtf and "/" in years[0].edtf:
        described.coverage = years[0].edtf
    elif described.date is None:
        described.date = years[0].edtf
    return True


def issue(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read "issue 3", or "no. 3 (1911): 45–60" behind a volume."""
    found = labelled("issue", lexicon).fullmatch(part)
    if found:
        described.issue = found["value"].strip()
        return True
    if described.volume is None or described.issue is not None:
        return False
    words = any_of([*lexicon.words("issue"), *lexicon.words("number")])
    paged = re.fullmatch(
        rf"{words}\s*(?P<issue>{_ISSUE})(?:\s?\((?P<year>[^()]{{1,30}})\))?(?:\s?:\s?(?P<page>{BARE.pattern}))?",
        part,
        re.IGNORECASE,
    )
    if paged is None or not (paged["year"] or paged["page"]):
        return False
    if paged["year"] and not _bracket(paged["year"], described, lexicon):
        return False
    described.issue = paged["issue"]
    if paged["page"]:
        described.locator["page"] = plain_dashes(paged["page"])
    return True


def edition(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read "2nd ed.", "rev. ed.", "zweite Auflage": a bare number, or as printed; a reprint beside it."""
    if described.edition is None and _edition(lexicon).fullmatch(part):
        number = re.match(r"[0-9]+", part)
        plain = number is not None and len(part.split()) == 2  # noqa: PLR2004 - the number and the word
        described.edition = number[0] if plain and number else part
        return True
    behind = _edition_before_number(lexicon).fullmatch(part)
    if behind and described.edition is None:
        described.edition = behind["value"]
        return True
    if not lexicon.starts("reprint", part) or len(part) > 40:  # noqa: PLR2004 - no sentence
        return False
    years = dates_in(part, lexicon)
    if len(years) != 1 or years[0].has_month or not part.endswith(years[0].text):
        return False
    described.edition = f"{described.edition}, {part}" if described.edition else part
    return True


def series(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read the series a book stands in, "Callow Studies 12" or "(Hafenstudien, 12)"; "3rd series" is a remark."""
    if _series_run(lexicon).fullmatch(part):
        described.remarks.append(part)
        return True
    found = _series(lexicon).fullmatch(part)
    if found is None or described.series is not None or not lexicon.has("series_words", found["name"]):
        return False
    if is_periodical(found["name"], lexicon) or dates_in(found["number"], lexicon):
        return False
    described.series = (found["name"], found["number"])
    return True


def _suffixes(lexicon: Lexicon) -> str:
    """Return the endings of ordinal numbers as branches of a pattern."""
    return "|".join(map(spelled, lexicon.words("ordinal_suffixes")))


@lru_cache(maxsize=16)
def _volumes(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of how many volumes a work has, "3 vols."."""
    return re.compile(rf"[0-9]{{1,3}}\s*{any_of(lexicon.words('volume'))}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _series_run(lexicon: Lexicon) -> re.Pattern[str]:
    run, words = any_of(lexicon.words("series_runs")), any_of(lexicon.words("run_words"))
    return re.compile(rf"(?:[0-9]{{1,2}}(?:{_suffixes(lexicon)}|[.ªºe])?|{words})\s+{run}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _series(lexicon: Lexicon) -> re.Pattern[str]:
    number = any_of([*lexicon.words("number"), *lexicon.words("volume")])
    return re.compile(
        rf"(?P<name>[{CAPITAL}][^,:()0-9]{{2,80}}),?\s+(?:{number}\s*)?(?P<number>[0-9]{{1,4}}|[IVXLC]{{1,7}})"
    )


@lru_cache(maxsize=16)
def _edition_before_number(lexicon: Lexicon) -> re.Pattern[str]:
    words, suffix = any_of(lexicon.words("edition")), _suffixes(lexicon)
    return re.compile(rf"{words}\s*(?P<value>[0-9]+)(?:{suffix})?", re.IGNORECASE)


@lru_cache(maxsize=16)
def _edition(lexicon: Lexicon) -> re.Pattern[str]:
    # capitals before the word would be a title: "The Harbour Edition"
    words = [word for word in lexicon.words("edition") if word[0] != "-"]
    ends = [word[1:] for word in lexicon.words("edition") if word[0] == "-"]
    listed = "|".join(f"(?i:{spelled(word)})(?![^\\W\\d_])" for word in sorted(words, key=len, reverse=True))
    joined = "|".join(rf"[{CAPITAL}][\w]{{2,20}}{spelled(word)}" for word in ends)
    behind = rf"(?:,?\s+[^\W\d_{CAPITAL}][\w-]*\.?){{0,2}}"
    compound = f"|{joined}" if joined else ""
    before = _EDITION_BEFORE.replace("SUFFIX", _suffixes(lexicon))
    return re.compile(rf"(?:{before}(?:{listed}){compound}){behind}")


@lru_cache(maxsize=64)
def labelled(member: str, lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of one of a list's words with its value."""
    return re.compile(rf"{any_of(lexicon.words(member))}\s*(?P<value>[\w][\w /.()–-]*)", re.IGNORECASE)
