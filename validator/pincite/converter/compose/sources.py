"""Descriptions become sources, each in one container; equal ones become one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from pincite.converter.citation.names import name_of, surname_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.converter.citation.description import Description
    from pincite.converter.compose.identifiers import Identifiers
    from pincite.converter.lexicon import Lexicon
    from pincite.model.format import Container, Name, Source

_PLAIN = (
    "date", "date_text", "received", "coverage", "place", "number", "volume", "issue", "edition", "genre",
    "publisher", "publisher_place", "platform",
)  # fmt: skip
_ARCHIVE = ("name", "place", "collection", "collection_id", "series", "box", "folder", "item", "url")
"""The parts of an archive's description in the format's order."""
_TITLE_WORDS = 4
"""Words of a title that go into an identifier."""


class Sources:
    """The sources of one document, in the order of their first citation."""

    def __init__(self, identifiers: Identifiers, lexicon: Lexicon) -> None:
        self.all: list[Source] = []
        self._identifiers = identifiers
        self._lexicon = lexicon
        self._known: dict[str, str] = {}

    def add(self, chain: Sequence[Description]) -> str | None:
        """Add a chain of descriptions from the item outwards; return the item's id, None for an empty chain.

        Sources merge only when all their members are equal.
        """
        container: str | None = None
        for at in range(len(chain) - 1, -1, -1):
            described = chain[at]
            if described.volume is not None and described.type == "volume" and described.title is not None:
                container = self._series(described, container)
            container = self._one(described, container)
        return container

    def _series(self, described: Description, container: str | None) -> str:
        """Return the series a volume belongs to: the printed title is the series', the number the volume's."""
        source = cast("Source", {"id": "", "type": "series", "title": described.title})
        if container is not None:
            source["container"] = {"source": container, "relation": "part_of"}
        source["inferred"] = {"type": "its volumes are numbered"}
        return self._merged(source, described.title)

    def _one(self, described: Description, container: str | None) -> str:
        source = self._members(described)
        of_series = described.type == "volume" and described.title is not None
        if of_series:
            source.pop("title", None)
        if container is not None:
            source["container"] = _container(described, container, of_series=of_series)
        if "inferred" in source:
            source["inferred"] = source.pop("inferred")  # the reasons come last, as in the format
        label = [described.title, described.volume] if of_series else self._label(described)
        return self._merged(source, *label)

    def _merged(self, source: Source, *label: str | None) -> str:
        key = json.dumps({**source, "id": ""}, sort_keys=True, ensure_ascii=False)
        if key not in self._known:
            source["id"] = self._identifiers.take(*(self._shortened(one) for one in label), fallback="source")
            self._known[key] = source["id"]
            self.all.append(source)
        return self._known[key]

    def _shortened(self, label: str | None) -> str | None:
        """Return the first telling words of a label."""
        if label is None:
            return None
        small = self._lexicon.title_words
        words = [word for word in label.split() if word.lower() not in small] or label.split()
        return " ".join(words[:_TITLE_WORDS])

    def _label(self, described: Description) -> list[str | None]:
        """Return what a source is remembered by: correspondents and day, or author, title and year."""
        author = surname_of(described.authors[0], self._lexicon) if described.authors else None
        if described.recipients:
            return [author, surname_of(described.recipients[0], self._lexicon), described.date]
        year = (described.date or "").split("-")[0] or None
        if described.title is None:
            return [author, described.date or described.number]
        return [author, described.title, year]

    def _members(self, described: Description) -> Source:
        source: dict[str, object] = {"id": "", "type": described.type or "document"}
        if described.title:
            source["title"] = described.title
        if described.title_supplied:
            source["title_supplied"] = True
        for member in ("authors", "recipients", "editors", "translators"):
            people: list[str] = getattr(described, member)
            if people:
                source[member] = [self._name(person, member, described) for person in people]
        source.update({member: value for member in _PLAIN if (value := getattr(described, member))})
        if described.archive:
            source["archive"] = {
                part: described.archive[part] for part in _ARCHIVE if part in described.archive
            }
        for member in ("doi", "url", "accessed", "textual_status"):
            if getattr(described, member):
                source[member] = getattr(described, member)
        if described.remarks:
            source["note"] = "; ".join(described.remarks)
        if described.inferred:
            source["inferred"] = dict(described.inferred)
        return cast("Source", source)

    def _name(self, literal: str, member: str, described: Description) -> Name:
        """Return a name, with its parts where it stands in the case that a name is quoted in ("А. Б. Петрова": whose?)."""
        oblique = self._lexicon.words("oblique_names")
        if member in oblique or (member == "authors" and described.recipients and "recipients" in oblique):
            return {"literal": literal}
        return name_of(literal, self._lexicon)


def _container(described: Description, source: str, *, of_series: bool) -> Container:
    container: Container = {"source": source}
    if of_series:
        container["relation"] = "volume_of"
    elif described.relation is not None:
        container["relation"] = described.relation
        if described.relation_number:
            container["number"] = described.relation_number
        if described.relation_reason:
            container["inferred"] = {"relation": described.relation_reason}
    elif described.type == "chapter":
        container["relation"] = "chapter_of"
    elif described.type in {"letter", "telegram", "memorandum", "report", "document"}:
        container["relation"] = "printed_in"
    else:
        container["relation"] = "part_of"
    if described.locator or described.extent:
        container["locator"] = dict(described.locator or described.extent)
    return container
