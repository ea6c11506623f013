"""House style: what a publication asks of all its articles, where it is stricter than the rules are."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import ArchiveEntry

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NO_ARCHIVES: Mapping[str, ArchiveEntry] = MappingProxyType({})


class House(NamedTuple):
    """The choices of a house; None leaves one to each article's own habit.

    ``date`` is ``"day month year"``, ``"month day, year"`` or ``"iso"``; ``ellipsis`` the mark itself (``…``,
    ``...``, ``. . .``); ``quotation_marks`` the opening and the closing double mark (``“”``, ``""``, ``«»``, ``„“``).
    ``required`` lists, by source type, members that a source must have; ``archives`` explains archive codes that
    the documents need not explain themselves.
    """

    date: str | None = None
    ellipsis: str | None = None
    quotation_marks: str | None = None
    required: Mapping[str, tuple[str, ...]] = _NOTHING
    archives: Mapping[str, ArchiveEntry] = _NO_ARCHIVES


NO_HOUSE = House()
"""The house that asks nothing."""
