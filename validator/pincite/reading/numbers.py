"""Numbers, the same from YAML and JSON: neither too long to read nor too large to represent."""

from __future__ import annotations

from pincite.reading.fault import Fault
from pincite.reading.limits import MAX_DIGITS
from pincite.reading.rules import limit_exceeded, value_not_json

_HINT = "quote it if it is text"


class RefusedNumberError(ValueError):
    """A number that JSON's grammar allows, but this format does not; ``literal`` is how it is written."""

    def __init__(self, literal: str) -> None:
        super().__init__(literal)
        self.literal = literal


def whole(literal: str) -> int:
    """Return the value of an integer; raises RefusedNumberError for too many digits."""
    if len(literal) > MAX_DIGITS and _digits(literal) > MAX_DIGITS:
        raise RefusedNumberError(literal)
    return int(literal)


def fractional(literal: str) -> float:
    """Return the value of a number with a point or an exponent; raises RefusedNumberError for one too long or large."""
    number = float(literal)
    if number in {float("inf"), float("-inf")} or _digits(literal) > MAX_DIGITS:
        raise RefusedNumberError(literal)
    return number


def refused(literal: str, start: int, end: int) -> Fault:
    """Return the fault for a refused number that stands from *start* to *end*."""
    digits = _digits(literal)
    if digits > MAX_DIGITS:
        message = f"a number of {digits} digits, but at most {MAX_DIGITS} are read"
        return Fault(limit_exceeded.RULE, message, _HINT, start, end)
    return Fault(value_not_json.RULE, "a number too large to represent", _HINT, start, end)


def _digits(literal: str) -> int:
    return sum(map(literal.count, "0123456789"))
