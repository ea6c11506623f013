"""The list of references: each source as an ``element-citation``, the works around it flattened into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.bibliography.flat import flattened
from pincite.export.jats.dates import date_parts
from pincite.export.jats.names import name
from pincite.export.xml_text.addresses import reference
from pincite.export.xml_text.elements import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.bibliography.flat import Flat
    from pincite.export.xml_text.identifiers import Identifiers
    from pincite.model.carried import Carried
    from pincite.model.format import Archive, Source

_TYPES = {
    "journal_article": "journal",
    "magazine_article": "magazine",
    "news_article": "newspaper",
    "volume": "book",
    "dataset": "data",
    "thesis": "thesis",
}
"""Types of publications as JATS suggests them; others keep the format's word."""
_PARTS = frozenset({"journal_article", "magazine_article", "news_article", "chapter"})
"""Types whose titles are those of a part, also where nothing is said of the work around it."""
_GROUPS = {
    "authors": "author",
    "editors": "editor",
    "translators": "translator",
    "recipients": "recipient",
}
_PLAIN = {
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "publisher": "publisher-name",
    "publisher_place": "publisher-loc",
    "isbn": "isbn",
    "issn": "issn",
}
_COMMENTS = ("number", "genre", "medium", "platform", "place", "textual_status", "note")
_ARCHIVE = ("place", "collection", "collection_id", "series", "box", "folder", "item", "url")


def list_of_references(carried: Carried, ids: Identifiers) -> Element | None:
    """Return all sources, None where there are none; what a reference cannot hold of one is told."""
    found = Element("ref-list", None, Element("title", None, "References"))
    for entry in flattened(carried.data.get("sources", [])):
        found.add(Element("ref", {"id": ids.own(entry.source["id"])}, _citation(entry)))
        received = entry.source.get("received")
        if received and not date_parts(received):
            carried.losses.tell(f"{entry.at}/received")
    return found if len(found.children) > 1 else None


def _citation(entry: Flat) -> Element:
    source, members = entry.source, cast("Mapping[str, str]", entry.members)
    attributes = {
        "publication-type": _TYPES.get(source["type"], source["type"]),
        "specific-use": source["type"],
        "xml:lang": source.get("language"),
    }
    found = Element("element-citation", attributes, *_people(entry.members), *_titles(entry))
    found.add(*(Element(tag, None, members[one]) for one, tag in _PLAIN.items() if members.get(one)))
    found.add(*_dates(entry.members))
    found.add(Element("page-range", None, entry.pages) if entry.pages else None)
    found.add(*_kept(entry.members.get("archive", {})))
    if members.get("doi"):
        found.add(Element("pub-id", {"pub-id-type": "doi"}, members["doi"]))
    if members.get("url"):
        found.add(Element("uri", {"xlink:href": reference(members["url"])}, members["url"]))
    comments = {**{one: members.get(one, "") for one in _COMMENTS}, "part": entry.part}
    found.add(*(Element("comment", {"content-type": one}, words) for one, words in comments.items() if words))
    if not found.children:
        found.add(Element("article-title"))
    return found


def _people(source: Source) -> Iterator[Element]:
    for member, kind in _GROUPS.items():
        people = source.get(member)
        if isinstance(people, list) and people:
            yield Element("person-group", {"person-group-type": kind}, *(name(one) for one in people))


def _titles(entry: Flat) -> Iterator[Element]:
    """Yield the title, that of the work around it and that of the series around that."""
    title = entry.members.get("title")
    if title:
        is_whole = entry.source["type"] not in _PARTS and not entry.container_title
        kind = "chapter-title" if entry.source["type"] == "chapter" else "article-title"
        yield Element("source" if is_whole else kind, None, title)
    if entry.container_title:
        yield Element("source", None, entry.container_title)
    if entry.collection_title:
        yield Element("series", None, entry.collection_title)


def _dates(source: Source) -> Iterator[Element]:
    edtf, printed = source.get("date", ""), source.get("date_text", "")
    parts = date_parts(edtf, {"iso-8601-date": edtf})
    yield from parts
    if printed or (edtf and not parts):
        yield Element("string-date", {"iso-8601-date": edtf}, printed or edtf)
    received = source.get("received", "")
    arrival = date_parts(received)
    if arrival:
        yield Element("date", {"date-type": "received", "iso-8601-date": received}, *arrival)
    accessed = source.get("accessed")
    if accessed:
        attributes = {"content-type": "access-date", "iso-8601-date": accessed}
        yield Element("date-in-citation", attributes, accessed)


def _kept(archive: Archive) -> Iterator[Element]:
    """Yield where a source is kept; JATS knows institutions, not shelves."""
    members = cast("Mapping[str, str]", archive)
    if members.get("name"):
        yield Element("institution", {"content-type": "archive"}, members["name"])
    for one in _ARCHIVE:
        if members.get(one):
            yield Element("named-content", {"content-type": f"archive-{one.replace('_', '-')}"}, members[one])
