"""Word documents: their text and notes, and behind them what stands around: headers, footers and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.copies.as_article import told_as_copy
from pincite.verifier.copies.extract import Extract
from pincite.verifier.copies.page_marks import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.readers.docx.package import Package
    from pincite.verifier.copies.extract import Wish

_AROUND = ("header", "footer", "comments")
"""The last words of the names of the relations to what stands around."""


def version(_: Wish) -> str:
    """Return the version of what is extracted here."""
    return "1"


def read(content: bytes, _: Wish) -> Extract:
    """Return the text of a Word document; raises CopyError for what is none or asks for too much.

    Tracked changes count as accepted, and text that is formatted as hidden is left out. What pictures say to those who
    cannot see them stands behind the text.
    """
    with told_as_copy("docx"):
        from pincite.converter.readers import docx  # noqa: PLC0415 - imports lxml
        from pincite.converter.readers.docx.package import Package  # noqa: PLC0415 - as above

        manuscript = docx.read(content)
        around = dict.fromkeys(_around(Package(content)))
    alts = [picture.alt for picture in manuscript.pictures if picture.alt]
    text = "\n".join([manuscript.text, *alts, *around])
    return Extract(text, pages_of(text))


def _around(package: Package) -> Iterator[str]:
    """Yield the paragraphs of headers, footers and comments."""
    from pincite.converter.readers.docx.markup import name_of  # noqa: PLC0415 - imports lxml

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
