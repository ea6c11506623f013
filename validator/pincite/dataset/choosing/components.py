"""Documents that hang together, directly or by others between them, stay together."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Components:
    """The connected components of documents, which are numbered from 0: union and find, with two integers for each document.

    (Tarjan 1975, with union by size and path halving.)
    """

    def __init__(self, number: int) -> None:
        self._above = array("q", range(number))
        self._size = array("q", [1]) * number

    def __len__(self) -> int:
        return len(self._above)

    def join(self, documents: Sequence[int]) -> None:
        """Let documents hang together."""
        for one in documents[1:]:
            first, other = self.of(documents[0]), self.of(one)
            if first == other:
                continue
            if self._size[first] < self._size[other]:
                first, other = other, first
            self._above[other] = first
            self._size[first] += self._size[other]

    def of(self, document: int) -> int:
        """Return the document that stands for a document's component."""
        above = self._above
        while above[document] != document:
            above[document] = above[above[document]]
            document = above[document]
        return document

    def all(self) -> Iterator[tuple[int, int]]:
        """Yield the documents that stand for components, each with the number of documents in it."""
        for document, above in enumerate(self._above):
            if document == above:
                yield document, self._size[document]
