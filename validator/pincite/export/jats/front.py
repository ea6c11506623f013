"""The front of a JATS article: what it is, and who annotated it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.jats.dates import date_parts
from pincite.export.jats.names import name
from pincite.export.jats.permissions import permissions
from pincite.export.xml_text.addresses import reference
from pincite.export.xml_text.elements import Element
from pincite.model.names import SPOKEN, in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.carried import Carried
    from pincite.model.format import Article, DocumentData, Name


def front(carried: Carried) -> Element:
    """Return the front of a document's article; losses of plain names are told."""
    data = carried.data
    article = data.get("article", {})
    found = Element("front")
    if article.get("publication"):
        title = Element("journal-title", None, article["publication"])
        found.add(Element("journal-meta", None, Element("journal-title-group", None, title)))
    meta = Element("article-meta")
    series = article.get("series", {})
    if series.get("title"):
        meta.add(Element("article-categories", None, Element("series-title", None, series["title"])))
    meta.add(_titles(article))
    people = [_contributor(one) for one in article.get("authors", [])]
    meta.add(Element("contrib-group", None, *people) if people else None)
    meta.add(_date(article.get("date", "")))
    meta.add(permissions(article.get("license", "")))
    address = article.get("url")
    if address:
        meta.add(Element("self-uri", {"xlink:href": reference(address)}, address))
    pairs = [_pair(*one) for one in _custom(data)]
    meta.add(Element("custom-meta-group", None, *pairs) if pairs else None)
    _tell_annotator(carried, data.get("annotation", {}).get("by", {}))
    found.add(meta)
    return found


def _titles(article: Article) -> Element:
    found = Element("title-group", None, Element("article-title", None, article.get("title")))
    found.add(Element("subtitle", None, article["subtitle"]) if article.get("subtitle") else None)
    return found


def _contributor(person: Name) -> Element:
    found = Element("contrib", {"contrib-type": "author"})
    id_ = person.get("id", "")
    if id_:
        kind = "orcid" if id_.startswith("https://orcid.org/") else "other"
        found.add(Element("contrib-id", {"contrib-id-type": kind}, id_))
    found.add(name(person))
    return found


def _date(edtf: str) -> Element | None:
    """Return the date of publication; what is no plain date is a string."""
    if not edtf:
        return None
    attributes = {"date-type": "pub", "iso-8601-date": edtf}
    parts = date_parts(edtf) or [Element("string-date", None, edtf)]
    return Element("pub-date", attributes, *parts)


def _custom(data: DocumentData) -> Iterator[tuple[str, str]]:
    """Yield what JATS has no element for, as names and values."""
    article, annotation = data.get("article", {}), data.get("annotation", {})
    series, bundle = article.get("series", {}), article.get("image_bundle", {})
    tool = annotation.get("tool", {})
    given: Mapping[str, object] = {
        "series-part": series.get("part"),
        "series-code": series.get("code"),
        "redistribution": article.get("redistribution"),
        "images-url": bundle.get("url"),
        "images-text": bundle.get("text"),
        "document-id": data.get("id"),
        "document-version": data.get("version"),
        "annotation-by": in_one_line(annotation["by"]) if annotation.get("by") else None,
        "annotation-on": annotation.get("on"),
        "annotation-method": annotation.get("method"),
        "annotation-tool": tool.get("name"),
        "annotation-tool-version": tool.get("version"),
        "annotation-license": annotation.get("license"),
    }
    for name_, value in given.items():
        if value:
            yield name_, str(value)


def _pair(name_: str, value: str) -> Element:
    return Element("custom-meta", None, Element("meta-name", None, name_), Element("meta-value", None, value))


def _tell_annotator(carried: Carried, annotator: Name) -> None:
    """Tell of the parts of a name that stands as printed."""
    for part in SPOKEN if annotator.get("literal") else ():
        if annotator.get(part):
            carried.losses.tell(f"/annotation/by/{part}")
