"""A source as the fields of a RIS record, in the order in which Zotero writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.bibliography.kept import COLLECTION, INSIDE, in_words
from pincite.bibliography.ris.aside import is_aside
from pincite.bibliography.ris.lines import Field
from pincite.bibliography.ris.values import date_texts, name_text, pages_texts
from pincite.bibliography.ris.words import BOOKS, EDITED, KINDS, LETTERS, NUMBERED, SERIES_FIRST, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.bibliography.flat import Flat
    from pincite.model.format import Archive, Name
    from pincite.model.json_value import JsonObject

_BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_UNWRITABLE = re.compile("[\ud800-\udfff]")
_AFTER_DATE = (("volume", "VL"), ("issue", "IS"))
_AFTER_PAGES = (("edition", "ET"), ("publisher_place", "CY"), ("publisher", "PB"))
_LAST = (("language", "LA"), ("platform", "DP"), ("note", "N1"))


def fields(entry: Flat) -> tuple[Field, ...]:
    """Return the fields of one source, without the note for what they do not say; no value breaks out of its line."""
    plain = (Field(tag, one_line(value)) for tag, value in _fields(entry))
    # a note that looks like Pincite's own would be read as that
    return tuple(one for one in plain if one.value and not is_aside(one.value))


def one_line(text: str) -> str:
    """Return a text as one line that every reader takes for one."""
    return _UNWRITABLE.sub("\ufffd", _BREAKING.sub(" ", text)).strip()


def _fields(entry: Flat) -> Iterator[tuple[str, str]]:
    members = cast("JsonObject", entry.members)
    reference, work = KINDS[entry.source["type"]]
    yield "TY", reference
    yield "ID", entry.source["id"]
    yield "TI", _text(members, "title")
    yield from _people(entry, reference)
    yield from _around(entry, reference)
    year, date = date_texts(_text(members, "date"))
    yield "PY", year
    yield "DA", date
    for name, tag in _AFTER_DATE:
        yield tag, _text(members, name)
    if reference not in WHOLE:
        first, last = pages_texts(entry.pages)
        yield "SP", first
        yield "EP", last
    for name, tag in _AFTER_PAGES:
        yield tag, _text(members, name)
    yield from _numbers(entry, reference)
    archive: Archive = entry.members.get("archive", {})
    yield "UR", _text(members, "url") or archive.get("url", "")
    yield "Y2", date_texts(_text(members, "accessed"))[1] or _text(members, "accessed")
    yield "M3", _text(members, "genre") or work
    yield "DB", archive.get("name", "")
    yield "AN", in_words(archive, (*COLLECTION, *INSIDE))
    for name, tag in _LAST:
        yield tag, _text(members, name)


def _text(members: JsonObject, name: str) -> str:
    value = members.get(name)
    return value if isinstance(value, str) else ""


def _people(entry: Flat, reference: str) -> Iterator[tuple[str, str]]:
    """Yield names under the tags that they have for this type."""
    editors = "A3" if reference in BOOKS else "A2" if reference in EDITED else "ED"
    for tag, names in (
        ("AU", entry.members.get("authors", [])),
        ("A2", entry.members.get("recipients", []) if reference in LETTERS else []),
        (editors, entry.members.get("editors", [])),
        ("A4", entry.members.get("translators", [])),
    ):
        yield from _named(tag, names)


def _named(tag: str, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield tag, name_text(name)


def _around(entry: Flat, reference: str) -> Iterator[tuple[str, str]]:
    """Yield the titles of the work around and of the series."""
    titles = (entry.container_title, entry.collection_title)
    if reference in SERIES_FIRST:
        titles = (titles[1] or titles[0], titles[0] if titles[1] else "")
    yield "T2", titles[0]
    yield "T3", titles[1]


def _numbers(entry: Flat, reference: str) -> Iterator[tuple[str, str]]:
    """Yield a source's own number, or a book's in its series, and those that the world knows it by."""
    members = cast("JsonObject", entry.members)
    in_series = entry.collection_number if reference in BOOKS else ""
    yield "SN" if reference in NUMBERED else "M1", _text(members, "number") or in_series
    yield "SN", _text(members, "isbn")
    yield "SN", _text(members, "issn")
    yield "DO", _text(members, "doi")
