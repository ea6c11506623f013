"""PDF: the text of each page in PDFium's order; pages that are pictures alone are read off them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from pincite.verifier.copies import pdfium
from pincite.verifier.copies.extract import Extract, too_large, unreadable
from pincite.verifier.copies.paged import Book, PageText
from pincite.verifier.copies.printed_numbers import printed_numbers

if TYPE_CHECKING:
    from pincite.verifier.copies.extract import Wish

_PAGE_OF_PICTURE = 0.6
"""Share of a page that a picture covers where the page is a scan."""
_MOSTLY = 0.5
_SHOWN = 10
"""Pages that a note names, at most."""


def version() -> str:
    """Return the version of what reads PDF files."""
    return f"1, pypdfium2 {pdfium.version()}"


def read(content: bytes, wish: Wish) -> Extract:
    """Return the text of a PDF, page by page, ligatures and hyphens as they are; raises CopyError.

    Labels are those of the PDF or, where it has none, the numbers that its pages print. ``scanned``: at least one page
    is a picture under a text that is not to be seen, or was read off its picture here.
    """
    with closing(pdfium.Pdf(content)) as document:
        count = len(document)
        if count > wish.limits.pages:
            raise too_large(
                f"the PDF says that it has {count:,} pages; at most {wish.limits.pages:,} are read"
            )
        if not count:
            raise unreadable("the PDF has no pages")
        pages = _pages(document, count, wish)
    return _extract(pages, count, wish)


def _pages(document: pdfium.Pdf, count: int, wish: Wish) -> list[pdfium.PdfPage | None]:
    found = []
    left = wish.limits.characters
    for index in range(count):
        page = document.page(index)
        found.append(page)
        left -= len(page.text) if page else 0
        if left < 0:
            break
    return found


def _extract(pages: list[pdfium.PdfPage | None], count: int, wish: Wish) -> Extract:
    labels = [page.label if page else None for page in pages]
    if not any(labels):
        numbers = printed_numbers([page.text if page else "" for page in pages])
        labels = [None if number is None else str(number) for number in numbers]
    book = Book(wish.limits.characters)
    for page, label in zip(pages, labels, strict=True):
        book.add(PageText(page.text if page else "", label))
    broken = [number for number, page in enumerate(pages, 1) if page is None]
    if len(broken) == count:
        raise unreadable("the PDF is damaged: none of its pages can be loaded")
    scanned = [
        page is not None and page.covered >= _PAGE_OF_PICTURE and page.invisible >= _MOSTLY for page in pages
    ]
    notes = [f"{_listed(broken)} cannot be loaded"] if broken else []
    return Extract(book.text, tuple(book.pages), scanned=any(scanned), notes=tuple(notes))


def _listed(numbers: list[int]) -> str:
    """Return the pages with some numbers, in words."""
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}{more}"
