"""How Python looks after the memory of documents."""

from __future__ import annotations

import gc


def rare_collections() -> None:
    """Let Python look for cycles less often, from now on.

    Documents hold none, and looking among their values is slow; only jsonschema's errors need it at times.
    """
    gc.set_threshold(200_000, 50, 100)
