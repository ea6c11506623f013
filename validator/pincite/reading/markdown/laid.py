"""A block in its place in the article's text, with the way back to where its words are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.reading.kept import Kept
from pincite.reading.markdown.inline import Inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.reading.markdown.inline import Mark
    from pincite.reading.markdown.leaves import Leaf

    Run = tuple[int, int, int, int]


_INLINE = Kept(Inline, 4096)
"""Most paragraphs of an article stay as they are while one of them is written."""


class Laid:
    """A leaf whose text begins at the offset *start* of the article's.

    ``tail`` are, for the last leaf of a block quote, the marks at its end that cite it; ``words_end`` is where
    the words before them end. With *cut* the text ends there too.
    """

    def __init__(self, leaf: Leaf, start: int, *, is_last: bool = False, cut: bool = False) -> None:
        self.leaf = leaf
        self.place = leaf.place
        """Where in the file an offset in the block's source is."""
        self.start = start
        self.inline = None if leaf.kind == "code" else _INLINE(leaf.text)
        self.marks: list[Mark] = self.inline.marks if self.inline else []
        self.tail: list[Mark] = []
        self._left = 0
        text = leaf.text
        if self.inline:
            whole = self.inline.text
            self._left = len(whole) - len(whole.lstrip())
            text = whole.strip()
            self.tail = _tail(self.inline) if is_last else []
            self.marks = self.marks[: len(self.marks) - len(self.tail)]
        words = text
        if self.tail and self.inline:
            words = text[: max(self.inline.starts[self.tail[0].first] - self._left, 0)].rstrip()
        self.text = words if cut else text
        self.end = start + len(self.text)
        self.words_end = start + len(words)

    def offset(self, piece: int) -> int:
        """Return the offset in the article's text at which a piece begins."""
        at = self.inline.starts[piece] if self.inline else 0
        return min(max(self.start + at - self._left, self.start), self.end)

    def span(self, mark: Mark) -> tuple[int, int]:
        """Return where the visible words of a mark stand in the article's text."""
        return self.offset(mark.first), self.offset(mark.last)

    def words(self, start: int, end: int) -> str:
        """Return a stretch of the article's text that lies in this block."""
        return self.text[start - self.start : end - self.start]

    def runs(self) -> Iterator[Run]:
        """Yield stretches of the article's text with where they are written: start, end, and those in the file."""
        if self.inline is None:
            lines = [*self.leaf.lines, (len(self.text) + 1, 0)]
            for (at, there), (after, _) in zip(lines, lines[1:]):  # noqa: B905, RUF007 - pairs of neighbours
                yield self.start + at, self.start + after - 1, there, there + after - at - 1
            return
        for at, (words, start, end) in zip(self.inline.starts, self.inline.pieces):  # noqa: B905 - starts has one more
            if words:
                begin = self.start + at - self._left
                yield begin, begin + len(words), self.place(start), self.place(max(start, end - 1)) + 1

    def codes(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the article's text that are inline code."""
        for number in self.inline.codes if self.inline else ():
            yield self.offset(number), self.offset(number + 1)


def is_citation(mark: Mark) -> bool:
    """Return whether a mark is a citation: of sources, or as printed."""
    if mark.kind == "citation":
        return True
    if mark.kind != "span" or mark.attributes is None:
        return False
    classes = mark.attributes.classes
    return "citation" in classes or (wraps_citation(mark) and not {"claim", "quotation"} & set(classes))


def wraps_citation(mark: Mark) -> bool:
    """Return whether the words of a span are one citation and nothing else: ``[[@id]]{…}``, or ``[@id]{…}``."""
    if len(mark.inner) != 1 or mark.inner[0].kind != "citation":
        return False
    inner = mark.inner[0]
    return (inner.start, inner.end) == mark.words or inner.start == mark.start


def _tail(inline: Inline) -> list[Mark]:
    """Return the marks at the end of a block quote that say what it is and where it is from."""
    found: list[Mark] = []
    end = len(inline.text)
    for mark in reversed(inline.marks):
        if inline.text[inline.starts[mark.last] : end].strip():
            break
        attributes = mark.attributes
        is_name = (
            mark.kind == "span"
            and attributes.id is not None
            and not {"claim", "quotation"} & set(attributes.classes)
        )
        if not is_name and not is_citation(mark):
            break
        found.append(mark)
        end = inline.starts[mark.first]
    return found[::-1]
