"""Dates, places in sources and titles as an English reader expects them, without markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.bibliography.flat import around
from pincite.model.names import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import Source

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_UNKNOWN = re.compile(r"(?:-XX)+$")
_SOME_YEAR = re.compile(r"([0-9]{2})([0-9]X|XX)")
_YEAR = re.compile(r"[0-9]{4}")
_DOUBTS = {"?": "{} (uncertain)", "~": "about {}", "%": "about {} (uncertain)", "": "{}"}
_LABELS = {
    "page": ("p.", "pp."),
    "folio": ("f.", "ff."),
    "column": ("col.", "cols."),
    "line": ("line", "lines"),
    "paragraph": ("para.", "paras."),
    "chapter": ("ch.", "chs."),
    "section": ("sec.", "secs."),
    "verse": ("v.", "vv."),
    "note": ("note", "notes"),
    "figure": ("fig.", "figs."),
    "volume": ("vol.", "vols."),
    "issue": ("no.", "nos."),
    "part": ("part", "parts"),
    "sub_verbo": ("s.v.", "s.vv."),
    "article_locator": ("art.", "arts."),
    "title_locator": ("title", "titles"),
    "elocation": ("no.", "nos."),
    "timestamp": ("at", "at"),
}
_SEVERAL = re.compile(r"\b(?:[0-9]+[a-z]{0,2}|[ivxlcdm]+)\s*[-–,&]\s*(?:[0-9]|[ivxlcdm]+\b)")
_NUMBER = re.compile(r"(?<=[0-9])-(?=[0-9])")


def date_words(edtf: str) -> str:
    """Return an EDTF date in words, as it is where that would take more than a few."""
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        first, last = _day(start), _day(end)
        if first and last:
            between = "–" if _YEAR.fullmatch(first) and _YEAR.fullmatch(last) else " – "
            return f"{first}{between}{last}"
        if first and end in {"", ".."}:
            return f"from {first}"
        return f"until {last}" if last and start in {"", ".."} else edtf
    return _day(edtf) or edtf


def is_plain_day(edtf: str) -> bool:
    """Return whether a date is a year, month or day of the calendar, as HTML's ``time`` has them."""
    plain = _DAY.fullmatch(edtf)
    return bool(plain and not plain[4] and plain[1] != "0000" and (not plain[2] or plain[2] <= "12"))


def _day(edtf: str) -> str:
    known = _UNKNOWN.sub("", edtf)
    some = _SOME_YEAR.fullmatch(known)
    if some:
        return f"{known.replace('X', '0')}–{known.replace('X', '9')}"
    found = _DAY.fullmatch(known)
    if not found:
        return ""
    year, month, day, doubt = found.groups()
    words = year.lstrip("0") or "0"
    if month in _SEASONS and not day:
        words = f"{_SEASONS[month]} {words}"
    elif month:
        if not 1 <= int(month) <= len(_MONTHS):
            return ""
        words = f"{_MONTHS[int(month) - 1]} {words}"
        words = f"{int(day)} {words}" if day else words
    return _DOUBTS[doubt].format(words)


def place_parts(label: str, value: str) -> tuple[str, str]:
    """Return a place in a source as the word for its label and its number: "pp." and "58–59"."""
    one, several = _LABELS.get(label, (label.replace("_", " "),) * 2)
    return several if _SEVERAL.search(value) else one, _NUMBER.sub("–", value)


def place_words(locator: Mapping[str, object]) -> str:
    """Return a place in a source: "pp. 58–59, line 7", with spaces that no line ends at."""
    return ", ".join("\u00a0".join(place_parts(label, str(value))) for label, value in locator.items())


def own_title(source: Source, sources: Mapping[str, Source]) -> str:
    """Return the title of a source, for a volume without one that of its series; empty where there is none."""
    title = source.get("title", "")
    if not title and source["type"] == "volume":
        return next((outer["title"] for outer in around(source, sources) if outer.get("title")), "")
    return title


def called(source: Source, sources: Mapping[str, Source]) -> str:
    """Return the title of a source or, where it has none, what it is and whose."""
    return own_title(source, sources) or untitled(source)


def untitled(source: Source) -> str:
    """Return what a source without a title is called: "letter by Ada Fenn"."""
    people = source.get("authors") or source.get("editors") or ()
    who = (in_one_line(people[0]) or people[0].get("id", "")) if people else ""
    return f"{kind(source)} by {who}" if who else f"untitled {kind(source)}"


def kind(source: Source) -> str:
    """Return what a source is: its genre, else its type."""
    return source.get("genre") or source["type"].replace("_", " ")
