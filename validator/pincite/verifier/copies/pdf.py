"""PDF: the text of each page in PDFium's order; pages that are pictures alone are read off them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from pincite.verifier.copies import pdfium, tesseract
from pincite.verifier.copies.extract import CopyError, Extract, too_large, unreadable
from pincite.verifier.copies.frames import READ_PIXELS
from pincite.verifier.copies.paged import Book, PageText, characters_exceeded
from pincite.verifier.copies.picture import slow
from pincite.verifier.copies.printed_numbers import printed_numbers

if TYPE_CHECKING:
    from pincite.verifier.copies.extract import Wish

_PAGE_OF_PICTURE = 0.6
"""Share of a page that a picture covers where the page is a scan."""
_MOSTLY = 0.5
_DOTS = 200
"""Dots an inch at which a page is drawn to be read; 150 suffice for print of 11 points."""
_FEWEST_LETTERS = 20
"""Letters and digits that are read off a page from which on it counts as a page of text, not as a drawing."""
_SHOWN = 10
"""Pages that a note names, at most."""


def version(wish: Wish) -> str:
    """Return the version of what reads PDF files, and of what reads the pictures in them."""
    try:
        pictures = f", for pictures {tesseract.Recogniser(wish).version}"
    except CopyError:
        pictures = ""  # only those that are nothing but pictures cannot be read
    return f"1, pypdfium2 {pdfium.version()}{pictures}"


def read(content: bytes, wish: Wish) -> Extract:
    """Return the text of a PDF, page by page, ligatures and hyphens as they are; raises CopyError.

    Labels are those of the PDF or, where it has none of its own, the numbers that its pages print. ``scanned``: at least one page
    is a picture under a text that is not to be seen, or has no text and was read off its picture here.
    """
    with closing(pdfium.Pdf(content)) as document:
        count = len(document)
        if count > wish.limits.pages:
            raise too_large(
                f"the PDF says that it has {count:,} pages; at most {wish.limits.pages:,} are read"
            )
        if not count:
            raise unreadable("the PDF has no pages")
        reading = _Reading(document, wish)
        reading.read_pictures()
    return reading.extract()


class _Reading:
    """The pages of a PDF (None for one that cannot be loaded), and what there is to say of them."""

    def __init__(self, document: pdfium.Pdf, wish: Wish) -> None:
        self._document = document
        self._wish = wish
        self._pages: list[pdfium.PdfPage | None] = []
        self._notes: list[str] = []
        self._scanned = False
        left = wish.limits.characters
        for index in range(len(document)):
            page = document.page(index)
            self._pages.append(page)
            left -= len(page.text) if page else 0
            if left < 0:
                raise characters_exceeded(wish.limits.characters)
            wish.beat()
        broken = [number for number, page in enumerate(self._pages, 1) if page is None]
        if len(broken) == len(document):
            raise unreadable("the PDF is damaged: none of its pages can be loaded")
        if broken:
            self._notes.append(f"{_listed(broken)} cannot be loaded")
        self._scanned = any(page and _is_scan(page) for page in self._pages)

    def read_pictures(self) -> None:
        """Read the pages that show something and have no text off their pictures."""
        wanted = [
            index
            for index, page in enumerate(self._pages)
            if page is not None and not page.bare and not page.text.strip()
        ]
        if not wanted:
            return
        if len(wanted) > self._wish.limits.pictures:
            raise too_large(
                f"{len(wanted):,} pages of the PDF are pictures without text; at most {self._wish.limits.pictures} are read",
                "give it a text layer with an OCR program, or split it",
            )
        try:
            recogniser = tesseract.Recogniser(self._wish)
        except CopyError as error:
            if any(page and page.text.strip() for page in self._pages):
                self._notes.append(
                    f"{_listed([at + 1 for at in wanted])} without text, and not read: {error.fault.message}"
                )
                return
            raise
        drawings = [index + 1 for index in wanted if not self._read_picture(index, recogniser)]
        if self._scanned:
            self._notes += recogniser.notes
        if drawings:
            self._notes.append(f"{_listed(drawings)} without text, and nothing to be read")

    def _read_picture(self, index: int, recogniser: tesseract.Recogniser) -> bool:
        """Read one page off its picture; return whether there is text on it."""
        picture, page = self._document.render(index, _DOTS, READ_PIXELS), self._pages[index]
        found = None if picture is None else recogniser.page(picture)
        if picture is not None and found is None:
            raise slow(index + 1, self._wish)
        self._wish.beat()
        if found is None or page is None or sum(map(str.isalnum, found.text)) < _FEWEST_LETTERS:
            return False
        self._pages[index] = page._replace(text=found.text)
        self._scanned = True
        return True

    def extract(self) -> Extract:
        """Return the text of all pages."""
        texts = [page.text if page else "" for page in self._pages]
        book = Book(self._wish.limits.characters)
        for text, label in zip(texts, self._labels(texts), strict=True):
            book.add(PageText(text, label))
        return Extract(book.text, tuple(book.pages), scanned=self._scanned, notes=tuple(self._notes))

    def _labels(self, texts: list[str]) -> list[str | None]:
        """Return the labels of the PDF; those that only count its pages give way to the numbers that the pages print."""
        labels = [page.label if page else None for page in self._pages]
        if any(label not in {None, str(number)} for number, label in enumerate(labels, 1)):
            return labels
        printed = printed_numbers(texts)
        return [
            label if number is None else str(number) for label, number in zip(labels, printed, strict=True)
        ]


def _is_scan(page: pdfium.PdfPage) -> bool:
    return page.covered >= _PAGE_OF_PICTURE and page.invisible >= _MOSTLY


def _listed(numbers: list[int]) -> str:
    """Return the pages with some numbers, in words."""
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}{more}"
