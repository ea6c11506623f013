"""A document as JSON: the format itself, in its own order of members."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.format import DocumentData


def write(document: DocumentData) -> str:
    """Return the document as one JSON text with a final line end."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
