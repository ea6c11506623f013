"""The TEI header: what the article is, who annotated it, what the marks in it mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.export.identity import license_iri
from pincite.export.tei.dates import date, date_attributes
from pincite.export.tei.names import names
from pincite.export.tei.parts import copy, inferred
from pincite.export.tei.sources import correspondence
from pincite.export.xml_text.elements import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.format import Annotation, Article, Copy, DocumentData

_VERSION = re.compile(r"[0-9]+[a-z]*[0-9]*(?:\.[0-9]+[a-z]*[0-9]*){0,3}")
_HANDS = {
    "quoter": "what the article's author changed in a quotation",
    "edition": "what the quoted edition changed in its text",
    "source": "what the quoted source itself says of its text",
    "unknown": "what somebody changed in a quotation",
}


def header(data: DocumentData) -> Element:
    """Return the header of a document."""
    found = Element("teiHeader", None, _file(data), _encoding(data))
    letters = list(correspondence(data))
    found.add(Element("profileDesc", None, *letters) if letters else None)
    annotation = data.get("annotation", {})
    if annotation.get("on") or annotation.get("method"):
        words = "annotated" + (f": {annotation['method']}" if annotation.get("method") else "")
        who = "#annotator" if annotation.get("by") else None
        change = Element("change", {**_day(annotation), "who": who}, words)
        found.add(Element("revisionDesc", None, change))
    return found


def hand(by: str) -> str | None:
    """Return the reference to who changed something in a quotation."""
    return f"#hand.{by}" if by in _HANDS else None


def _file(data: DocumentData) -> Element:
    article, annotation = data.get("article", {}), data.get("annotation", {})
    statement = Element("titleStmt", None, *_titles(article))
    statement.add(*(Element("author", None, *names(one)) for one in article.get("authors", [])))
    if annotation.get("by"):
        resp = Element("resp", None, "annotation")
        statement.add(Element("respStmt", {"xml:id": "annotator"}, resp, *names(annotation["by"])))
    statement.add(*_hands(data))
    found = Element("fileDesc", None, statement)
    if data.get("version"):
        found.add(Element("editionStmt", None, Element("edition", None, data["version"])))
    found.add(_publication(data, annotation), Element("sourceDesc", None, _article(article)))
    return found


def _titles(article: Article) -> Iterator[Element]:
    yield Element("title", {"type": "main"}, article.get("title"))
    if article.get("subtitle"):
        yield Element("title", {"type": "sub"}, article["subtitle"])


def _hands(data: DocumentData) -> Iterator[Element]:
    used = {
        one.get("by", "") for quotation in data.get("quotations", []) for one in quotation.get("segments", [])
    }
    for by, words in _HANDS.items():
        if by in used:
            resp, name = Element("resp", None, words), Element("name", None, by)
            yield Element("respStmt", {"xml:id": f"hand.{by}"}, resp, name)


def _publication(data: DocumentData, annotation: Annotation) -> Element:
    by = names(annotation["by"]) if annotation.get("by") else []
    found = Element("publicationStmt", None, Element("authority", None, *by))
    found.add(Element("idno", {"type": "URI"}, data["id"]) if data.get("id") else None)
    found.add(_availability(annotation.get("license", "")))
    found.add(date(annotation["on"]) if annotation.get("on") else None)
    return found


def _availability(license_: str) -> Element | None:
    if not license_:
        return None
    return Element("availability", None, Element("licence", {"target": license_iri(license_)}, license_))


def _article(article: Article) -> Element:
    """Return the description of the article itself, as it was published."""
    found = Element("bibl", {"type": "article"}, *_titles(article))
    found.add(*(Element("author", None, *names(one)) for one in article.get("authors", [])))
    if article.get("publication"):
        found.add(Element("title", {"level": "j"}, article["publication"]))
    series = article.get("series", {})
    parts = [
        Element("title", {"level": "s"}, series["title"]) if series.get("title") else None,
        Element("biblScope", {"unit": "part"}, series["part"]) if series.get("part") else None,
        Element("idno", {"type": "code"}, series["code"]) if series.get("code") else None,
    ]
    found.add(Element("series", None, *parts) if any(parts) else None)
    found.add(date(article["date"]) if article.get("date") else None)
    found.add(Element("idno", {"type": "URI"}, article["url"]) if article.get("url") else None)
    found.add(_availability(article.get("license", "")))
    language = article.get("language")
    found.add(Element("textLang", {"mainLang": language}, language) if language else None)
    if article.get("redistribution"):
        found.add(Element("note", {"type": "redistribution"}, article["redistribution"]))
    found.add(*inferred(article.get("inferred", {})))
    for name, one in (("text", article.get("text")), ("original", article.get("original"))):
        if one and set(one) != {"content"}:
            found.add(copy(cast("Copy", one), name))
    bundle = article.get("image_bundle", {})
    if bundle:
        found.add(_bundle(cast("Mapping[str, str]", bundle)))
    return found


def _bundle(bundle: Mapping[str, str]) -> Element:
    inner = Element("bibl")
    inner.add(Element("title", None, bundle["text"]) if bundle.get("text") else None)
    inner.add(Element("idno", {"type": "URI"}, bundle["url"]) if bundle.get("url") else None)
    return Element("relatedItem", {"type": "image_bundle"}, inner)


def _encoding(data: DocumentData) -> Element:
    made = Element("p", None, "Written from a Pincite document, which says what each statement rests on.")
    marks = Element("p", None, "Quotation marks stand in the text as they are printed.")
    found = Element("encodingDesc", None, Element("projectDesc", None, made))
    found.add(Element("editorialDecl", None, Element("quotation", {"marks": "all"}, marks)))
    tool = data.get("annotation", {}).get("tool", {})
    if tool:
        version = tool.get("version", "")
        is_plain = _VERSION.fullmatch(version) is not None
        program = Element("application", {"ident": "tool", "version": version if is_plain else "0"})
        program.add(Element("label", None, tool.get("name") or "a tool without a name"))
        program.add(Element("desc", {"type": "version"}, version) if version and not is_plain else None)
        found.add(Element("appInfo", None, program))
    return found


def _day(annotation: Annotation) -> dict[str, str]:
    return date_attributes(annotation.get("on", ""))
