"""How deep the parser will nest a page's elements, told from its tags alone.

The figure is never too small, and exact for what pages really do: an end tag closes what the HTML standard says,
or less. Searches are bounded, so that the whole is linear.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from pincite.converter.readers.html.names import (
    CELLS,
    CLOSE_PARAGRAPH,
    FORMATTING,
    HEADINGS,
    LEAVE_FOREIGN,
    SCOPES,
    SPECIAL,
    VOID,
)
from pincite.reading.fault import Fault, UnreadableError
from pincite.reading.rules import limit_exceeded

_MOST_DEPTH = 1000
"""Elements in one another; browsers stop at 512."""
_MOST_ELEMENTS = 300_000
"""Elements of a page; a book of a thousand pages has a tenth of them."""
_MOST_REOPENED = 100_000
"""Elements that the parser adds to a page because they were left open."""
_VAIN = 5_000_000
"""Open elements that are looked at in vain for what a tag closes, besides some for each character."""
_AT_MOST_ALIKE = 3
"""How many equal formatting elements the parser opens again (the standard's "Noah's Ark clause")."""
_MARKERS = CELLS | {"caption", "applet", "marquee", "object", "template"}
_ROWS = frozenset({"tr", "tbody", "thead", "tfoot", "caption", "colgroup", "col"})
_OPTIONS = frozenset({"option", "optgroup"})
_ITEM_BARRIER = SPECIAL - {"address", "div", "p", "li", "dd", "dt"}
_IN_TABLE = SCOPES - CELLS - {"table", "caption"}
_NOT_COUNTED = frozenset({"html", "head", "body", "form", "frameset"})
"""Elements of which there is never more than one open."""


_A_TABLE_BETWEEN = _IN_TABLE | {"table"}
_CLOSED_BY_END = {
    **{name: (frozenset({name}), SCOPES) for name in SPECIAL},
    **dict.fromkeys(HEADINGS, (HEADINGS, SCOPES)),
    **{name: (frozenset({name}), _A_TABLE_BETWEEN) for name in CELLS | _ROWS},
    "table": (frozenset({"table"}), _IN_TABLE),
}
"""What an end tag closes, unless one of the others lies between; any other closes its own name below SPECIAL."""
_CLOSED_BY_START = {
    "li": (frozenset({"li"}), _ITEM_BARRIER | {"dd", "dt"}),
    **dict.fromkeys(("dd", "dt"), (frozenset({"dd", "dt"}), _ITEM_BARRIER | {"li"})),
    "a": (frozenset({"a"}), SPECIAL),
    **dict.fromkeys(CELLS, (CELLS | {"caption"}, _A_TABLE_BETWEEN)),
    **dict.fromkeys(_ROWS, (_ROWS, _A_TABLE_BETWEEN)),
}
"""What a start tag closes, in the same way."""
_CLOSED_NEXT = {
    **dict.fromkeys(HEADINGS, HEADINGS),
    **dict.fromkeys(_OPTIONS, _OPTIONS),
    "table": frozenset({"table"}),
}
"""What a start tag closes only if it is the innermost."""
_PARAGRAPH = frozenset({"p"})
_SILENT = CLOSE_PARAGRAPH | _ROWS | CELLS
"""Elements whose start tag opens nothing again that was left open."""


class _Open(NamedTuple):
    name: str
    tag: str


class Nesting:
    """The elements that are open, innermost last; told each tag and text in turn."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._counts: dict[str, int] = {}
        self._left: list[_Open] = []
        self._reopened = self._vain = self._started = 0
        self.is_foreign = False
        """Whether the innermost element may be one of SVG or MathML."""

    @property
    def has_left(self) -> bool:
        """Return whether text would open something again."""
        return bool(self._left)

    def text(self, at: int) -> None:
        """Take note of text: what was left open is opened again; raises UnreadableError for too much of it."""
        left, self._left = self._left, []
        self._reopened += len(left)
        if self._reopened > _MOST_REOPENED:
            raise refused(at, f"tags left open would have to be opened again {_MOST_REOPENED} times")
        for one in left:
            self._push(one, at)

    def start(self, name: str, tag: str, at: int) -> None:
        """Take note of a start tag; raises UnreadableError where elements nest too deep."""
        if self.is_foreign:
            self.is_foreign = name not in LEAVE_FOREIGN
            if self.is_foreign and tag.endswith("/>"):
                return
        self._started += 1
        if self._started > _MOST_ELEMENTS:
            raise refused(at, f"the page has more than {_MOST_ELEMENTS} elements")
        if name in _NOT_COUNTED:
            return
        if name in CLOSE_PARAGRAPH and "p" in self._counts:
            self._close(_PARAGRAPH, SCOPES, at)
        closed = _CLOSED_BY_START.get(name)
        if closed is not None:
            self._close(*closed, at)
        elif name in _CLOSED_NEXT and self._open and self._open[-1].name in _CLOSED_NEXT[name]:
            self._pop(len(self._open) - 1)
        if self._left and name not in _SILENT:
            self.text(at)
        if name not in VOID:
            self._push(_Open(name, tag), at)
            self.is_foreign = self.is_foreign or name in {"svg", "math"}

    def end(self, name: str, at: int) -> None:
        """Take note of an end tag."""
        closed = _CLOSED_BY_END.get(name)
        if closed is None:
            closed = frozenset({name}), SPECIAL
        if name in {"svg", "math"}:
            self.is_foreign = False
        if not self._close(*closed, at) and self._left:
            index = next((i for i, one in enumerate(self._left) if one.name == name), None)
            if index is not None:
                del self._left[index]

    def _push(self, one: _Open, at: int) -> None:
        self._open.append(one)
        self._counts[one.name] = self._counts.get(one.name, 0) + 1
        if len(self._open) > _MOST_DEPTH:
            raise refused(at, f"elements stand more than {_MOST_DEPTH} deep in one another")

    def _close(self, names: frozenset[str], barrier: frozenset[str], at: int) -> bool:
        """Close the innermost open element of *names* and those in it, unless one of *barrier* lies between."""
        for name in names:
            if name in self._counts:
                break
        else:
            return False
        index = len(self._open) - 1
        while index >= 0:
            name = self._open[index].name
            if name in names:
                self._pop(index)
                return True
            if name in barrier:
                break
            index -= 1
        self._vain += len(self._open) - index
        if self._vain > _VAIN + 10 * at:
            raise refused(at, "too many elements are left open")
        return False

    def _pop(self, index: int) -> None:
        """Close the open elements from *index* on; formatting elements among them, but the first, are left open."""
        left: list[_Open] = []
        for at in range(len(self._open) - 1, index - 1, -1):
            one = self._open[at]
            if self._counts[one.name] == 1:
                del self._counts[one.name]
            else:
                self._counts[one.name] -= 1
            if one.name in _MARKERS:
                left, self._left = [], []
            elif at > index and one.name in FORMATTING:
                left.append(one)
        del self._open[index:]
        if left:
            self._leave(left)

    def _leave(self, left: list[_Open]) -> None:
        alike = Counter(self._left)
        for one in left:
            alike[one] += 1
            if alike[one] <= _AT_MOST_ALIKE:
                self._left.append(one)


def refused(at: int, message: str) -> UnreadableError:
    """Return the error for a page that holds at *at* more than is read."""
    hint = "save the article alone as a page, without what surrounds it"
    return UnreadableError(Fault(limit_exceeded.RULE, message, hint, at, at + 1))
