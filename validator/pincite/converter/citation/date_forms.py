"""The forms in which one date is printed, each read into its parts: days, months, seasons and years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.calendars import REPUBLICAN_MONTHS, republican
from pincite.converter.languages import any_of, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pincite.converter.lexicon import Lexicon
    from pincite.model.edtf import Day

LOOK_BACK = 40
"""Code points before a date that are looked at: the longest words that qualify it."""
_MONTHS = 12
_TWO_STYLES = "a year in two styles"
_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_YEARS = (*_ROMAN_MONTHS, "XIII", "XIV")


@dataclass(frozen=True)
class Atom:
    """One date inside a text, its parts as numbers or None.

    ``value`` is a decade or a century in EDTF. ``parallel`` is a second day that a slash or a bracket sets beside
    the first, ``gregorian`` the day that a Republican one must be. ``unclear``: ``reason`` says why it means none.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    reason: str | None = None
    season: int | None = None
    value: str | None = None
    last_day: int | None = None
    last_year: int | None = None
    parallel: int | None = None
    several: bool = False
    gregorian: Day | None = None
    bounded: bool = False
    unclear: bool = False


def forms_in(text: str, lexicon: Lexicon) -> list[Atom]:
    """Return the days, months, seasons and years printed in *text*, in order."""
    if _DIGIT.search(text) is None:  # every form has one
        return []
    return [atom for match in _pattern(lexicon).finditer(text) for atom in _read(match, lexicon)]


_DIGIT = re.compile(r"[0-9]")


def _read(match: re.Match[str], lexicon: Lexicon) -> Iterator[Atom]:
    atom = _READERS[match.lastgroup or ""](match, lexicon)
    if atom is not None:
        yield atom


def _iso(match: re.Match[str], _: Lexicon) -> Atom:
    """Return the atom of an ISO date; ``1904-05`` may be a month or two years and is neither."""
    year, month, day = int(match["iy"]), int(match["im"]), match["id"]
    if day is None and month > year % 100:
        reason = "a month or the end of a range of years"
        return Atom(match.start(), match.end(), year, reason=reason, unclear=True)
    return Atom(match.start(), match.end(), year, month, int(day) if day else None)


def _dotted(match: re.Match[str], _: Lexicon) -> Atom:
    return Atom(match.start(), match.end(), int(match["ny"]), int(match["nm"]), int(match["nd"]))


def _year_first(match: re.Match[str], _: Lexicon) -> Atom:
    return Atom(match.start(), match.end(), int(match["fy"]), int(match["fm"]), int(match["fd"]))


def _slashed(match: re.Match[str], lexicon: Lexicon) -> Atom:
    """Return the atom of "13/6/1790": which number is the month must be certain by size or by language."""
    start, end, year = match.start(), match.end(), int(match["sly"])
    one, two = int(match["sl1"]), int(match["sl2"])
    if one > _MONTHS or one == two:
        return Atom(start, end, year, two, one)
    if two > _MONTHS:
        return Atom(start, end, year, one, two)
    if lexicon.languages[0].numeric_dates == "day first":
        return Atom(start, end, year, two, one, "the day before the month, as the language has it")
    return Atom(start, end, reason="the day or the month may come first", unclear=True)


def _roman(match: re.Match[str], _: Lexicon) -> Atom:
    month = _ROMAN_MONTHS.index(match["rm"]) + 1
    return Atom(match.start(), match.end(), int(match["ry"]), month, int(match["rd"]))


def _named(match: re.Match[str], lexicon: Lexicon) -> Atom:
    """Return the atom of a day with its month's name, in either order."""
    letters = "md" if match.lastgroup == "monthday" else "dm"
    day, last, slashed, bracketed, other, year = (
        int(match[letters + name]) if match[letters + name] else None for name in "dlpqoy"
    )
    month = lexicon.months[match[letters + "m"].lower()]
    if match[letters + "w"]:
        return Atom(match.start(), match.end(), year, month, day, _TWO_STYLES, unclear=True)
    odd = "a comma between month and day was passed over" if match["mdc"] else None
    return Atom(
        match.start(), match.end(), year, month, day, odd,
        last_day=last, parallel=slashed or bracketed, several=other is not None,
    )  # fmt: skip


def _month(match: re.Match[str], lexicon: Lexicon) -> Atom:
    year = int(match["myy"]) if match["myy"] else None
    return Atom(match.start(), match.end(), year, lexicon.months[match["mym"].lower()])


def _season(match: re.Match[str], lexicon: Lexicon) -> Atom:
    season, year = lexicon.seasons[match["s"].lower()], int(match["sy"]) if match["sy"] else None
    last = match["sl"]
    if last is None or year is None:
        return Atom(match.start(), match.end(), year, season=season)
    turn = season % 10 == 4 and (year + 1) % 10 ** len(last) == int(last)  # noqa: PLR2004 - a winter
    reason = "a winter over the turn of the year counts by the year it begins in" if turn else "no one season"
    return Atom(match.start(), match.end(), year, reason=reason, season=season, unclear=not turn)


def _republican(match: re.Match[str], _: Lexicon) -> Atom:
    number = match["rpy"]
    year = int(number) if number.isdecimal() else _ROMAN_YEARS.index(number) + 1
    month = REPUBLICAN_MONTHS.index(match["rpm"].lower()) + 1
    reason, day = "a day of the Republican calendar", republican(year, month, int(match["rpd"]))
    return Atom(match.start(), match.end(), reason=reason, gregorian=day, unclear=True)


def _year(match: re.Match[str], lexicon: Lexicon) -> Atom | None:
    """Return the atom of a year, a decade or a range of years; None for a number of something."""
    start, end, year = match.start(), match.end(), int(match["y"])
    if _is_counted(match.string, start, lexicon):
        return None
    prefix = _decade_prefix(match.string, start, lexicon) if match["y"] == match[0] else None
    if match["decade"] or (prefix is not None and year % 10 == 0):
        start = start if prefix is None else prefix
        if year % 100 == 0:
            return Atom(start, end, reason="a decade or a century", unclear=True)
        return Atom(start, end, value=f"{year // 10}X")
    if match["ys"]:
        return Atom(start, end, year, reason=_TWO_STYLES, unclear=True)
    return _years(start, end, year, match["yl"] or match["yd"])


def _years(start: int, end: int, year: int, last: str | None) -> Atom:
    """Return the atom of a year or of a range of years, of whose last only some digits may be printed."""
    if last is None:
        return Atom(start, end, year)
    last_year = int(f"{year:04}"[: 4 - len(last)] + last)
    if last_year <= year:
        return Atom(start, end, reason="a range that ends before it begins", unclear=True)
    return Atom(start, end, year, last_year=last_year)


_READERS: Mapping[str, Callable[[re.Match[str], Lexicon], Atom | None]] = {
    "iso": _iso, "dotted": _dotted, "yearfirst": _year_first, "slashed": _slashed, "roman": _roman,
    "republican": _republican, "monthday": _named, "daymonth": _named, "monthyear": _month,
    "seasonyear": _season, "plain": _year,
}  # fmt: skip
"""The reading of each form, by the name of its group in the pattern."""


def word_before(text: str, at: int, passing: str = "") -> str:
    """Return the word that ends right before *at* and a *passing* sign: looked up, it spares a slow search."""
    found = _LAST_WORD.search(text[max(0, at - LOOK_BACK) : at].rstrip().removesuffix(passing))
    return found[0].lower() if found else ""


_LAST_WORD = re.compile(r"[^\s(\[,;:—–]*$")


def suffix(lexicon: Lexicon) -> str:
    """Return a pattern for what may stand behind the number of a day ("3rd", "1er")."""
    listed = sorted(lexicon.words("ordinal_suffixes"), key=len, reverse=True)
    return "(?:" + "|".join(map(spelled, listed)) + ")?"


@lru_cache(maxsize=16)
def _counting(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that make the number behind them a page, a volume or a number, not a year."""
    members = ("number", "volume", "issue")
    listed = [word for member in members for word in lexicon.words(member)]
    # "Tide Act 1868" is no act of a play
    listed += [
        *(word for word, label in lexicon.locators.items() if label != "act"),
        *(word for one in lexicon.languages for word in one.box),
    ]
    # French "vers" is a verse and "about"
    return frozenset(word.rpartition(" ")[2] for word in listed) - set(lexicon.words("circa"))


def _is_counted(text: str, at: int, lexicon: Lexicon) -> bool:
    """Return whether the number at *at* is a page, a number or a price by what stands before it."""
    before = word_before(text, at)
    return (
        before in _counting(lexicon) or before[-1:] in tuple("£$€#№¶§") or _DECIMAL.match(before) is not None
    )


_DECIMAL = re.compile(r"[0-9]+\.$")


def _decade_prefix(text: str, at: int, lexicon: Lexicon) -> int | None:
    """Return where a word begins that makes the year at *at* a decade ("années 1890"), None without one."""
    words = lexicon.words("decade_prefixes")
    before = word_before(text, at)
    if not before or not any(word.endswith(before) for word in words):
        return None
    found = re.compile(rf"{any_of(words)}\s+$", re.IGNORECASE).search(text, max(0, at - LOOK_BACK), at)
    return found.start() if found else None


def _one_of(words: list[str]) -> str:
    return "(?:" + "|".join(map(spelled, sorted(words, key=len, reverse=True))) + ")"


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Return one pattern for all forms of a date; the name of its last group says which form it was."""
    month, season = _one_of(list(lexicon.months)), _one_of(list(lexicon.seasons))
    numbered = suffix(lexicon)
    decade = any_of(f"-{word}" for word in lexicon.words("decade_suffixes"))
    day = rf"[0-3]?[0-9](?={numbered}(?![0-9]))"
    year = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])"
    joints = "|".join(map(spelled, lexicon.words("date_joints")))
    of = rf"(?:\s+(?:{joints}))?" if joints else ""
    words = lexicon.words("year_words")
    behind = rf"(?:(?<=[0-9])\s{any_of(words)})?" if words else ""  # "1890 года"
    to = any_of(lexicon.words("range_joints"))
    either = any_of([*lexicon.words("alternatives"), "&"])
    styles = rf"(?:/(?P<{{0}}w>[0-9]{{{{1,2}}}})(?![0-9/]|{numbered}{of}\s+{month}\b))?"
    second = (
        rf"(?:(?:\s?[-–—]\s?|\s+{to}\s+)(?P<{{0}}l>{day}){numbered}"
        rf"|\s?/\s?(?P<{{0}}p>{day}){numbered}|\s?[(\[](?P<{{0}}q>{day}){numbered}[)\]]"
        rf"|\s+{either}\s+(?P<{{0}}o>{day}){numbered})?"
    )
    joint = rf"(?=\s*(?:[-–—/]|{to}|{either})\s*(?:[0-3]?[0-9]{numbered}{of}\s+)?(?:{month}|{season})\b)"
    return re.compile(
        r"(?<!\w)(?:"
        r"(?P<iso>(?:(?<!/)|(?<=-[0-9]{2}/))(?P<iy>[12][0-9]{3})-(?P<im>0[1-9]|1[0-2])(?:-(?P<id>[0-3][0-9]))?(?![\w-])(?!/(?![12][0-9]{3}-)))"
        r"|(?P<dotted>(?<!/)(?P<nd>[0-3]?[0-9])\.\s?(?P<nm>[01]?[0-9])\.\s?(?P<ny>[12][0-9]{3})(?![\w/]))"
        r"|(?P<yearfirst>(?<!/)(?P<fy>[12][0-9]{3})(?P<fs>[/.])(?P<fm>[01][0-9])(?P=fs)(?P<fd>[0-3][0-9])(?![\w/]))"
        r"|(?P<slashed>(?<!/)(?P<sl1>[0-3]?[0-9])(?P<sls>[/-])(?P<sl2>[0-3]?[0-9])(?P=sls)(?P<sly>[12][0-9]{3})(?![\w/-]))"
        r"|(?P<roman>(?<!/)(?P<rd>[0-3]?[0-9])[./-]\s?(?P<rm>(?-i:XI{0,2}|IX|IV|VI{0,3}|I{1,3}))[./-]\s?(?P<ry>[12][0-9]{3})(?![\w/]))"
        rf"|(?P<republican>(?P<rpd>{day}){numbered}\s+(?P<rpm>{'|'.join(REPUBLICAN_MONTHS)}),?\s+"
        rf"{any_of(lexicon.words('republican_year'))}\s+(?P<rpy>(?-i:{'|'.join(sorted(_ROMAN_YEARS, key=len, reverse=True))})|1[0-4]|[1-9])(?!\w))"
        rf"|(?P<monthday>(?P<mdm>{month})\b\.?(?P<mdc>,?)\s*(?P<mdd>{day}){numbered}{second.format('md')}"
        rf"(?:(?:,?{of}\s+|,)(?P<mdy>{year}){styles.format('md')}|(?![\w/])))"
        rf"|(?P<daymonth>(?P<dmd>{day}){numbered}{second.format('dm')}\.?(?:{of}\s+|-|(?<=\.))(?P<dmm>{month})\b\.?"
        rf"(?:(?:,?{of}\s+|[,-])(?P<dmy>{year}){styles.format('dm')})?)"
        rf"|(?P<monthyear>(?<!/)(?P<mym>{month})\b\.?(?:,?{of}\s+(?P<myy>{year})|{joint}))"
        rf"|(?P<seasonyear>(?<!/)(?P<s>{season})\b(?:,?{of}\s+(?P<sy>{year})(?:[-–/](?P<sl>[0-9]{{4}}|[0-9]{{1,2}})(?![0-9]))?|{joint}))"
        rf"|(?P<plain>(?<!/)(?P<y>1[0-9]{{3}}|20[0-9]{{2}})"
        rf"(?:(?P<decade>{decade})(?:\s+{any_of(lexicon.words('decade_words'))})?)?"
        r"(?:[-–/](?P<yl>[0-9]{4}|[0-9]{2})(?![0-9])|[-–](?P<yd>[0-9])(?![0-9])|/(?P<ys>[0-9])(?![0-9]))?"
        r"(?![\w/])(?!-[0-9])(?!\.[0-9]|,[0-9]{2}(?![0-9])|\s?[%°£$€]))"
        rf"){behind}",
        re.IGNORECASE,
    )
