"""A family of cases: what is done to a passage, to which sources, and what is then true of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.quotations.case import Group, Made
    from benchmarks.quotations.desk import Desk


@dataclass(frozen=True)
class Family:
    """How one kind of quotation is made.

    ``make`` returns None where the passage it drew is not fit; it is then asked again. ``kinds`` are the sources it
    is made for, ``languages`` those of them that it means anything in (empty: all). ``same_letters``: a misquote
    whose letters and digits may be the source's own, so that only their setting is wrong. ``share`` is how many are
    made, against the usual number.
    """

    name: str
    group: Group
    make: Callable[[Desk], Made | None]
    kinds: tuple[str, ...] = ("plain",)
    languages: tuple[str, ...] = ()
    same_letters: bool = False
    share: float = 1.0
