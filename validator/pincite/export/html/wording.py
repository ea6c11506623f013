"""Dates, places in sources and names as a reader expects them; the exact values stand in attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.html.markup import NOTHING, Markup, element, joined, link, own
from pincite.export.layout.english import date_words, is_plain_day, place_parts
from pincite.model.names import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.model.format import Name


def date(edtf: str, printed: str | None = None) -> Markup:
    """Return a date in words, or as it is printed, with its exact form for programs."""
    words = printed or date_words(edtf)
    if is_plain_day(edtf):
        return element("time", own(words), datetime=edtf)
    return element("span", own(words), class_="date", data_edtf=edtf)


def place(locator: Mapping[str, object]) -> Markup:
    """Return a place in a source: "pp. 58–59, line 7"."""
    shown_places = []
    for label, number in locator.items():
        value = str(number)
        word, shown = place_parts(label, value)
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
