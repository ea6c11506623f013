"""Values are counted: how often which one stands, and how numbers are spread."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    import pyarrow as pa

    from pincite.model.json_value import Json, JsonObject

MOST = 10_000
"""Different values that are counted one by one; far more than a vocabulary has, and few enough to be held."""


class Tally:
    """How often which text stands; ``none`` counts rows without one, ``others`` those whose value has no count of its own."""

    def __init__(self) -> None:
        self.values: Counter[str] = Counter()
        self.none = 0
        self.others = 0

    def add(self, value: str | None, times: int) -> None:
        """Count a value."""
        if value is None:
            self.none += times
        elif value in self.values or len(self.values) < MOST:
            self.values[value] += times
        else:
            self.others += times

    def ordered(self) -> list[tuple[str, int]]:
        """Return the values with their counts, the most frequent first."""
        return sorted(self.values.items(), key=lambda one: (-one[1], one[0]))

    def as_json(self) -> JsonObject:
        """Return the counts as plain data."""
        return {"values": dict(self.ordered()), "none": self.none, "others": self.others}


class Bin(NamedTuple):
    """How many numbers lie from ``first`` to ``last``, both included."""

    first: int
    last: int
    times: int


class Spread:
    """How numbers are spread. It holds each different number once: of lengths there are as many as the longest text has."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()

    def add(self, number: int, times: int) -> None:
        """Count a number, which is never negative."""
        self._counts[number] += times

    @property
    def total(self) -> int:
        """Return the sum of all numbers."""
        return sum(number * times for number, times in self._counts.items())

    @property
    def smallest(self) -> int | None:
        """Return the smallest number; None where there is none."""
        return min(self._counts, default=None)

    @property
    def largest(self) -> int | None:
        """Return the largest number; None where there is none."""
        return max(self._counts, default=None)

    @property
    def median(self) -> float | None:
        """Return the number in the middle; of an even number of them, what lies half-way between the two in the middle."""
        known = self._counts.total()
        if not known:
            return None
        low, high = self._at((known - 1) // 2), self._at(known // 2)
        return (low + high) // 2 if (low + high) % 2 == 0 else (low + high) / 2

    def _at(self, place: int) -> int:
        for number, times in sorted(self._counts.items()):
            place -= times
            if place < 0:
                return number
        raise IndexError(place)

    def bins(self) -> list[Bin]:
        """Return the numbers in classes, from the first to the last that is not empty; few numbers have one each."""
        found: Counter[tuple[int, int]] = Counter()
        for number, times in self._counts.items():
            found[_class_of(number)] += times
        if not found:
            return []
        last = max(found)
        here, bins = min(found), []
        while here <= last:
            bins.append(Bin(*here, found[here]))
            here = _class_of(here[1] + 1)
        return bins

    def as_json(self) -> JsonObject:
        """Return the figures as plain data."""
        bins: list[Json] = [{"first": one.first, "last": one.last, "count": one.times} for one in self.bins()]
        return {
            "smallest": self.smallest,
            "median": self.median,
            "largest": self.largest,
            "total": self.total,
            "bins": bins,
        }


def _class_of(number: int) -> tuple[int, int]:
    """Return the class of a number: 0, 1, 2, 3-4, 5-9, 10-19, 20-49, 50-99 and so on."""
    if number <= 2:  # noqa: PLR2004 - as said
        return number, number
    unit = 1
    while number >= 10 * unit:
        unit *= 10
    lead = number // unit
    if lead == 1:
        return unit, 2 * unit - 1
    if lead < 5:  # noqa: PLR2004 - as said
        return (3 if unit == 1 else 2 * unit), 5 * unit - 1
    return 5 * unit, 10 * unit - 1


def counted_texts(column: pa.Array[pa.StringScalar]) -> Iterator[tuple[str | None, int]]:
    """Yield the different texts of a column, each with how often it stands; None for rows without one."""
    yield from _counted(column)


def counted_numbers(column: pa.Array[pa.Int64Scalar]) -> Iterator[tuple[int | None, int]]:
    """Yield the different whole numbers of a column, each with how often it stands; None for rows without one."""
    yield from _counted(column)


def _counted(column: pa.Array[Any]) -> Iterator[tuple[Any, int]]:
    counts = pc.value_counts(column)
    yield from zip(counts.field("values").to_pylist(), counts.field("counts").to_pylist(), strict=True)
