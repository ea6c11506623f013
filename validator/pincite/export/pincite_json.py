"""A document as JSON: the format itself, in its own order of members."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.model.json_text import json_text

if TYPE_CHECKING:
    from pincite.model.carried import Carried
    from pincite.model.json_value import Json
    from pincite.model.losses import Declared

DECLARED: tuple[Declared, ...] = ()


def write(carried: Carried) -> str:
    """Return the document as one JSON text with a final line end."""
    return json_text(cast("Json", carried.data))
