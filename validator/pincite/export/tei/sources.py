"""The sources of a document in TEI: a ``bibl`` for each, and a ``correspDesc`` for what went from hand to hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.tei.dates import date
from pincite.export.tei.names import names
from pincite.export.tei.parts import copy, inferred, places
from pincite.export.xml_text.elements import Element, Flowing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pincite.export.xml_text.identifiers import Identifiers
    from pincite.model.format import Archive, Container, DocumentData, Name, Source

_LEVELS = {
    "journal_article": "a", "magazine_article": "a", "news_article": "a", "chapter": "a",
    "book": "m", "volume": "m", "report": "m", "pamphlet": "m", "webpage": "m", "film": "m",
    "periodical": "j", "issue": "j", "series": "s",
    "letter": "u", "telegram": "u", "memorandum": "u", "manuscript": "u", "thesis": "u",
}  # fmt: skip
_NUMBERS = ("number", "volume", "issue")
_NOTES = ("genre", "medium", "textual_status", "note")
_IDENTIFIERS = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "url": "URI"}
_SHELVES = ("collection_id", "box", "folder", "item", "url")


def list_of_sources(sources: Iterable[Source], ids: Identifiers) -> Element | None:
    """Return all sources, None where there are none."""
    entries = [_bibl(one, ids) for one in sources]
    return Element("listBibl", {"type": "sources"}, *entries) if entries else None


def _bibl(source: Source, ids: Identifiers) -> Element:
    members = cast("Mapping[str, str]", source)
    found = Element("bibl", {"xml:id": ids.own(source["id"]), "type": source["type"]})
    found.add(*_people("author", source.get("authors", [])), *_people("editor", source.get("editors", [])))
    found.add(*_people("editor", source.get("translators", []), role="translator"))
    found.add(*_title(source))
    found.add(_said("edition", members, "edition"))
    found.add(*(Element("biblScope", {"unit": n}, members[n]) for n in _NUMBERS if members.get(n)))
    found.add(_said("publisher", members, "publisher"), _said("pubPlace", members, "publisher_place"))
    found.add(_said("distributor", members, "platform"), _said("placeName", members, "place"))
    found.add(*_dates(source))
    found.add(_identifier(source.get("archive", {})))
    found.add(
        *(Element("idno", {"type": kind}, members[n]) for n, kind in _IDENTIFIERS.items() if members.get(n))
    )
    language = source.get("language")
    found.add(Element("textLang", {"mainLang": language}, language) if language else None)
    found.add(*(Element("note", {"type": name}, members[name]) for name in _NOTES if members.get(name)))
    found.add(*inferred(source.get("inferred", {})))
    found.add(*(copy(one) for one in source.get("copies", [])))
    found.add(_around(source["container"]) if "container" in source else None)
    return found


def _title(source: Source) -> Iterator[Element]:
    """Yield the title, marked as supplied where it is, and that it is not where that is said."""
    title, is_supplied = source.get("title"), source.get("title_supplied")
    if title or is_supplied:
        words: Element | str = Element("supplied", None, title) if is_supplied else title or ""
        yield Flowing("title", {"level": _LEVELS.get(source["type"])}, words)
    if is_supplied is False:
        yield Element("note", {"type": "title_supplied"}, "false")


def _said(tag: str, members: Mapping[str, str], name: str) -> Element | None:
    return Element(tag, None, members[name]) if members.get(name) else None


def _people(tag: str, people: Iterable[Name], role: str = "") -> Iterator[Element]:
    for one in people:
        yield Element(tag, {"role": role}, *names(one))


def _dates(source: Source) -> Iterator[Element]:
    printed = source.get("date_text", "")
    if source.get("date"):
        yield date(source["date"], "", printed)
    elif printed:
        yield Element("date", None, printed)
    if source.get("coverage"):
        yield date(source["coverage"], "coverage")
    if source.get("accessed"):
        yield date(source["accessed"], "accessed")


def _identifier(archive: Archive) -> Element | None:
    """Return where a source is kept, from the town down to the sheet."""
    members = cast("Mapping[str, str]", archive)
    found = Element("msIdentifier")
    found.add(_said("settlement", members, "place"), _said("repository", members, "name"))
    found.add(_said("collection", members, "collection"))
    if members.get("series"):
        found.add(Element("collection", {"type": "series"}, members["series"]))
    for name in _SHELVES:
        if members.get(name):
            found.add(Element("altIdentifier", {"type": name}, Element("idno", None, members[name])))
    return found if found.children else None


def _around(container: Container) -> Element:
    inner = Element("bibl", {"corresp": f"#{container['source']}"})
    if container.get("number"):
        inner.add(Element("idno", {"type": "number"}, container["number"]))
    inner.add(*places("biblScope", container.get("locator", {})), *inferred(container.get("inferred", {})))
    return Element("relatedItem", {"type": "host", "subtype": container.get("relation")}, inner)


def correspondence(data: DocumentData) -> Iterator[Element]:
    """Yield who sent each letter, when and where, and who got it when (as CMIF, the format of letter catalogues)."""
    for source in data.get("sources", []):
        if not source.get("recipients") and not source.get("received"):
            continue
        sent = Element("correspAction", {"type": "sent"})
        sent.add(*(one for author in source.get("authors", []) for one in names(author)))
        sent.add(Element("placeName", None, source["place"]) if source.get("place") else None)
        sent.add(date(source["date"], "", source.get("date_text", "")) if source.get("date") else None)
        got = Element("correspAction", {"type": "received"})
        got.add(*(one for person in source.get("recipients", []) for one in names(person)))
        got.add(date(source["received"]) if source.get("received") else None)
        actions = [one for one in (sent, got) if one.children]
        yield Element("correspDesc", {"corresp": f"#{source['id']}"}, *actions)
