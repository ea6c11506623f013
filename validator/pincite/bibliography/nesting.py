"""Entries of a bibliography become sources in the works around them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.bibliography.flat import inherited_by, lent_title
from pincite.bibliography.keys import Ids, is_id
from pincite.bibliography.listed import Listed, Remark, in_order, shown
from pincite.bibliography.rules import entry_unreadable, field_passed_over, key_changed
from pincite.bibliography.surroundings import IN_A_SERIES, around_of
from pincite.model.sourced import MAX_CHAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.bibliography.surroundings import Around
    from pincite.model.format import Container, Name, Source
    from pincite.model.json_value import Json, JsonObject


class Entry(NamedTuple):
    """What one entry says, in the format's words.

    ``key`` and ``line`` are the file's. ``source`` has what the entry says of the work itself and, among its members, what it
    says of the works around it (``publisher``, ``volume``); its ``id`` is set when all keys are known. ``container`` is
    there where the file names the work around by its key, which is then the container's ``source``. Where it does not, there
    are the titles of that work and of the series around it (with the work's number in the series), and the pages; and
    perhaps the authors of that work and the source's own number in it. ``inherited`` names the members that are the surrounding works' own, where the file
    says so; None means that it does not, and that all are which are equal to theirs.
    """

    key: str
    line: int
    source: Source
    container: Container | None = None
    container_title: str = ""
    collection_title: str = ""
    collection_number: str = ""
    pages: str = ""
    container_authors: Sequence[Name] = ()
    inherited: frozenset[str] | None = None
    container_number: str = ""


def nested(entries: Sequence[Entry]) -> Listed:
    """Return the sources that the entries are, and the works around them that they give the titles of.

    An entry's members that are only what the work around it says are that work's alone. Works around that are equal in all
    members are one. Of two entries with one key the first counts.
    """
    return _Nesting(entries).listed()


class _Nesting:
    """The entries of one bibliography on their way to sources."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._remarks: list[Remark] = []
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            first = self._entries.setdefault(entry.key, entry)
            if first is not entry:
                words = f"the key {shown(entry.key)} stands a second time (first in line {first.line}); this entry is left out"
                self._remarks.append(Remark(entry_unreadable.RULE, entry.line, words))
        self._ids = Ids(self._entries)
        self._id_of = {key: self._id(entry) for key, entry in self._entries.items()}
        self._works: dict[str, str] = {}
        """What a work around others says, to its id."""
        for key, entry in self._entries.items():
            if entry.container is None and not entry.container_title and not entry.collection_title:
                self._works.setdefault(_said(entry.source), self._id_of[key])

    def listed(self) -> Listed:
        """Return the sources in the order of their entries, and the remarks in that of their lines."""
        found = [(source, entry.line) for entry in self._entries.values() for source in self._sources(entry)]
        return Listed(
            tuple(source for source, _ in found),
            tuple(sorted(self._remarks, key=lambda one: one.line)),
            tuple(line for _, line in found),
        )

    def _id(self, entry: Entry) -> str:
        if is_id(entry.key):
            return entry.key
        # of an address, what tells it from others
        last = entry.key.rstrip("/").rpartition("/")[2] if "://" in entry.key else entry.key
        found = self._ids.new(last)
        words = f"the key {shown(entry.key)} is no id of the format: the source is called '{found}'"
        self._remarks.append(Remark(key_changed.RULE, entry.line, words))
        return found

    def _sources(self, entry: Entry) -> Iterator[Source]:
        """Yield the source of an entry and the new works around it."""
        source = cast("Source", {**entry.source, "id": self._id_of[entry.key]})
        if entry.container is not None and self._is_linked(entry):
            source["container"] = self._linked(entry, entry.container, source)
            yield in_order(source)
            return
        works: list[Source] = []
        link = cast("JsonObject", {**(entry.container or {})})
        outer = self._work(entry, source, works)
        if outer is not None:
            source["container"] = cast("Container", {**outer, **link, "source": outer["source"]})
        if entry.pages and entry.container_title:
            locator = source["container"].get("locator", {})
            source["container"]["locator"] = {"page": entry.pages, **locator}
        elif entry.pages:
            self._pass_over(entry, f"the pages {shown(entry.pages)} are pages of no work that is named")
        yield in_order(source)
        yield from works

    def _is_linked(self, entry: Entry) -> bool:
        """Return whether the work around is to be found by its key; a key that nothing has gives way to a title."""
        key = cast("Container", entry.container)["source"]
        if key in self._entries or not (entry.container_title or entry.collection_title):
            return True
        self._pass_over(
            entry, f"the entry stands in {shown(key)}, which is not in the file; its title is here"
        )
        return False

    def _linked(self, entry: Entry, container: Container, source: Source) -> Container:
        """Return the container of an entry, and take from the source what is only the surrounding works'."""
        key = container["source"]
        found = cast("Container", {**container, "source": self._id_of.get(key) or self._dangling(key)})
        chain = list(self._chain(entry))
        if entry.pages and "page" not in found.get("locator", {}):
            outer = (
                one.container.get("locator", {}).get("page") or one.pages for one in chain if one.container
            )
            if entry.pages != next((page for page in outer if page), ""):
                found["locator"] = {"page": entry.pages, **found.get("locator", {})}
        for name in _inherited(entry, source, chain):
            del cast("JsonObject", source)[name]
        self._compare(entry, chain)
        return found

    def _dangling(self, key: str) -> str:
        if not is_id(key):
            self._id_of[key] = self._ids.new(key)
        return self._id_of.setdefault(key, key)

    def _chain(self, entry: Entry) -> Iterator[Entry]:
        """Yield the entries around an entry from the inside out, each once."""
        seen = {entry.key}
        while entry.container is not None and len(seen) <= MAX_CHAIN + 1:
            outer = self._entries.get(entry.container["source"])
            if outer is None or outer.key in seen:
                return
            seen.add(outer.key)
            yield outer
            entry = outer

    def _compare(self, entry: Entry, chain: Sequence[Entry]) -> None:
        """Tell of titles and authors of surrounding works that the works themselves have otherwise."""
        authors = [one.source.get("authors") for one in chain]
        if entry.container_authors and list(entry.container_authors) not in authors:
            self._pass_over(entry, "the authors of the work around are not those that it has itself")
        known = {
            title
            for one in chain
            for title in (one.source.get("title"), one.container_title, one.collection_title)
        }
        for title in (entry.container_title, entry.collection_title):
            if title and title not in known and chain:
                outer = self._id_of[chain[0].key]
                self._pass_over(
                    entry, f"the title {shown(title)} is not that of '{outer}', in which the entry stands"
                )

    def _work(self, entry: Entry, source: Source, works: list[Source]) -> Container | None:
        """Return where a source stands by the titles of its entry; new works around it are added to *works*."""
        around = around_of(source) if entry.container_title else None
        series = self._series(entry, source, around, works)
        if around is None:
            if entry.container_authors or entry.container_number:
                self._pass_over(
                    entry, "the authors of a work around, or the number in it, are there without its title"
                )
            return series
        work: JsonObject = {"type": around.type, "title": entry.container_title}
        if entry.container_authors:
            work["authors"] = cast("list[Json]", list(entry.container_authors))
        if source["type"] == "chapter" and "date" in source:
            work["date"] = source["date"]  # bibliographies give a chapter the date of its book
        members = cast("JsonObject", source)
        work |= {name: members.pop(name) for name in around.moved if name in members}
        if series is not None:
            work["container"] = cast("JsonObject", series)
        number = {"number": entry.container_number} if entry.container_number else {}
        return cast("Container", {"source": self._shared(work, works), "relation": around.relation, **number})

    def _series(
        self, entry: Entry, source: Source, around: Around | None, works: list[Source]
    ) -> Container | None:
        """Return where the work around a source, or the source where there is none, stands in its series."""
        if not entry.collection_title:
            if entry.collection_number:
                number = shown(entry.collection_number)
                self._pass_over(entry, f"the number {number} is one of no series that is named")
            return None
        work: JsonObject = {"type": "series", "title": entry.collection_title}
        if "issn" in source and (around is None or around.type != "periodical"):
            work["issn"] = source.pop("issn")
        held = source["type"] if around is None else around.type
        series: Container = {
            "source": self._shared(work, works),
            "relation": "volume_of" if held in IN_A_SERIES else "part_of",
        }
        if entry.collection_number:
            series["number"] = entry.collection_number
        return series

    def _shared(self, work: JsonObject, works: list[Source]) -> str:
        """Return the id of the work that says just this, which is a new one of *works* if there was none."""
        said = _said(work)
        if said not in self._works:
            self._works[said] = self._ids.new(str(work["title"]), str(work["type"]))
            works.insert(0, in_order(cast("Source", {"id": self._works[said], **work})))
        return self._works[said]

    def _pass_over(self, entry: Entry, words: str) -> None:
        self._remarks.append(Remark(field_passed_over.RULE, entry.line, words))


def _inherited(entry: Entry, source: Source, chain: Sequence[Entry]) -> Iterable[str]:
    """Return the members of a source that are what the works around it say, as ``flat`` finds them."""
    outer: JsonObject = {}
    lendable = inherited_by(source["type"])
    for one in chain:
        said = cast("JsonObject", one.source)
        outer.update({name: said[name] for name in lendable if said.get(name) and name not in outer})
    lent = lent_title(source["type"], [one.source for one in chain])
    if lent:
        outer["title"] = lent
    names = outer.keys() if entry.inherited is None else outer.keys() & entry.inherited
    return [name for name in names if cast("JsonObject", source).get(name) == outer[name]]


def _said(source: Source | JsonObject) -> str:
    """Return what a source says, its id aside, for comparison."""
    return json.dumps({name: value for name, value in source.items() if name != "id"}, sort_keys=True)
