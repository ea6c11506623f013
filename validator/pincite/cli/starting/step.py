"""What became of one file that a project may begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Step:
    """One file as it is planned: ``verb`` says what is done with it (wrote, extended, left), ``why`` what it is or why it stays.

    ``act`` does it; None where there is nothing to do. ``advice`` are lines that a person needs besides.
    """

    path: Path
    verb: str
    why: str
    act: Callable[[], None] | None = None
    advice: tuple[str, ...] = ()
