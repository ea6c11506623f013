"""RIS becomes sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.bibliography.keys import Ids
from pincite.bibliography.listed import Listed, Remark
from pincite.bibliography.nesting import nested
from pincite.bibliography.ris.aside import WITHOUT, is_aside, read_aside
from pincite.bibliography.ris.lines import records
from pincite.bibliography.ris.sources import entry_of
from pincite.bibliography.rules import entry_unreadable, field_passed_over, key_changed

_NOTES = frozenset({"RN", "N1"})
_SAID_BETTER = frozenset({"T2", "T3", "DB", "AN"})
"""Tags of what Pincite's own note says more exactly: works around, and where something is kept."""

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.bibliography.nesting import Entry
    from pincite.bibliography.ris.lines import Field, Record
    from pincite.model.format import Container, Source
    from pincite.model.json_value import JsonObject


def read(text: str) -> Listed:
    """Return the sources that the records of a RIS file are, and remarks on what could not be read or has no place."""
    found, remarks = records(text)
    if not found and remarks:
        remarks = [Remark(entry_unreadable.RULE, 1, "there is no record: no line begins with TY")]
    entries = [entry for record in found for entry in _entry(record, remarks)]
    entries = list(_keyed(entries, remarks))
    known = {entry.key for entry in entries}
    listed = nested([_linked(entry, known) for entry in entries])
    every = sorted([*remarks, *listed.remarks], key=lambda one: one.line)
    return listed._replace(remarks=tuple(every))


def _entry(record: Record, remarks: list[Remark]) -> Iterator[Entry]:
    """Yield the entry that a record is, none where it cannot be told what it is."""
    if not record.fields[0].value:
        remarks.append(
            Remark(entry_unreadable.RULE, record.line, "the record has no type (TY) and is left out")
        )
        return
    if len(record.fields) == 1:
        words = "the record says nothing but its type and is left out"
        remarks.append(Remark(entry_unreadable.RULE, record.line, words))
        return
    notes = [one for one in record.fields if one.tag in _NOTES and is_aside(one.value)]
    rest = [one for one in record.fields if one not in notes[:1]] if notes else record.fields
    entry, more = entry_of(record._replace(fields=tuple(rest)), _SAID_BETTER if notes else frozenset())
    remarks += more
    yield _with_aside(entry, notes[0], remarks) if notes else entry


def _with_aside(entry: Entry, note: Field, remarks: list[Remark]) -> Entry:
    """Return an entry with what Pincite's own note says of it."""
    try:
        said, dropped = read_aside(note.value)
    except ValueError:
        words = "the note of Pincite is broken and is passed over"
        remarks.append(Remark(field_passed_over.RULE, note.line, words))
        return entry
    if dropped:
        names = ", ".join(repr(name[:20]) for name in dropped[:5])
        words = f"the note of Pincite says what no source can have, which is passed over: {names}"
        remarks.append(Remark(field_passed_over.RULE, note.line, words))
    key, container = str(said.pop("id", "")), said.pop("container", None)
    without = set(cast("list[str]", said.pop(WITHOUT, []))) - {"type"}
    members = {name: one for name, one in cast("JsonObject", entry.source).items() if name not in without}
    return entry._replace(
        key=entry.key or key,
        source=cast("Source", members | said),
        container=cast("Container | None", container),
        inherited=frozenset(),
    )


def _keyed(entries: Sequence[Entry], remarks: list[Remark]) -> Iterator[Entry]:
    """Yield the entries with keys of which none stands twice: ids of records are numbers of databases as often as keys."""
    ids = Ids(entry.key for entry in entries)
    seen: dict[str, int] = {}
    for entry in entries:
        if entry.key and entry.key not in seen:
            seen[entry.key] = entry.line
            yield entry
            continue
        name = ids.new(entry.key or _name(entry.source), entry.source["type"].replace("_", "-"))
        if entry.key:
            words = f"the id stands a second time (first in line {seen[entry.key]}): the source is called '{name}'"
            remarks.append(Remark(key_changed.RULE, entry.line, words))
        yield entry._replace(key=name)


def _name(source: Source) -> str:
    """Return what a source that the file has no id for is called by: its first author and date, else its title."""
    authors = source.get("authors", [])
    name = (authors[0].get("family") or authors[0].get("literal")) if authors else None
    return f"{name} {source['date']}" if name and "date" in source else source.get("title") or name or ""


def _linked(entry: Entry, known: set[str]) -> Entry:
    """Return an entry without titles of the work around, where that is known by its id and in the file."""
    if entry.container is None or entry.container["source"] not in known:
        return entry
    return entry._replace(container_title="", collection_title="", collection_number="", pages="")
