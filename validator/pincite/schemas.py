"""The published schemas: shipped with the package, or the repository's own beside its source."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_SHIPPED = Path(__file__).parent / "schema"
FOLDER = _SHIPPED if _SHIPPED.is_dir() else Path(__file__).parents[2] / "schema"
"""Where the schemas lie."""


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the schema *name* (``document``, ``report``, ``document.draft-07``); raises FileNotFoundError."""
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_bytes())
    return loaded


def names() -> list[str]:
    """Return the names of all schemas there are."""
    return sorted(path.name.removesuffix(".schema.json") for path in FOLDER.glob("*.schema.json"))
