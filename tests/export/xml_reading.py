"""XML texts as their readers see them, for the formats that are XML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pincite.model.anchoring import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_IN_TEI = {
    "persName": "person",
    "orgName": "organization",
    "gap": "omission quoter",
    "ellipsis": "omission",
    "supplied": "insertion",
    "orig": "replacement",
    "reg": "replacement",
    "corr": "correction",
    "emph": "emphasis",
    "lb": "break",
    "l": "break",
    "unclear": "suspect",
}
"""Words of the format that elements of TEI stand for."""
_IN_JATS = {
    "disp-quote": "block",
    "verse-line": "break",
    "named-content": "inline",
    "collab": "organization",
    "surname": "person",
    "string-name": "person",
}
"""Words of the format that elements of JATS stand for."""


def tag(element: ET.Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def reading(element: ET.Element, is_aside: Callable[[ET.Element, ET.Element], bool]) -> str:
    """Return the text in an element without what *is_aside*, which is asked with the element around as well."""
    return "".join(_reading(element, is_aside))


def _reading(element: ET.Element, is_aside: Callable[[ET.Element, ET.Element], bool]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not is_aside(element, child):
            yield from _reading(child, is_aside)
        yield child.tail or ""


def said(text: str, is_aside: Callable[[ET.Element, ET.Element], bool], meant: Mapping[str, str]) -> str:
    """Return all strings of an XML text: of each element its words and its attributes, and what it stands for."""
    found = []
    for element in ET.fromstring(text).iter():  # noqa: S314 - what was just written
        found += [reading(element, is_aside), *element.attrib.values()]
        found.append(meant.get(tag(element), ""))
    return "\n".join(found)


def is_other_reading(around: ET.Element, element: ET.Element) -> bool:
    """Return whether an element of TEI says what stood in a quotation before it was changed."""
    return tag(around) == "choice" and (tag(element) in {"orig", "sic"} or element.get("type") == "reading")


def tei(text: str) -> str:
    """Return what a TEI text says."""
    return said(text, is_other_reading, _IN_TEI)


def jats(text: str) -> str:
    """Return what a JATS article says."""
    words = [said(text, lambda _, __: False, _IN_JATS)]
    root = ET.fromstring(text)  # noqa: S314 - as above
    words += [f"{one.get('mimetype')}/{one.get('mime-subtype')}" for one in root.iter("graphic")]
    for one in root.iter("name"):
        parts = [one.findtext(part) for part in ("prefix", "given-names", "surname", "suffix")]
        words.append(" ".join(part for part in parts if part))
    return "\n".join(words)


def article_words(name: str, text: str) -> str:
    """Return the words of an article in XML, squeezed: without its figures and what stood in quotations before."""
    root = ET.fromstring(text)  # noqa: S314 - as above
    found = next((one for one in root.iter() if tag(one) == "body"), None)
    return "" if found is None else squeezed(reading(found, _IS_ASIDE[name]))


def squeezed(text: str) -> str:
    """Return a text without white space, which a layout is free to change."""
    return "".join(fold(text).split())


_IS_ASIDE: Mapping[str, Callable[[ET.Element, ET.Element], bool]] = {
    "jats": lambda _, one: tag(one) == "fig",
    "tei": lambda around, one: tag(one) == "figure" or is_other_reading(around, one),
}
