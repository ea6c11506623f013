"""A document as JSON: the format itself, in its own order of members."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.carried import Carried
    from pincite.model.losses import Declared

DECLARED: tuple[Declared, ...] = ()


def write(carried: Carried) -> str:
    """Return the document as one JSON text with a final line end."""
    return json.dumps(carried.data, ensure_ascii=False, indent=2) + "\n"
