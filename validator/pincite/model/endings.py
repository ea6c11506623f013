"""What the names of files end with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def by_ending(name: str, endings: Mapping[str, Iterable[str]]) -> str | None:
    """Return the key whose endings have the longest one that a file's *name* ends with, in any case; None where none has."""
    lowered = name.lower()
    fitting = [
        (len(ending), key) for key, ends in endings.items() for ending in ends if lowered.endswith(ending)
    ]
    return max(fitting)[1] if fitting else None
