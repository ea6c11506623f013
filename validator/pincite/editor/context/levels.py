"""The mappings and lists of a YAML text that go on at a line, told by its indentation alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.editor.context.cursor import Step


class Level:
    """A mapping or a list that goes on: its indentation, and the key or the number that what follows belongs to.

    ``has_value`` tells whether a value stands behind that key or dash already; ``keys`` are all keys of a mapping up to there.
    """

    def __init__(self, indent: int, *, is_map: bool) -> None:
        self.indent = indent
        self.is_map = is_map
        self.has_value = False
        self.key = ""
        self.number = 0
        self.keys: list[str] = []

    @property
    def step(self) -> Step:
        """Return the last step to what follows."""
        return self.key if self.is_map else self.number


class Levels:
    """The levels that go on, each within the one before."""

    def __init__(self) -> None:
        self._open: list[Level] = []

    @property
    def innermost(self) -> Level | None:
        """Return the level that a value would belong to, None at the beginning."""
        return self._open[-1] if self._open else None

    def path(self, but: Level | None = None) -> tuple[Step, ...]:
        """Return the way to what follows; without the step of one level, the way to that level itself."""
        return tuple(level.step for level in self._open if level is not but)

    def close(self, indent: int, *, but_lists: bool = False) -> None:
        """Leave the levels that a line of this indentation ends; *but_lists*: a list of the same indentation goes on."""
        while self._open and (
            self._open[-1].indent > indent
            or (not but_lists and not self._open[-1].is_map and self._open[-1].indent == indent)
        ):
            self._open.pop()

    def item(self, indent: int) -> Level:
        """Take a dash; return the list that it belongs to."""
        self.close(indent, but_lists=True)
        top = self.innermost
        if top is None or top.is_map or top.indent < indent:
            top = Level(indent, is_map=False)
            self._open.append(top)
        else:
            top.number += 1
            top.has_value = False
        return top

    def member(self, indent: int, name: str) -> Level:
        """Take a key; return the mapping that it belongs to."""
        self.close(indent)
        top = self.innermost
        if top is None or not top.is_map or top.indent < indent:
            top = Level(indent, is_map=True)
            self._open.append(top)
        top.key, top.has_value = name, False
        top.keys.append(name)
        return top
