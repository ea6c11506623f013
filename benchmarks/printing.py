"""Writing a text anew, character by character, and remembering where each has come to stand."""

from __future__ import annotations

from typing import NamedTuple


class Printed(NamedTuple):
    """A text made from another; ``starts`` and ``ends`` are where each character of the other stands in it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece of the other text stands, from its first character to its last one."""
        return self.starts[start], self.ends[end - 1]


class Printer:
    """Collects what is printed: ``keep`` for a character of the old text, ``add`` for what has none there."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._length = 0

    def keep(self, piece: str) -> None:
        """Print a piece that stands for the next character of the old text; it may be empty."""
        self.keep_joined(piece, 1)

    def keep_joined(self, piece: str, characters: int) -> None:
        """Print one piece that stands for several characters of the old text, as a ligature does."""
        self._starts.extend([self._length] * characters)
        self.add(piece)
        self._ends.extend([self._length] * characters)

    def add(self, piece: str) -> None:
        """Print a piece that the old text does not have."""
        self._parts.append(piece)
        self._length += len(piece)

    def printed(self) -> Printed:
        """Return what was printed."""
        return Printed("".join(self._parts), tuple(self._starts), tuple(self._ends))
