"""Figures as people read them."""

from __future__ import annotations


def number(value: float) -> str:
    """Return a number with commas between thousands: "12,345"."""
    return f"{value:,}"


def percent(part: int, whole: int) -> str:
    """Return a share in percent, never more than it is: "99.9%" for nearly all, "<0.1%" for hardly any, a dash of nothing."""
    if not whole:
        return "–"
    tenths = part * 1000 // whole
    if part and not tenths:
        return "<0.1%"
    return f"{tenths // 10}%" if part in {0, whole} else f"{tenths // 10}.{tenths % 10}%"


def range_in_words(first: int, last: int) -> str:
    """Return a class of numbers: "0", "10–19"."""
    return number(first) if first == last else f"{number(first)}–{number(last)}"
