"""Which document of one dataset is which of another: that with its id, or for ids that were made of content, with its address.

Where neither is the same, that with its title and date; only where each dataset has just one such document.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.sorting.runs import fields, grouped
from pincite.dataset.sorting.sorter import Sorter
from pincite.dataset.sources.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.dataset.deriving.inputs import Input

OLD, NEW = 0, 1


class _Document(NamedTuple):
    """A document: the dataset that it is in, its number there, and what it may be known by."""

    side: int
    number: int
    id: str
    is_id_given: bool
    url: str
    title: str

    def key(self, by: int) -> str:
        return (self.id, self.url, self.title)[by]


_KEYS = 3


class Renamed(NamedTuple):
    """A document that has one id in the older dataset and another in the newer: its numbers in both, and these ids."""

    numbers: tuple[int, int]
    was: str
    id: str


class Pairing:
    """The documents of two datasets that are the same; *scratch* is a new folder. Raises DamagedError."""

    def __init__(self, old: Input, new: Input, scratch: Path) -> None:
        scratch.mkdir()
        self._rounds = [Sorter(scratch / str(number)) for number in range(_KEYS)]
        self._renamed = [Sorter(scratch / name) for name in ("old", "new")]
        self.number = 0
        """How many documents of the newer dataset have another id than in the older."""
        for side, dataset in enumerate((old, new)):
            for one in _documents(dataset, side):
                self._put(one, 0)
        for by in range(_KEYS):
            self._pair(by)

    def renamed(self, side: int) -> Iterator[Renamed]:
        """Yield the documents with another id, in the order of the older dataset (``OLD``) or of the newer (``NEW``)."""
        for _, told in fields(self._renamed[side]):
            (old, new), was, name = json.loads(told)
            yield Renamed((old, new), was, name)

    def _put(self, one: _Document, by: int) -> None:
        """Put a document into the first round from one on in which it has something to be known by."""
        while by < _KEYS and not one.key(by):
            by += 1
        if by < _KEYS:
            self._rounds[by].add(f"{json.dumps(one.key(by))}\t{json.dumps(one)}".encode())

    def _pair(self, by: int) -> None:
        for _, group in grouped(self._rounds[by]):
            alike = [_Document(*json.loads(text)) for (text,) in group]
            if self._are_one(alike, by):
                old, new = alike
                if old.id != new.id:
                    self.number += 1
                    found = Renamed((old.number, new.number), old.id, new.id)
                    for number, order in zip(found.numbers, self._renamed, strict=True):
                        order.add(f"{number:016d}\t{json.dumps(found)}".encode())
            else:
                for one in alike:
                    self._put(one, by + 1)

    @staticmethod
    def _are_one(alike: list[_Document], by: int) -> bool:
        """Return whether documents that are alike are one of the older dataset, and the same of the newer."""
        if [one.side for one in alike] != [OLD, NEW]:
            return False
        return by == 0 or not all(one.is_id_given for one in alike)


def _documents(dataset: Input, side: int) -> Iterator[_Document]:
    rows = dataset.rows("articles", "id", "id_given", "url", "title", "date")
    for number, (name, given, url, title, date) in enumerate(rows):
        words = folded(str(title)) if title else ""
        yield _Document(
            side,
            number,
            str(name),
            bool(given),
            str(url or ""),
            f"{words}\t{date or ''}" if words else "",
        )
