"""What looks like CSL-JSON, whatever its file is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.json_value import Json

HOLDERS = ("items", "references")
"""Members of an object that hold the items (CSL-JSON 1.1 and citation.js, Pandoc)."""


def is_csl(data: Json) -> bool:
    """Return whether data is a list of items that each have a type, or an object that holds one; an empty one is neither."""
    if isinstance(data, dict):
        data = next((data[name] for name in HOLDERS if isinstance(data.get(name), list)), None)
    return (
        isinstance(data, list)
        and bool(data)
        and all(isinstance(one, dict) and isinstance(one.get("type"), str) for one in data)
    )
