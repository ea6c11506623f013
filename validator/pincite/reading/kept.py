"""What reading has worked out lately, for a process that reads nearly the same text again after each key that is hit.

Nothing is kept before somebody asks for it: one that reads each file once would only fill its memory.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")


class _Keeping:
    """Whether anything is kept."""

    on = False


def keep() -> None:
    """Keep from now on what is read."""
    _Keeping.on = True


def stop_keeping() -> None:
    """Keep nothing more, and use nothing of what was kept."""
    _Keeping.on = False


def is_kept() -> bool:
    """Return whether anything is kept."""
    return _Keeping.on


class Kept(Generic[Made]):
    """A function of a text that is called once for each of the last *most* texts, where anything is kept.

    What it returns must never be changed: the next one who asks gets the same.
    """

    def __init__(self, make: Callable[[str], Made], most: int) -> None:
        self._make = make
        self._remembered = lru_cache(maxsize=most)(make)

    def __call__(self, text: str) -> Made:
        """Return what the function makes of a text, perhaps earlier."""
        return self._remembered(text) if _Keeping.on else self._make(text)
