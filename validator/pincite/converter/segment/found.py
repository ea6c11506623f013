"""What was found quoted, and what was found stated with a citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal


@dataclass(frozen=True)
class FoundQuotation:
    """A quotation from ``start`` to ``end`` in the article's text, without its citations.

    ``citations`` are their numbers among the found citations; ``paragraphs`` the numbers of the paragraphs that
    a block quotation takes whole; ``lead_in`` the stretch that introduces it; ``repeats`` the citations of the
    quotation whose words it repeats.
    """

    start: int
    end: int
    display: Literal["block", "inline"]
    citations: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()
    lead_in: tuple[int, int] | None = None
    repeats: tuple[int, ...] = ()


@dataclass(frozen=True)
class FoundStatement:
    """A sentence of the article that carries citations but quotes nothing."""

    start: int
    end: int
    citations: tuple[int, ...]
