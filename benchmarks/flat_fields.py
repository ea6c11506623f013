"""A citation and its chain of sources as flat fields, to hold against hand-made annotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import Citation, DocumentData, Source

FIELDS = (
    "title", "authors", "date", "pages", "document_number", "from_person", "to_person", "place", "publisher",
    "archive", "volume", "container", "inner_container", "container_date",
)  # fmt: skip

TYPES = {
    "book": ("book",),
    "letter": ("letter",),
    "telegram": ("telegram",),
    "memorandum": ("memorandum",),
    "report": ("report",),
    "newspaper article": ("news_article",),
    "journal article": ("journal_article",),
    "web page": ("webpage",),
    "thesis": ("thesis",),
    "map": ("map",),
    "interview": ("interview",),
    "Enclosure; memorandum": ("memorandum",),
    "Enclosure; paraphrase of telegram": ("telegram",),
}
"""Which types of sources an annotated medium can be; media that can be several things are left out."""


def normal(value: object) -> object:
    """Return a value without what printing varies: case, quotation marks, full stops, dashes, blanks."""
    if isinstance(value, list):
        return sorted(str(normal(item)) for item in value) or None
    if value is None:
        return None
    text = re.sub(r"[“”\"‘’'«»„.()\[\]]", "", str(value)).replace("–", "-").replace("—", "-")
    return re.sub(r"\s+", " ", re.sub(r"\s*-\s*", "-", text)).casefold().strip(" ,;:-") or None


def wanted(fields: Mapping[str, Any]) -> dict[str, list[object]]:
    """Return for each field the values that count as right: the annotated one and the accepted others."""
    accept = fields.get("accept", {})
    chain = fields.get("container") or []
    outer, inner = (chain[-1] if chain else {}), (chain[0] if len(chain) > 1 else {})
    other_titles = accept.get("container[0].title", [])
    values: dict[str, list[Any]] = {
        "authors": [[one["literal"] for one in fields.get("authors") or []], *accept.get("authors", [])],
        "from_person": [(fields.get("from_person") or {}).get("literal"), *accept.get("from_person", [])],
        "to_person": [(fields.get("to_person") or {}).get("literal"), *accept.get("to_person", [])],
        "volume": [outer.get("volume"), *accept.get("volume", [])],
        "container": [outer.get("title"), *(other_titles if not chain[1:] else [])],
        "inner_container": [inner.get("title"), *(other_titles if len(chain) > 1 else [])],
        "container_date": [outer.get("date"), *accept.get("container[0].date", [])],
    }
    for name in ("title", "date", "pages", "document_number", "place", "publisher", "archive"):
        values[name] = [fields.get(name), *accept.get(name, [])]
    return {name: [normal(value) for value in listed] for name, listed in values.items()}


def found(citation: Citation, document: DocumentData) -> dict[str, object]:
    """Return the same fields as the converter read them."""
    sources = {source["id"]: source for source in document.get("sources", [])}
    chain: list[Source] = []
    node = sources.get(citation.get("source", ""))
    while node is not None:
        chain.append(node)
        node = sources.get(node.get("container", {}).get("source", ""))
    outer = _published(chain)
    item = chain[0] if chain else None
    authors = [name.get("literal") for name in item.get("authors", [])] if item else []
    inner = chain[1] if len(chain) > 1 and chain[1] is not outer.get("node") else None
    locator = citation.get("locator", {})
    values: dict[str, object] = {
        "title": item.get("title") if item and not item.get("title_supplied") else None,
        "authors": authors,
        "date": item.get("date") if item else None,
        "pages": locator.get("page") or locator.get("folio"),
        "document_number": item.get("number") if item else None,
        "from_person": authors[0] if authors else None,
        "to_person": next((name.get("literal") for name in item.get("recipients", [])), None)
        if item
        else None,
        "place": item.get("place") if item else None,
        "publisher": next((one["publisher"] for one in chain if "publisher" in one), None),
        "archive": next(
            (one["archive"].get("name") for one in chain if one.get("archive", {}).get("name")), None
        )
        or next((one["platform"] for one in chain if "platform" in one), None)
        or citation.get("archive_code"),
        "volume": next((one["volume"] for one in chain if "volume" in one), None),
        "container": outer.get("title"),
        "inner_container": inner.get("title") if inner and not inner.get("title_supplied") else None,
        "container_date": outer.get("date"),
    }
    return {name: normal(value) for name, value in values.items()}


def _published(chain: list[Source]) -> dict[str, Any]:
    """Return title and date of the outermost container; a volume takes its series' title."""
    if not chain[1:]:
        return {}
    node, title = chain[-1], chain[-1].get("title")
    if node["type"] == "series":
        node = chain[-2]
        if node is chain[0]:
            node = chain[-1]
    return {
        "node": node,
        "title": node.get("title") or title,
        "date": node.get("coverage") or node.get("date"),
    }


def differences(fields: Mapping[str, Any], citation: Citation, document: DocumentData) -> list[str]:
    """Return one line for each field that is not as annotated."""
    right, read = wanted(fields), found(citation, document)
    lines = []
    for name in FIELDS:
        if name == "from_person" and right[name][0] is None:
            continue  # an author is no sender
        if read[name] not in right[name]:
            lines.append(f"{name}: {read[name]!r} instead of {right[name][0]!r}")
    return lines + _unlike_in_kind(fields, citation, document)


def _unlike_in_kind(fields: Mapping[str, Any], citation: Citation, document: DocumentData) -> list[str]:
    """Return the same for the source's type, when it was received, and the author's note."""
    item = next((one for one in document.get("sources", []) if one["id"] == citation.get("source")), None)
    lines = []
    types = TYPES.get(fields.get("medium", ""), ())
    if types and (item is None or item["type"] not in types):
        lines.append(f"type: {item['type'] if item else None!r} instead of {' or '.join(map(repr, types))}")
    received = item.get("received") if item else None
    wanted_day = (fields.get("received") or {}).get("date")
    # a year that only the annotator concluded is not printed
    if received != wanted_day and not (
        received and wanted_day and received.replace("XXXX", wanted_day[:4]) == wanted_day
    ):
        lines.append(f"received: {received!r} instead of {wanted_day!r}")
    if normal(citation.get("note")) != normal(fields.get("note")):
        lines.append(f"note: {citation.get('note')!r} instead of {fields.get('note')!r}")
    return lines
