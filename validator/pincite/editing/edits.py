"""One change of a text, and a text with its changes made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class EditingError(Exception):
    """A document cannot be written to; the text says why."""


class Edit(NamedTuple):
    """The code points from *start* to *end* (half-open) give way to *text*; where both are equal, it comes between."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with all edits made; those at the same place come in their own order.

    Raises EditingError where two overlap.
    """
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit.start):
        if start < at:
            raise EditingError("two changes want the same place")
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])
