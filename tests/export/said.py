"""What texts in other formats say: all their strings, one to a line, as a reader of the format sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.export import page_reading, xml_reading

if TYPE_CHECKING:
    from collections.abc import Callable

SAID: dict[str, Callable[[str], str]] = {
    "html": page_reading.said,
    "jats": xml_reading.jats,
    "tei": xml_reading.tei,
}
"""For each format that is not read back: a function that returns all its strings, of the text it is written in."""
