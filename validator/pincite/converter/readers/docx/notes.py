"""Footnotes and endnotes: their numbers, in the order of their marks, and where their texts are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.converter.readers.docx.markup import attribute, children

if TYPE_CHECKING:
    from lxml.etree import _Element

    from pincite.converter.readers.docx.package import Package

_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


class NoteKey(NamedTuple):
    """A note: "footnotes" or "endnotes", and its id there."""

    kind: str
    id: str


class Notes:
    """The notes of a document; ``order`` has those that are marked, in the order of their first marks."""

    def __init__(self, package: Package, parts: dict[str, str]) -> None:
        self.parts = parts
        """The names of the parts that hold the notes, by "footnotes" and "endnotes"."""
        self.order: list[NoteKey] = []
        self._mentioned: set[NoteKey] = set()
        self._numbers: dict[NoteKey, int] = {}
        self._elements: dict[NoteKey, _Element] = {}
        for kind, part in parts.items():
            for one in children(package.xml(part), f"w:{kind.removesuffix('s')}"):
                if attribute(one, "w:type") not in _SEPARATORS:
                    self._elements.setdefault(NoteKey(kind, attribute(one, "w:id") or ""), one)

    def mark(self, key: NoteKey) -> str:
        """Return the mark of a note that has the next number, or the one that it got before."""
        self.mention(key)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        return f"[{number}]"

    def mention(self, key: NoteKey) -> None:
        """Take down that a note is marked."""
        if key not in self._mentioned:
            self._mentioned.add(key)
            self.order.append(key)

    def element(self, key: NoteKey) -> _Element | None:
        """Return the element with a note's text, None for a mark without one."""
        return self._elements.get(key)

    def number(self, key: NoteKey) -> int | None:
        """Return a note's number, None for one that has a mark of its own."""
        return self._numbers.get(key)
