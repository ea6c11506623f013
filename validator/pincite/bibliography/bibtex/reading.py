"""BibTeX's files as sources, in either dialect.

Entries of Pincite's own (with ``pincite-type``) come back as they were. Of others, the fields that a source has members for
are taken, and the rest is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.bibliography.bibtex.aside import TYPE
from pincite.bibliography.bibtex.meaning import Meaning
from pincite.bibliography.bibtex.own import read_own
from pincite.bibliography.bibtex.splitting import split
from pincite.bibliography.bibtex.unescaping import plain
from pincite.bibliography.bibtex.words import SOURCE_TYPES
from pincite.bibliography.listed import Listed, Remark, shown
from pincite.bibliography.nesting import Entry, nested
from pincite.bibliography.rules import entry_unreadable, field_passed_over
from pincite.bibliography.shapes import types
from pincite.bibliography.surroundings import around_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.bibliography.bibtex.splitting import Split
    from pincite.model.format import Container


def read(text: str) -> Listed:
    """Return the sources in a BibTeX file.

    Raises ImportError, naming the extra, where bibtexparser is not installed.
    """
    found, remarks = split(text)
    if not found and not remarks and text.strip():
        remarks.append(Remark(entry_unreadable.RULE, 1, "the file has no entry such as '@book{key, …}'"))
    keys = {one.key.lower(): one.key for one in reversed(found)}
    keys |= {one.key: one.key for one in found}
    entries = []
    for one in found:
        entry, more = _entry(one, keys)
        entries.append(entry)
        remarks += more
    listed = nested(entries)
    return listed._replace(remarks=tuple(sorted([*remarks, *listed.remarks], key=lambda one: one.line)))


def _entry(found: Split, keys: dict[str, str]) -> tuple[Entry, list[Remark]]:
    if plain(found.values.get(TYPE, "")) in types():
        own = read_own(found.kind, found.values)
        container = own.source.pop("container", None)
        entry = Entry(found.key, found.line, own.source, container, inherited=frozenset())
        return entry, list(_passed_over(found, own.used, own.refused))
    meaning = Meaning(found.kind, found.values)
    container = _crossed(found, meaning, keys)
    entry = Entry(
        found.key,
        found.line,
        meaning.source,
        container,
        meaning.titles["container"],
        meaning.titles["collection"],
        meaning.collection_number,
        meaning.pages,
        tuple(meaning.container_authors),
    )
    remarks = list(_passed_over(found, meaning.used, meaning.refused))
    if found.kind not in SOURCE_TYPES:
        words = f"the type of entry {shown(found.kind)} is not known here; the source is a document"
        remarks.append(Remark(field_passed_over.RULE, found.line, words))
    return entry, remarks


def _crossed(found: Split, meaning: Meaning, keys: dict[str, str]) -> Container | None:
    """Return where an entry stands by the key of another, whose fields BibTeX lets it have."""
    for field in ("crossref", "xref"):
        said = found.values.get(field, "").strip()
        if not said:
            continue
        key = keys.get(said) or keys.get(said.lower())
        if key is not None and key != found.key:
            meaning.used.add(field)
            return cast("Container", {"source": key, "relation": around_of(meaning.source).relation})
        meaning.refused[field] = f"no other entry has the key {shown(said)}"
    return None


def _passed_over(found: Split, used: Iterable[str], refused: dict[str, str]) -> Iterator[Remark]:
    """Yield a remark for each field that is not in the source, or not as a whole."""
    known = set(used)
    for name, line in found.lines.items():
        if name in refused:
            words = f"the field {shown(name)} is not taken over as it is: {refused[name]}"
        elif name in known or not found.values[name].strip():
            continue
        else:
            words = f"sources have no member for the field {shown(name)}"
        yield Remark(field_passed_over.RULE, line, words)
