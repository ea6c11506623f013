"""XML as .docx has it: parsed without fetching or expanding anything, names as Word's documentation prints them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from pincite.converter.readers.docx.limits import MAX_TAGS, MAX_XML
from pincite.converter.readers.docx.refusal import refusal, too_much

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OFFICE}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OFFICE}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OFFICE}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_OFFICE}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_OFFICE}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    f"{_OFFICE}markup-compatibility/2006": "mc",
    f"{_OFFICE}package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
"""The prefixes that stand for the namespaces, those of the strict variant of the format too."""
_NAMESPACES: dict[str, list[str]] = {}
for _namespace, _prefix in _PREFIXES.items():
    _NAMESPACES.setdefault(_prefix, []).append(_namespace)

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parsed(content: bytes, part: str) -> _Element:
    """Return the root element of a part; raises UnreadableError for broken XML and for more than a limit."""
    if len(content) > MAX_XML:
        raise too_much(f"its part {part} is larger than {MAX_XML // 1024 // 1024} MiB")
    if content.count(b"<") > MAX_TAGS:
        raise too_much(f"its part {part} has more than {MAX_TAGS} tags")
    if any(doctype in content for doctype in _DOCTYPES):
        raise _unlike(part, "a document type, which .docx does not allow")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise _unlike(part, f"broken XML ({getattr(error, 'msg', None) or error})") from None
    if root.getroottree().docinfo.internalDTD is not None:  # said in an encoding of its own
        raise _unlike(part, "a document type, which .docx does not allow")
    return root


def _unlike(part: str, what: str) -> Exception:
    hint = "open it in a word processor and save it again as .docx"
    return refusal(f"the file is damaged: its part {part} has {what}", hint)


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].rpartition("}")
    return f"{_PREFIXES.get(namespace, '?')}:{local}"


def name_of(element: _Element) -> str:
    """Return an element's name with its usual prefix, "?" for an unknown one: "w:p"; "" for what is no element."""
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _tags(name: str) -> tuple[str, ...]:
    prefix, _, local = name.rpartition(":")
    return tuple(f"{{{namespace}}}{local}" for namespace in _NAMESPACES[prefix]) if prefix else (local,)


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first child with a name, the first of its children with the next, and so on; None without it."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(*_tags(name)), None)
    return element


def children(element: _Element | None, name: str) -> Iterable[_Element]:
    """Return the children that have a name, in order."""
    return () if element is None else element.iterchildren(*_tags(name))


def descendants(element: _Element | None, name: str) -> Iterable[_Element]:
    """Return the elements at any depth that have a name, in order."""
    return () if element is None else element.iter(*_tags(name))


def attribute(element: _Element | None, name: str = "w:val") -> str | None:
    """Return the value of an attribute, None without it."""
    if element is None:
        return None
    return next((value for tag in _tags(name) if (value := element.get(tag)) is not None), None)


def switch(properties: _Element | None, name: str) -> bool | None:
    """Return whether a property that is on or off is on; None where nothing is said of it."""
    found = child(properties, name)
    return None if found is None else attribute(found) not in {"0", "false", "off", "none"}


_UNITS = {"": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}
_MEASURE = re.compile(r"([+-]?\d{1,9}(?:\.\d{1,9})?)(pt|pc|pi|in|cm|mm|)", re.ASCII)


def twips(value: str | None) -> int | None:
    """Return a measure in twentieths of a point, None for what is no measure."""
    match = _MEASURE.fullmatch((value or "").strip())
    return None if match is None else round(float(match[1]) * _UNITS[match[2]])


def whole_number(value: str | None) -> int | None:
    """Return a number, None for what is no number that a document needs."""
    text = (value or "").strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else None
