"""The body of an annotated article: its text without marks, and the objects that its annotation makes."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pincite.reading.markdown.annotation import Annotation
from pincite.reading.markdown.laid import Laid
from pincite.reading.markdown.leaves import Blocks, Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.json_value import Json, JsonObject
    from pincite.reading.markdown.laid import Run
    from pincite.reading.markdown.leaves import Quote
    from pincite.reading.markdown.objects import Built

_CALLOUT = "[!"
"""How the notes and warnings begin that some sites write as block quotes."""


class Body:
    """The body of *text* from the offset *start* on, read on construction.

    ``text`` is the article's; ``objects`` are the quotations, claims and images in order; ``blocks`` say what
    each stretch of the text is; ``annotation`` knows what is malformed; ``too_deep`` is the offset of something
    that is not read because it stands too deep. ``taken`` are ids that nothing without a name may get.
    """

    def __init__(self, text: str, start: int, taken: Iterable[str] = ()) -> None:
        self.annotation = Annotation()
        self.blocks: list[Json] = []
        self._refs: list[tuple[JsonObject, Built]] = []
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._codes: list[tuple[int, int]] = []
        self._file = text
        blocks = Blocks(text, start)
        self.too_deep = blocks.too_deep
        self._lay_all(blocks.parts)
        self.text = "".join(self._parts)
        self.objects = self.annotation.finished(self, set(taken))
        for block, built in self._refs:
            block["ref"] = built.data["id"]

    def moved(self, text: str, by: int) -> Body:
        """Return the same body as it stands in another *text*, *by* code points further on; the front matter before it differs."""
        other = Body.__new__(Body)
        other.__dict__.update(self.__dict__)
        other._file = text  # noqa: SLF001 - one of its own
        other._runs = [(start, end, begin + by, stop + by) for start, end, begin, stop in self._runs]  # noqa: SLF001 - as above
        other.blocks = [dict(block) if isinstance(block, dict) else block for block in self.blocks]
        other.too_deep = None if self.too_deep is None else self.too_deep + by
        other.annotation = self.annotation.moved(by)
        other.objects = {kind: [built.moved(by) for built in all_] for kind, all_ in self.objects.items()}
        return other

    def in_file(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a stretch of the article's text is written in the file."""
        first, last = self._run(start), self._run(max(start, end - 1))
        if first is None or last is None:
            return None
        begin = _within(first, start)
        return begin, max(begin, _within(last, end) if end > start else begin)

    def word_for_word(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a stretch of the article's text is written as it is read: no marks, escapes or line ends in it."""
        place = self.in_file(start, end)
        return place if place and self._file[slice(*place)] == self.text[start:end] else None

    def has_code(self, start: int, end: int) -> bool:
        """Return whether a stretch of the article's text has a character of inline code; an empty one, whether it touches some."""
        if start == end:
            start, end = start - 1, end + 1
        number = bisect_right(self._codes, (end - 1, 1 << 62)) - 1
        return number >= 0 and self._codes[number][1] > start

    def _run(self, offset: int) -> Run | None:
        number = bisect_right(self._runs, (offset, 1 << 62)) - 1
        return self._runs[number] if number >= 0 else None

    def _lay_all(self, parts: list[Leaf | Quote]) -> None:
        for part in parts:
            if isinstance(part, Leaf):
                laid = self._lay(part)
                built = self.annotation.read(laid)
                self._block(_kind(part, laid), laid.start, laid.end, built)
            elif isinstance(first := next(iter(part.parts), None), Leaf) and first.text.startswith(_CALLOUT):
                self._lay_all(part.parts)
            else:
                self._quote(part, None)

    def _lay(self, leaf: Leaf, *, is_last: bool = False, cut: bool = False) -> Laid:
        gap = 2 if self._length else 0
        laid = Laid(leaf, self._length + gap, is_last=is_last, cut=cut)
        if not laid.text:
            laid.start = laid.end = laid.words_end = self._length
            return laid
        self._parts += ["\n\n" if gap else "", laid.text]
        self._length += gap + len(laid.text)
        self._runs.extend(laid.runs())
        self._codes.extend(laid.codes())
        return laid

    def _quote(self, quote: Quote, outer: Built | None) -> tuple[int, int] | None:
        """Lay a block quote and return where its words stand."""
        built = self.annotation.open_quotation(quote, outer)
        spans: list[tuple[int, int]] = []
        leaves: list[Laid] = []
        for number, part in enumerate(quote.parts):
            span = None
            if isinstance(part, Leaf):
                laid = self._lay(part, is_last=number == len(quote.parts) - 1, cut=outer is not None)
                leaves.append(laid)
                span = (laid.start, laid.words_end)
                self.annotation.read(laid, built)
            else:
                span = self._quote(part, built)
            if span and span[0] < span[1]:
                spans.append(span)
        whole = (spans[0][0], spans[-1][1]) if spans else None
        last = leaves[-1] if leaves and quote.parts[-1] is leaves[-1].leaf else None
        if (
            self.annotation.close_quotation(built, outer, last, whole or (self._length, self._length))
            and whole
        ):
            self._block("quotation", *whole, built)
        if outer is None and last and last.tail and last.words_end < last.end:
            begin = last.words_end
            begin += len(last.words(begin, last.end)) - len(last.words(begin, last.end).lstrip())
            self._block("citation", begin, last.end)
        return whole

    def _block(self, kind: str, start: int, end: int, ref: Built | None = None) -> None:
        if start < end:
            block: JsonObject = {"type": kind, "start": start, "end": end}
            self.blocks.append(block)
            if ref is not None:
                self._refs.append((block, ref))


def _kind(leaf: Leaf, laid: Laid) -> str:
    only_image = (
        len(laid.marks) == 1
        and laid.marks[0].kind == "image"
        and laid.span(laid.marks[0]) == (laid.start, laid.end)
    )
    return "figure" if only_image and laid.marks[0].attributes.id else leaf.kind


def _within(run: Run, offset: int) -> int:
    """Return where in the file an offset in a run is: by counting where it is written as it is read."""
    start, end, begin, stop = run
    if end - start == stop - begin:
        return min(begin + offset - start, stop)
    return begin if offset <= start else stop
