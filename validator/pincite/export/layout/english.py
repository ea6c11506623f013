"""Dates, places in sources and titles as an English reader expects them, without markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.bibliography.flat import around
from pincite.model.calendar_words import MONTHS, SEASONS
from pincite.model.edtf import parts
from pincite.model.names import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import Source

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
    plain = parts(edtf)
    return bool(plain and not plain.doubt and not plain.season and plain.year > "0000")


def _day(edtf: str) -> str:
    known = _UNKNOWN.sub("", edtf)
    some = _SOME_YEAR.fullmatch(known)
    if some:
        return f"{known.replace('X', '0')}–{known.replace('X', '9')}"
    plain = parts(known)
    if plain is None or plain.year.startswith("-") or plain.season not in {"", *SEASONS}:
        return ""
    day = str(int(plain.day)) if plain.day else ""
    month = SEASONS[plain.season] if plain.season else MONTHS[int(plain.month) - 1] if plain.month else ""
    words = " ".join(one for one in (day, month, plain.year.lstrip("0") or "0") if one)
    return _DOUBTS[plain.doubt].format(words)


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
