"""Single dates side by side become one: ranges, alternatives, a day in two calendars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.calendars import same_day
from pincite.converter.citation.date_forms import LOOK_BACK, suffix
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.citation.date_forms import Atom
    from pincite.converter.lexicon import Lexicon
    from pincite.model.edtf import Day


@dataclass(frozen=True)
class Joined:
    """One date made of one, two or three atoms: its EDTF forms, one or the two ends of a range."""

    start: int
    end: int
    ends: tuple[str, ...] = ()
    reason: str | None = None
    bounded: bool = False
    used: int = 1
    is_day: bool = False


def joined(text: str, listed: list[Atom], lexicon: Lexicon) -> Iterator[Joined]:
    """Yield the dates that the atoms make: pairs of two calendars, alternatives, ranges, single ones."""
    index = 0
    while index < len(listed):
        first, *behind = listed[index : index + 3]
        second = behind[0] if behind else None
        found = None
        if second is not None and second.start - first.end <= LOOK_BACK:
            found = (
                _two_calendars(text, first, second, behind[1] if len(behind) > 1 else None, lexicon)
                or _either(text, first, second, lexicon)
                or _range(text, first, second, lexicon)
            )
        found = found or _single(text, first, lexicon)
        yield found
        index += found.used


_GREGORIAN = "of the two calendars printed, the Gregorian day"
_NO_PAIR = "two days that are not the same in two calendars"


def _two_calendars(
    text: str, first: Atom, second: Atom, third: Atom | None, lexicon: Lexicon
) -> Joined | None:
    """Return the one day that is printed in two calendars: "28 Feb./12 March 1834", "12 prairial an VIII (…)"."""
    joint = _between_calendars(lexicon).fullmatch(text, first.end, second.start)
    if joint is None or None in {first.day or first.gregorian, second.day or second.gregorian}:
        return None
    end, used, year = second.end, 2, second.year or first.year
    if joint["bracket"]:
        closed = _bracket_closing(lexicon).match(text, end)
        if closed is None:
            return None
        end = closed.end()
        bare = third is not None and third.month is None and third.last_year is None and not third.unclear
        if year is None and third is not None and bare and not text[end : third.start].strip(" ,"):
            end, used, year = third.end, 3, third.year
    if first.gregorian or second.gregorian:
        republican, other = (first, second) if first.gregorian else (second, first)
        same = republican.gregorian == (other.year, other.month, other.day)
        ends = (_written(other.year, other.month, other.day),) if same else ()
        return Joined(first.start, end, ends, _GREGORIAN if same else _NO_PAIR, used=used)
    days = [(one.year or year or 0, one.month or 0, one.day or 0) for one in (first, second)]
    day = _gregorian(*days) if year is not None else None
    if day is not None:
        return Joined(first.start, end, (_written(*day),), _GREGORIAN, used=used, is_day=True)
    if joint["bracket"] or (first.year is not None and second.year is not None):
        return None
    return Joined(first.start, second.end, (), _NO_PAIR)


def _gregorian(one: Day, other: Day) -> Day | None:
    """Return which of two days is the Gregorian one, None where they are not the same day."""
    return other if same_day(one, other) else one if same_day(other, one) else None


def _either(text: str, first: Atom, second: Atom, lexicon: Lexicon) -> Joined | None:
    """Return the date that "1917 or 1918" is: none of level 1."""
    if (
        first.bounded
        or second.bounded
        or not _between_either(lexicon).fullmatch(text, first.end, second.start)
    ):
        return None
    if second.year is None and first.year is not None and first.month is None:
        return None
    start = _several_before(text, first, lexicon) or first.start
    days = first.day is not None and second.day is not None
    reason = "one of several days" if days else "one of several dates"
    return Joined(start, second.end, (), reason, used=2)


def _range(text: str, first: Atom, second: Atom, lexicon: Lexicon) -> Joined | None:
    """Return the range of two dates with a dash or a "to" between them."""
    joint = _between_ends(lexicon).fullmatch(text, first.end, second.start)
    if joint is None or not _continues(first, second):
        return None
    if joint["slash"] and not (_ISO.match(text, first.start) and _ISO.match(text, second.start)):
        return None
    year = first.year if first.year is not None else second.year
    low = first.value or _written(year, first.month, first.day, first.season)
    high = second.value or _written(second.year, second.month, second.day, second.season)
    low += "?" if joint["doubt"] else ""
    high += "~" if joint["circa"] else ""
    return Joined(first.start, second.end, (low, high), first.reason or second.reason, used=2)


def _continues(first: Atom, second: Atom) -> bool:
    """Return whether two dates with a dash between can be the ends of one range."""
    ends = (first, second)
    if any(
        one.last_day or one.last_year or one.unclear or one.parallel or one.several or one.bounded
        for one in ends
    ):
        return False
    if first.value or second.value:
        return bool(first.value and second.value) and (first.value or "") < (second.value or "")
    if second.year is None:
        return False
    if first.year is None:
        return first.month is not None or first.season is not None
    return first.year <= second.year


def _single(text: str, atom: Atom, lexicon: Lexicon) -> Joined:
    start = _several_before(text, atom, lexicon) if atom.month is not None else None
    if start is not None or atom.several:
        return Joined(atom.start if start is None else start, atom.end, (), "one of several days")
    if atom.parallel is not None and atom.year is not None and atom.month is not None:
        days = sorted((atom.day or 0, atom.parallel))
        julian, gregorian = ((atom.year, atom.month, day) for day in days)
        if same_day(julian, gregorian):
            return Joined(atom.start, atom.end, (_written(*gregorian),), _GREGORIAN, is_day=True)
    if atom.parallel is not None:
        return Joined(atom.start, atom.end, (), "one of several days")
    if atom.unclear:
        return Joined(atom.start, atom.end, (), atom.reason, is_day=atom.day is not None)
    ends = [atom.value or _written(atom.year, atom.month, atom.day, atom.season)]
    if atom.last_day is not None:
        ends.append(_written(atom.year, atom.month, atom.last_day))
    if atom.last_year is not None:
        ends.append(_written(atom.last_year))
    return Joined(atom.start, atom.end, tuple(ends), atom.reason, atom.bounded, is_day=atom.day is not None)


def _several_before(text: str, atom: Atom, lexicon: Lexicon) -> int | None:
    """Return where days begin that an "or", an "and" or a slash joins to the one of *atom*, None without any."""
    if atom.day is None:
        return None
    back = max(0, atom.start - LOOK_BACK)
    words = text[back : atom.start].lower()
    if not ("/" in words or "&" in words or {*words.split()}.intersection(lexicon.words("alternatives"))):
        return None
    found = _choice(lexicon).search(text, back, atom.start)
    return found.start() if found else None


def _written(
    year: int | None, month: int | None = None, day: int | None = None, season: int | None = None
) -> str:
    value = "XXXX" if year is None else f"{year:04}"
    if season is not None:
        return f"{value}-{season:02}"
    if month is not None:
        value += f"-{month:02}"
        if day is not None:
            value += f"-{day:02}"
    return value


_ISO = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?![0-9])")


@lru_cache(maxsize=16)
def _choice(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a day that an "or", an "and" or a slash joins to the date behind it."""
    joint, numbered = any_of(lexicon.words("alternatives")), suffix(lexicon)
    return re.compile(
        rf"(?<![0-9])[0-3]?[0-9]{numbered}\s*(?:/|&|{joint})(?:\s*[0-3]?[0-9])?\s*$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _between_either(lexicon: Lexicon) -> re.Pattern[str]:
    joint, the = any_of([*lexicon.words("alternatives"), "&"]), any_of(lexicon.words("weekdays"))
    return re.compile(rf"\??,?\s+{joint}\s+(?:{the}\s+)?", re.IGNORECASE)


@lru_cache(maxsize=16)
def _between_ends(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of what stands between the ends of a range."""
    to, circa = any_of(lexicon.words("range_joints")), any_of(lexicon.words("circa"))
    the = any_of(lexicon.words("weekdays"))
    return re.compile(
        rf"(?P<doubt>\?)?(?:\s*[-‐‑–—]\s*|(?P<slash>/)|,?\s+{to}\s+(?:{the}\s+)?)(?P<circa>{circa}\s*)?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _between_calendars(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of what stands between a day and the same day in another calendar."""
    style, the = _style(lexicon), any_of(lexicon.words("weekdays"))
    return re.compile(
        rf"(?:\s*,?\s*\(?{style}\)?)?\s*(?:/|=|(?P<bracket>[(\[]))\s*(?:{the}\s+)?", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _bracket_closing(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:\s*,?\s*{_style(lexicon)})?\s*[)\]]", re.IGNORECASE)


def _style(lexicon: Lexicon) -> str:
    return any_of([*lexicon.words("old_style"), *lexicon.words("new_style")])
