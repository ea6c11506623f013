"""Court cases: known by their parties ("Holm v. Lund [1896]"), by a court with its judgment, or by an ECLI."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.dates import YEAR, dates_in
from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

ECLI = re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9.]{1,10}:(?P<year>[0-9]{4}):[A-Z0-9.]+")


def take_case(listed: list[str], described: Description, lexicon: Lexicon) -> list[str] | None:
    """Read the title, court and judgment of a case; return the other parts, None where it is none."""
    return _parties(listed, described, lexicon) or _judgment(listed, described, lexicon)


def _parties(listed: list[str], described: Description, lexicon: Lexicon) -> list[str] | None:
    at = next((at for at, part in enumerate(listed) if _versus(lexicon).fullmatch(part)), None)
    found = _versus(lexicon).fullmatch(listed[at]) if at is not None else None
    if at is None or found is None:
        return None
    rest = [*listed[:at], *([found["report"]] if found["report"] else []), *listed[at + 1 :]]
    if not _is_reported(rest, lexicon) or not all(_stands_before(part, lexicon) for part in listed[:at]):
        return None
    described.type, described.title = "case", found["title"].strip()
    kept = []
    for part in rest:
        docket, ecli = _docket(lexicon).fullmatch(part), ECLI.fullmatch(part)
        if docket or ecli:
            number = docket["number"] if docket else part
            described.number = f"{described.number}, {number}" if described.number else number
        else:
            kept.append(part)
        if ecli and described.date is None:
            described.date = ecli["year"]
            described.inferred["date"] = "in the ECLI"
    return kept


def _judgment(listed: list[str], described: Description, lexicon: Lexicon) -> list[str] | None:
    """Read a court with its judgment: "Hafengericht Altenhafen, Urteil vom 3. Mai 1961, II ZR 12/60"."""
    if len(listed) < 2 or not is_court(listed[0], lexicon):  # noqa: PLR2004 - the court and its judgment
        return None
    word = lexicon.starts("judgments", listed[1])
    days = dates_in(listed[1], lexicon) if word else []
    if word is None or len(days) != 1 or days[0].edtf is None:
        return None
    between = listed[1][word.end() : days[0].start].strip(" .")
    if len(between.split()) > 1 or listed[1][days[0].end :].strip(" ."):
        return None
    described.type, described.authors, described.genre = "case", [listed[0]], word[0]
    described.date = days[0].edtf
    return listed[2:]


def is_court(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* names a court."""
    return part[:1].isupper() and len(part.split()) <= 8 and lexicon.has("courts", part)  # noqa: PLR2004 - a name


def is_parties(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* names the parties of a case."""
    return _versus(lexicon).fullmatch(part) is not None


def _is_reported(rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether parties are named as in a court: a bracketed year, an ECLI or a court stands beside them."""
    return any(
        re.search(rf"[\[(]{YEAR}[\])]", part) or ECLI.fullmatch(part) or is_court(part, lexicon)
        for part in rest
    )


def _stands_before(part: str, lexicon: Lexicon) -> bool:
    dated = len(dates_in(part, lexicon)) == 1
    return _docket(lexicon).fullmatch(part) is not None or is_court(part, lexicon) or dated


@lru_cache(maxsize=16)
def _versus(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a case's title: two parties, or "In re" and one."""
    against = any_of(lexicon.words("versus"))
    heads = any_of(word.capitalize() for word in lexicon.words("case_heads"))
    name = rf"(?:R \([^,\[\]()]{{1,60}}\)|[{CAPITAL}][^,\[\]()]{{0,80}}?)"
    return re.compile(rf"(?P<title>{name}\s{against}\s{name}|{heads}\s{name})\s*(?P<report>[\[(].*)?")


@lru_cache(maxsize=16)
def _docket(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of the number before the parties: "Case C-12/90", "Rs. C-12/90"."""
    words, number = any_of(lexicon.words("dockets")), any_of(lexicon.words("number"))
    return re.compile(
        rf"(?:[{CAPITAL}][^\W\d_{CAPITAL}]+|(?i:{words}))\s(?:(?i:{number})\s)?(?P<number>[{CAPITAL}]{{1,2}}-[0-9]+/[0-9]{{2,4}})"
    )
