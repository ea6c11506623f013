"""A segment of a quotation, as displayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.format import Segment


def displayed(segment: Segment) -> str:
    """Return a segment as the article displays it."""
    kind, text = segment["type"], segment.get("text", "")
    if kind == "text":
        return text
    if kind == "omission":
        return segment.get("mark", "")
    if kind in {"insertion", "replacement"}:
        return f"[{text}]"
    return {"sic": "[sic]", "break": "\n"}.get(kind, text)
