"""One case of the benchmark, and what a maker of cases returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Group: TypeAlias = Literal["faithful", "misquote", "near", "misleading"]


class Made(NamedTuple):
    """A quotation that was made from the piece of a clean text from ``start`` to ``end``.

    Both are None where no piece of the text is like it.
    """

    text: str
    start: int | None
    end: int | None


class Case(NamedTuple):
    """A quotation, the source it is said to stand in, and what is true about it.

    ``group``: ``faithful`` (it stands there), ``misquote`` (it does not), ``near`` (its words do, in a damaged copy),
    ``misleading`` (it stands there, and hides or adds a negation). ``start`` and ``end`` are the passage it was
    taken from, in code points of the source as it is written, None where there is none.
    """

    id: str
    family: str
    group: Group
    language: str
    text: str
    source: str
    start: int | None
    end: int | None
