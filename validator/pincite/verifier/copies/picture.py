"""Pictures of pages, read by Tesseract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.copies import tesseract
from pincite.verifier.copies.extract import Extract, too_large
from pincite.verifier.copies.frames import frames
from pincite.verifier.copies.paged import Book
from pincite.verifier.copies.printed_numbers import printed_numbers

if TYPE_CHECKING:
    from pincite.verifier.copies.extract import Wish


def version(wish: Wish) -> str:
    """Return the version of what reads pictures, and by which language data; raises CopyError where they are missing."""
    return f"1, {tesseract.Recogniser(wish).version}"


def read(content: bytes, wish: Wish) -> Extract:
    """Return the text on a picture or, of a TIFF, on each of its pages, with the box of each word.

    Boxes are in pixels of the stored picture, whichever way up its EXIF data say that it is to be shown. Labels of
    several pages are the numbers that they print, where these count on.
    """
    recogniser = tesseract.Recogniser(wish)
    pages = []
    for number, frame in enumerate(frames(content, wish.limits.pictures), 1):
        found = recogniser.page(frame.grey)
        if found is None:
            raise slow(number, wish)
        pages.append(found._replace(words=[frame.stored(word) for word in found.words]))
        wish.beat()
    book = Book(wish.limits.characters)
    for page, label in zip(pages, printed_numbers([page.text for page in pages]), strict=True):
        book.add(page._replace(label=None if label is None else str(label)))
    return Extract(book.text, tuple(book.pages), tuple(book.words), scanned=True, notes=recogniser.notes)


def slow(number: int, wish: Wish) -> Exception:
    """Return the error for a page that takes too long to be read."""
    return too_large(
        f"reading the picture of page {number} takes more than {wish.limits.page_seconds} seconds",
        "scan the page straight and without its frame, or save it in black and white",
    )
