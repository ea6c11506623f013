"""Figures as people read them."""

from __future__ import annotations


def number(value: float) -> str:
    """Return a number with commas between thousands: "12,345"."""
    return f"{value:,}"


def percent(part: int, whole: int) -> str:
    """Return a share in percent, rounded to one digit: "66.7%"; a dash of nothing.

    "100%" and "0%" are all and none alone: "99.9%" stands for nearly all, "<0.1%" for hardly any.
    """
    if not whole:
        return "–"
    if part in {0, whole}:
        return f"{100 * part // whole}%"
    tenths = min((2000 * part + whole) // (2 * whole), 999)
    return f"{tenths // 10}.{tenths % 10}%" if tenths else "<0.1%"


def range_in_words(first: int, last: int) -> str:
    """Return a class of numbers: "0", "10–19"."""
    return number(first) if first == last else f"{number(first)}–{number(last)}"
