"""XML texts as their readers see them, for the formats that are XML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_MEANT = {
    "persName": "person",
    "orgName": "organization",
    "institution": "organization",
    "gap": "omission quoter",
    "ellipsis": "omission",
    "supplied": "insertion",
    "orig": "replacement",
    "reg": "replacement",
    "corr": "correction",
    "emph": "emphasis",
    "lb": "break",
    "unclear": "suspect",
    "break": "break",
}
"""Words of the format that elements stand for."""


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


def said(
    text: str, is_aside: Callable[[ET.Element, ET.Element], bool], meant: Mapping[str, str] | None = None
) -> str:
    """Return all strings of an XML text: of each element its words and its attributes, and what it stands for."""
    found = []
    for element in ET.fromstring(text).iter():  # noqa: S314 - what was just written
        found += [reading(element, is_aside), *element.attrib.values()]
        found.append((meant or _MEANT).get(tag(element), ""))
    return "\n".join(found)


def is_other_reading(around: ET.Element, element: ET.Element) -> bool:
    """Return whether an element of TEI says what stood in a quotation before it was changed."""
    return tag(around) == "choice" and (tag(element) in {"orig", "sic"} or element.get("type") == "reading")


def tei(text: str) -> str:
    """Return what a TEI text says."""
    return said(text, is_other_reading)
