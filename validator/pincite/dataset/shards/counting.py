"""Descriptions of sources are counted, document by document: what the table of sources is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.entering.canonical import description_line

if TYPE_CHECKING:
    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.sources.identity import SourceKey
    from pincite.model.format import Source


class NewDescription(NamedTuple):
    """A source as no document before described it: its key, and its description as one line."""

    source: Source
    key: SourceKey
    text: str


class SourceCounts:
    """The descriptions of sources that documents have, each with the number of articles."""

    def __init__(self) -> None:
        self._counted: dict[tuple[str, str, str], int] = {}

    def add(self, entry: Entry) -> list[NewDescription]:
        """Count what a document describes, and return what was not described like this before."""
        known: set[str] = set()
        new = []
        for source in entry.source_descriptions:
            key = entry.sources[source["id"]]
            text = description_line(source, entry)
            place = (key.id, key.rule, text)
            if place not in self._counted:
                new.append(NewDescription(source, key, text))
            # an article counts once for a source, whether it describes it once or twice
            self._counted[place] = self._counted.get(place, 0) + (key.id not in known)
            known.add(key.id)
        return new

    def lines(self) -> list[str]:
        """Return a line for each description: key, rule, text and number of articles, divided by tabs."""
        return [f"{key}\t{rule}\t{text}\t{count}" for (key, rule, text), count in self._counted.items()]

    def clear(self) -> None:
        """Forget what was counted."""
        self._counted.clear()
