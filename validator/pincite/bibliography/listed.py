"""What is read from a bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.format import Source
    from pincite.model.rule import Rule


class Remark(NamedTuple):
    """Something to tell of a bibliography: the rule it falls under, the line it is about (from 1), and the message."""

    rule: Rule
    line: int
    message: str


class Listed(NamedTuple):
    """The sources of a bibliography in its order, works around others behind the first that stands in them; and remarks."""

    sources: tuple[Source, ...]
    remarks: tuple[Remark, ...] = ()
