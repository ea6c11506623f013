"""How deep the parser will nest a page's elements, told from its tags alone.

The figure is exact for what pages really do, and else rather too large: an end tag closes what the HTML standard
says, or less. Left out are what the parser adds by itself (the body and the rows of a table) and drawings in
drawings, whose depth costs it nothing. Searches are bounded, so that the whole is linear.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from pincite.converter.readers.html_names import (
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
_TABLE_PARTS = CELLS | _ROWS
_HOLD_TABLE_PARTS = frozenset({"table", "template", "svg", "math"})
"""Elements in which parts of a table are not passed over by the parser."""
_POINTS = frozenset({"foreignobject", "desc", "annotation-xml", "mi", "mn", "mo", "ms", "mtext"})
"""Elements of SVG and MathML that hold HTML."""
_OPTIONS = frozenset({"option", "optgroup"})
_FOREIGN = frozenset({"svg", "math"})
_ITEM_BARRIER = (SPECIAL | SCOPES | _FOREIGN) - {"address", "div", "p", "li", "dd", "dt"}
_IN_TABLE = (SCOPES | _FOREIGN) - CELLS - {"table", "caption"}
_NOT_COUNTED = frozenset({"html", "head", "body", "frameset"})
"""Elements of which there is never more than one open."""


_A_TABLE_BETWEEN = _IN_TABLE | {"table"}
_CLOSED_BY_END = {
    **{name: (frozenset({name}), SCOPES) for name in SPECIAL},
    **dict.fromkeys(HEADINGS, (HEADINGS, SCOPES)),
    **{name: (frozenset({name}), _A_TABLE_BETWEEN) for name in CELLS | _ROWS},
    "table": (frozenset({"table"}), _IN_TABLE),
    "li": (frozenset({"li"}), SCOPES | {"ol", "ul"}),
}
_BELOW = SPECIAL | SCOPES
"""What an end tag closes, unless one of the others lies between; any other end tag closes its own name, below one of these."""
_CLOSED_BY_START = {
    "li": (frozenset({"li"}), _ITEM_BARRIER | {"dd", "dt"}),
    **dict.fromkeys(("dd", "dt"), (frozenset({"dd", "dt"}), _ITEM_BARRIER | {"li"})),
    **dict.fromkeys(CELLS, (CELLS | {"caption"}, _A_TABLE_BETWEEN)),
    **dict.fromkeys(_ROWS, (_ROWS, _A_TABLE_BETWEEN)),
}
"""What a start tag closes, in the same way."""
_CLOSED_NEXT = {
    **dict.fromkeys(HEADINGS, HEADINGS),
    **dict.fromkeys(_OPTIONS, _OPTIONS),
    "table": frozenset({"table"}),
    "a": frozenset({"a"}),
}
"""What a start tag closes only if it is the innermost."""
_PARAGRAPH = frozenset({"p"})
_PARAGRAPH_BARRIER = SCOPES | _FOREIGN
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
        self._started += 1
        if self._started > _MOST_ELEMENTS:
            raise refused(at, f"the page has more than {_MOST_ELEMENTS} elements")
        if self.is_foreign:
            self.is_foreign = name not in LEAVE_FOREIGN
            if self.is_foreign:
                if not tag.endswith("/>"):
                    self._push(_Open(name, tag), at)
                    self.is_foreign = name not in SCOPES
                return
        if name in _NOT_COUNTED or (
            name in _TABLE_PARTS and self._counts.keys().isdisjoint(_HOLD_TABLE_PARTS)
        ):
            return
        self._imply(name, at)
        if self._left and name not in _SILENT:
            self.text(at)
        if name not in VOID:
            self._push(_Open(name, tag), at)
            self.is_foreign = self.is_foreign or name in {"svg", "math"}

    def _imply(self, name: str, at: int) -> None:
        """Close what a start tag closes."""
        if name in CLOSE_PARAGRAPH and "p" in self._counts:
            self._close(_PARAGRAPH, _PARAGRAPH_BARRIER, at)
        closed = _CLOSED_BY_START.get(name)
        if name in _TABLE_PARTS and "table" not in self._counts:
            closed = None
        if closed is not None:
            self._close(*closed, at)
        elif name in _CLOSED_NEXT and self._open and self._open[-1].name in _CLOSED_NEXT[name]:
            self._pop(len(self._open) - 1)

    def end(self, name: str, at: int) -> None:
        """Take note of an end tag."""
        if name == "form":
            # the parser takes the form away and leaves open what is in it
            if self._open and self._open[-1].name == "form":
                self._pop(len(self._open) - 1)
            return
        closed = _CLOSED_BY_END.get(name)
        if closed is None:
            closed = frozenset({name}), _BELOW
        if name in _FOREIGN:
            if not self.is_foreign:
                return
            self.is_foreign = False
        if self._close(*closed, at):
            # behind what holds HTML in SVG, SVG goes on
            self.is_foreign = self.is_foreign or (
                name in _POINTS and not self._counts.keys().isdisjoint(_FOREIGN)
            )
        elif self._left:
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
