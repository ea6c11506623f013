"""Positions of a document that was read from no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.finding import Place

if TYPE_CHECKING:
    from pincite.model.finding import Span


class Nowhere:
    """All stands at the beginning, with its pointer as its words."""

    holds_text = False

    def of_value(self, pointer: str) -> Place:
        return Place(1, 1, 1, 1, pointer)

    of_key = of_value

    def of_span(self, span: Span, pointer: str) -> Place | None:  # noqa: ARG002 - the signature of positions
        return None

    def is_word_for_word(self, span: Span) -> bool:  # noqa: ARG002 - the signature of positions
        return False
