"""What is used of pypdfium2: the one module that knows it, because it has no types of its own."""

from __future__ import annotations

import contextlib
import ctypes
from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.copies.extract import CopyError, no_reader, unreadable
from pincite.verifier.copies.grey import Grey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_ENCRYPTED = 4
"""PDFium's code for a document that asks for a password."""
_INVISIBLE = 3
"""PDF's rendering mode for text that is laid over a picture of it."""
_TEXT, _PICTURE = 1, 3
"""PDFium's codes for the kinds of objects on a page."""
_MOST_OBJECTS = 2000
"""Objects of a page that are looked at to tell whether it is a picture; a scan has few."""
_POINTS = 72
_HINT = "pip install 'pincite[pdf]'"


class PdfPage(NamedTuple):
    """The text of a page as PDFium gives it, with LF line ends.

    ``covered`` is the share of the page's area that its largest picture has, ``invisible`` the share of its texts
    (objects, not letters) that are laid unseen over it. ``bare``: nothing at all is on it.
    """

    text: str
    label: str | None
    covered: float
    invisible: float
    bare: bool


class Pdf:
    """An open PDF. Raises CopyError for one that cannot be opened; to be closed."""

    def __init__(self, content: bytes) -> None:
        library = _library()
        self._raw = library.raw
        try:
            self._document = library.PdfDocument(content)
        except library.PdfiumError as error:
            if getattr(error, "err_code", None) == _ENCRYPTED or "password" in str(error).lower():
                fault = CopyFault(
                    "encrypted", "the PDF asks for a password", "save a copy of it without a password"
                )
                raise CopyError(fault) from None
            raise unreadable(
                "the PDF is damaged: it cannot be opened", "fetch it again, or print it into a new PDF"
            ) from None
        self._error = library.PdfiumError

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()

    def __len__(self) -> int:
        return len(self._document)

    def page(self, index: int) -> PdfPage | None:
        """Return what page *index* (from 0) holds, None for one that cannot be loaded."""
        with self._loaded(index) as page:
            if page is None:
                return None
            try:
                text = page.get_textpage().get_text_range(errors="replace")
            except self._error:
                return None
            return PdfPage(_cleaned(text), self._label(index), *self._shares(page))

    def render(self, index: int, dots: int, most: int) -> Grey | None:
        """Return page *index* as a picture at *dots* an inch, coarser where it had more than *most* pixels."""
        with self._loaded(index) as page:
            if page is None:
                return None
            width, height = page.get_size()
            scale = dots / _POINTS
            pixels = width * height * scale * scale
            if pixels > most:
                scale *= (most / pixels) ** 0.5
            bitmap = page.render(scale=scale, grayscale=True)
            rows = bytes(bitmap.buffer)
            data = b"".join(
                rows[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height)
            )
            return Grey(bitmap.width, bitmap.height, data, round(scale * _POINTS))

    def _label(self, index: int) -> str | None:
        label: str = self._document.get_page_label(index) or ""
        return label.strip() or None

    @contextlib.contextmanager
    def _loaded(self, index: int) -> Iterator[Any]:
        try:
            page = self._document[index]
        except self._error:
            yield None
            return
        try:
            yield page
        finally:
            page.close()

    def _shares(self, page: Any) -> tuple[float, float, bool]:  # noqa: ANN401 - without types of its own
        """Return what a page is ``covered`` by, the share of its ``invisible`` texts, and whether it is ``bare``."""
        width, height = page.get_size()
        texts = unseen = 0
        largest = 0.0
        for number, one in enumerate(page.get_objects(filter=[_TEXT, _PICTURE])):
            if number >= _MOST_OBJECTS:
                break
            if one.type == _TEXT:
                texts += 1
                unseen += self._raw.FPDFTextObj_GetTextRenderMode(one.raw) == _INVISIBLE
            else:
                largest = max(largest, self._area(one))
        area = width * height
        covered = min(largest / area, 1.0) if area else 0.0
        bare = self._raw.FPDFPage_CountObjects(page.raw) <= 0
        return covered, (unseen / texts if texts else 0.0), bare

    def _area(self, one: Any) -> float:  # noqa: ANN401 - as above
        """Return the area of an object in square points."""
        sides = [ctypes.c_float() for _ in range(4)]
        if not self._raw.FPDFPageObj_GetBounds(one.raw, *sides):
            return 0.0
        left, bottom, right, top = (side.value for side in sides)
        return max(right - left, 0.0) * max(top - bottom, 0.0)


def _cleaned(text: str) -> str:
    r"""Return PDFium's text with LF line ends; its sign for a hyphen at a line's end becomes that hyphen and line end.

    A character that the PDF gives no meaning to (NUL) becomes U+FFFD: a hole that can be seen.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\ufffe", "-\n").replace("\x02", "-\n").replace("\0", "\ufffd")


def _library() -> Any:  # noqa: ANN401 - as above
    try:
        import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise no_reader("PDF files are read with pypdfium2, which is not installed", _HINT) from None
    return pypdfium2


def version() -> str:
    """Return the version of pypdfium2, which brings its own PDFium; raises CopyError where it is not installed."""
    from importlib import metadata  # noqa: PLC0415 - slow to import

    try:
        return metadata.version("pypdfium2")
    except metadata.PackageNotFoundError:
        raise no_reader("PDF files are read with pypdfium2, which is not installed", _HINT) from None
