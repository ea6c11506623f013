"""Dates, places in sources, names and reasons as a reader expects them; the exact values stand in attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.export.html.markup import NOTHING, Markup, element, joined, link, own
from pincite.model.calendar_words import MONTHS, SEASONS
from pincite.model.edtf import parts
from pincite.model.names import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.model.format import Name

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
            return f"{first} – {last}"
        if first and end in {"", ".."}:
            return f"from {first}"
        return f"until {last}" if last and start in {"", ".."} else edtf
    return _day(edtf) or edtf


def date(edtf: str, printed: str | None = None) -> Markup:
    """Return a date in words, or as it is printed, with its exact form for programs."""
    words = printed or date_words(edtf)
    plain = parts(edtf)
    if plain and not plain.doubt and not plain.season and plain.year > "0000":
        return element("time", own(words), datetime=edtf)
    return element("span", own(words), class_="date", data_edtf=edtf)


def _day(edtf: str) -> str:
    plain = parts(edtf)
    if plain is None or plain.year.startswith("-") or plain.season not in {"", *SEASONS}:
        return ""
    day = str(int(plain.day)) if plain.day else ""
    month = SEASONS[plain.season] if plain.season else MONTHS[int(plain.month) - 1] if plain.month else ""
    words = " ".join(one for one in (day, month, plain.year.lstrip("0") or "0") if one)
    return _DOUBTS[plain.doubt].format(words)


def place(locator: Mapping[str, object]) -> Markup:
    """Return a place in a source: "pp. 58–59, line 7"."""
    shown_places = []
    for label, number in locator.items():
        value = str(number)
        one, several = _LABELS.get(label, (label.replace("_", " "),) * 2)
        word = several if _SEVERAL.search(value) else one
        shown = _NUMBER.sub("–", value)
        exact = None if shown == value else value
        shown_places.append(
            element("span", f"{word}\u00a0", own(shown), class_="place", data_label=label, data_value=exact)
        )
    return joined(shown_places, ", ")


def name_words(name: Name) -> str:
    """Return a name as it is printed, or its parts in one, or what stands for it in a register."""
    return in_one_line(name) or name.get("id", "")


def name(name_: Name) -> Markup:
    """Return a name, which leads to its record in a register where there is one."""
    words = name_words(name_)
    address = name_.get("id")
    return own(words) if address is None else link(address, words)


def names(found: Sequence[Name] | None) -> Markup:
    """Return several names, as in "A, B and C"."""
    shown = [name(one) for one in found or () if one]
    if not shown:
        return NOTHING
    return listed(shown)


def listed(words: Sequence[str]) -> Markup:
    """Return words as in "A, B and C"."""
    return joined([joined(words[:-1], ", "), words[-1]], " and ")


def concluded(*inferred: Mapping[str, str] | None) -> Markup:
    """Return what was concluded rather than read, each value with the reason."""
    reasons = [
        joined([element("span", member.replace("_", " ")), " (", own(reason), ")"])
        for one in inferred
        for member, reason in (one or {}).items()
    ]
    if not reasons:
        return NOTHING
    return element("p", "Concluded, not read: ", joined(reasons, "; "), class_="concluded")
