"""What a document says besides the text: citations in full, quotations, claims, relations and archives (``standOff``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.citations import citations
from pincite.export.tei.names import names
from pincite.export.tei.parts import inferred, places
from pincite.export.xml_text.elements import Element
from pincite.export.xml_text.identifiers import of_pointer
from pincite.model.anchoring import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.format import ArchiveEntry, Citation, Claim, DocumentData, Quotation, Relation

_MOTIVATION = {"quotation": "describing", "claim": "linking"}


def statements(data: DocumentData, words: Mapping[str, str]) -> Element | None:
    """Return the statements, None where there are none; *words* are those in the text by the pointers of its pieces."""
    found = Element("standOff", None, _archives(data.get("archives", {})))
    cited = [_citation(one, owner["id"], at, words) for at, owner, one in citations(data)]
    found.add(Element("listBibl", {"type": "citations"}, *cited) if cited else None)
    quotations = [
        _annotation("quotation", number, one["id"], _of_quotation(one, f"/quotations/{number}"))
        for number, one in enumerate(data.get("quotations", []))
    ]
    found.add(_list("quotations", quotations))
    claims = [
        _annotation("claim", number, one["id"], _of_claim(one, f"/claims/{number}", words))
        for number, one in enumerate(data.get("claims", []))
    ]
    found.add(_list("claims", claims))
    relations = [
        _relation(one, f"/relations/{number}", words) for number, one in enumerate(data.get("relations", []))
    ]
    found.add(Element("listRelation", {"type": "quotations"}, *relations) if relations else None)
    return found if found.children else None


def _list(kind: str, annotations: list[Element | None]) -> Element | None:
    said = [one for one in annotations if one is not None]
    return Element("listAnnotation", {"type": kind}, *said) if said else None


def _annotation(kind: str, number: int, target: str, parts: Iterator[Element]) -> Element | None:
    inside = list(parts)
    own = f"{kind}s.{number}"
    attributes = {"xml:id": own, "target": f"#{target}", "motivation": _MOTIVATION[kind]}
    return Element("annotation", attributes, *inside) if inside else None


def _citation(citation: Citation, owner: str, pointer: str, words: Mapping[str, str]) -> Element:
    found = Element("bibl", {"xml:id": of_pointer(pointer), "type": "citation", "corresp": f"#{owner}"})
    found.add(_pointer("source", citation["source"]) if citation.get("source") else None)
    found.add(*places("citedRange", citation.get("locator", {})))
    if citation.get("archive_code"):
        found.add(Element("idno", {"type": "archive_code"}, citation["archive_code"]))
    raw = citation.get("raw", "")
    if raw and fold(raw) != fold(words.get(pointer, "")):
        found.add(Element("seg", {"type": "raw"}, raw))
    found.add(Element("note", {"type": "note"}, citation["note"]) if citation.get("note") else None)
    found.add(*(_pointer("image", one) for one in citation.get("images", [])))
    found.add(*inferred(citation.get("inferred", {})))
    return found


def _pointer(kind: str, name: str) -> Element:
    return Element("ptr", {"type": kind, "target": f"#{name}"})


def _of_quotation(quotation: Quotation, pointer: str) -> Iterator[Element]:
    if quotation.get("speaker"):
        yield Element("note", {"type": "speaker"}, *names(quotation["speaker"]))
    if quotation.get("uncited", {}).get("reason"):
        yield Element("note", {"type": "uncited"}, quotation["uncited"]["reason"])
    if quotation.get("within"):
        yield _pointer("within", quotation["within"])
    if quotation.get("translation_of"):
        yield Element("note", {"type": "translation_of"}, quotation["translation_of"])
    for number, _ in enumerate(quotation.get("citations", [])):
        yield _pointer("citation", of_pointer(f"{pointer}/citations/{number}"))
    yield from inferred(quotation.get("inferred", {}))


def _of_claim(claim: Claim, pointer: str, words: Mapping[str, str]) -> Iterator[Element]:
    if pointer in words and fold(words[pointer]) != fold(claim["text"]):
        yield Element("note", {"type": "text"}, claim["text"])
    if claim.get("role"):
        yield Element("note", {"type": "role"}, claim["role"])
    if claim.get("basis"):
        yield Element("note", {"type": "basis"}, claim["basis"])
    if claim.get("attributed_to"):
        yield Element("note", {"type": "attributed_to"}, *names(claim["attributed_to"]))
    for one in claim.get("evidence", []):
        yield _pointer("evidence", one if isinstance(one, str) else one["id"])
    for number, _ in enumerate(claim.get("citations", [])):
        yield _pointer("citation", of_pointer(f"{pointer}/citations/{number}"))
    yield from inferred(claim.get("inferred", {}))


def _relation(relation: Relation, pointer: str, words: Mapping[str, str]) -> Element:
    """Return how two quotations stand to each other; TEI gives a relation one description."""
    attributes = {
        "name": relation["type"],
        "active": f"#{relation['from']}",
        "passive": f"#{relation['to']}",
        "type": relation.get("asserted_by"),
        "corresp": f"#{of_pointer(pointer)}" if pointer in words else None,
    }
    note, independence = relation.get("note", ""), relation.get("independence", "")
    found = Element("relation", attributes)
    if independence:
        items = [Element("item", {"n": "independence"}, independence)]
        items += [Element("item", {"n": "note"}, note)] if note else []
        found.add(Element("desc", None, Element("list", None, *items)))
    elif note:
        found.add(Element("desc", None, note))
    return found


def _archives(archives: Mapping[str, ArchiveEntry]) -> Element | None:
    entries = [_archive(code, entry) for code, entry in archives.items()]
    return Element("listOrg", {"type": "archives"}, *entries) if entries else None


def _archive(code: str, entry: ArchiveEntry) -> Element:
    found = Element("org", None, Element("idno", {"type": "archive_code"}, code))
    found.add(Element("orgName", None, entry["name"]) if entry.get("name") else None)
    found.add(Element("idno", {"type": "URI"}, entry["url"]) if entry.get("url") else None)
    return found
