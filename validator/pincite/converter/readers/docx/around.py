"""What stands around the text of a Word document and is no part of an article: headers, footers, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.readers.docx.markup import name_of
from pincite.converter.readers.docx.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

_AROUND = ("header", "footer", "comments")
"""The last words of the names of the relations to what stands around."""


def around(content: bytes) -> Iterator[str]:
    """Yield the paragraphs of the headers, footers and comments of a Word document, as ``read`` refuses what is none."""
    package = Package(content)
    for one in package.relationships(package.main_part()).values():
        root = package.xml(one.target) if one.kind in _AROUND and not one.external else None
        paragraph: list[str] = []
        for element in () if root is None else root.iter():
            name = name_of(element)
            if name == "w:p":
                yield from _said(paragraph)
                paragraph = []
            elif name == "w:t":
                paragraph.append(element.text or "")
            elif name in {"w:tab", "w:br", "w:cr"}:
                paragraph.append(" ")
        yield from _said(paragraph)


def _said(paragraph: list[str]) -> Iterator[str]:
    text = "".join(paragraph).strip()
    if text:
        yield text
