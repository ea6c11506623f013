"""Where the values of an annotated article stand: in its front matter, or in its body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.reading.lines import Lines
from pincite.reading.positions import Positions

if TYPE_CHECKING:
    from pincite.model.finding import Place, Span
    from pincite.model.json_value import Json
    from pincite.reading.markdown.body import Body
    from pincite.reading.markdown.merged import Merged
    from pincite.reading.nodes import Nodes

_WORDED = ("text", "raw")
"""Members that say what stands in the text; others stand in attributes of their own."""


_COMPUTED = ("/article/text", "/article/blocks")
"""Members that are made of the body."""


class MarkdownPositions(Positions):
    """The places of one annotated article, whose front matter's own data stands at *nodes*."""

    def __init__(self, text: str, data: Json, nodes: Nodes, merged: Merged, body: Body) -> None:
        super().__init__(text, data, nodes)
        self._text_lines = Lines(text)
        self._merged = merged
        self._body = body

    def of_value(self, pointer: str) -> Place:
        """Return the place of the value at *pointer*, or of the nearest value around it."""
        return self._find(pointer, key=False)

    def of_key(self, pointer: str) -> Place:
        """Return the place of the key of the member at *pointer*; where there is none, of the value."""
        return self._find(pointer, key=True)

    def of_span(self, span: Span, pointer: str) -> Place | None:
        """Return where a piece of the article's text is written.

        None for what the front matter says, and where the value itself stands in a place of its own.
        """
        at, front = self._holder(pointer)
        if pointer.startswith(
            _COMPUTED
        ):  # whatever the front matter says of the article, its text is the body
            at, front = "", None
        place = None if front is not None else self._body.in_file(span.start, span.end)
        if place is None:
            return None
        last = pointer.rpartition("/")[2]
        if at == pointer and not last.isdigit():
            (start, end), _ = self._merged.places[at]
            if last not in _WORDED or end - start <= place[1] - place[0]:
                return None
        return self._text_lines.place(*place)

    @property
    def holds_text(self) -> bool:
        """Return True: the text below the front matter is the article's own."""
        return True

    def is_word_for_word(self, span: Span) -> bool:
        """Return whether a piece of the text is written below the front matter as it is read, and is no code."""
        return self._body.word_for_word(*span) is not None and not self._body.has_code(*span)

    def is_bare(self, pointer: str) -> bool:
        """Return whether the member at *pointer* has neither colon nor value, as ``b`` in ``{reason: a, b}``."""
        front = self._front(pointer)
        return (
            pointer not in self._merged.places
            and front is not None
            and self.has(front)
            and super().is_bare(front)
        )

    def _find(self, pointer: str, *, key: bool) -> Place:
        at, front = self._holder(pointer)
        key = key and at == pointer
        if front is not None:
            return super().of_key(front) if key else super().of_value(front)
        place = self._merged.places.get(at)
        return super().of_value("") if place is None else self._text_lines.place(*place[1 if key else 0])

    def _holder(self, pointer: str) -> tuple[str, str | None]:
        """Return the nearest pointer with a place, and, if that is in the front matter, the pointer there."""
        while pointer:
            if pointer in self._merged.places:
                return pointer, None
            front = self._front(pointer)
            if front is not None and self.has(front):
                return pointer, front
            pointer = pointer.rpartition("/")[0]
        return "", ""

    def _front(self, pointer: str) -> str | None:
        """Return where in the front matter's own data the value at *pointer* would be."""
        end = pointer.find("/", pointer.find("/", 1) + 1) if pointer.count("/") > 1 else -1
        head, rest = (pointer, "") if end < 0 else (pointer[:end], pointer[end:])
        if head not in self._merged.fronts:
            return pointer
        front = self._merged.fronts[head]
        return None if front is None else front + rest
