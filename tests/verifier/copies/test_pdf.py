"""Copies that are PDF files: their text page by page, their labels, and whether they are scans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.verifier.copies import CopyFault, CopyText, read_copy
from tests.verifier.copies.pdf_bytes import drawn, pdf, text_of

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pypdfium2", reason="PDF files are read with pypdfium2")

LABELS = "/PageLabels << /Nums [0 << /S /r /St 11 >> 1 << /S /D /St 57 >>] >>"
SCAN = b"q 595 0 0 842 0 0 cm /Im1 Do Q\n"
"""Draws the picture over the whole page."""


def read(folder: Path, content: bytes) -> CopyText | CopyFault:
    file = folder / "copy.pdf"
    file.write_bytes(content)
    return read_copy(str(file))


def text(folder: Path, content: bytes) -> CopyText:
    found = read(folder, content)
    assert isinstance(found, CopyText), found
    return found


def test_hyphens_at_line_ends_stay_and_pages_bear_their_labels(tmp_path: Path) -> None:
    pages = [["The lamp was re-", "built for the har-", "bour."], ["It burns still."]]
    found = text(tmp_path, pdf(pages, LABELS))
    assert found.text == "The lamp was re-\nbuilt for the har-\nbour.\nIt burns still.\n"
    assert [(page.number, page.label) for page in found.pages] == [(1, "xi"), (2, "57")]
    assert [found.text[page.start : page.end] for page in found.pages][1] == "It burns still.\n"
    assert found.extractor.startswith("pdf 1, pypdfium2 ")
    assert found.media_type == "application/pdf"
    assert not found.scanned


def test_without_labels_the_printed_numbers_count(tmp_path: Path) -> None:
    pages = [["OF LAMPS", f"Text of a page, {word}.", str(41 + at)] for at, word in enumerate("abcd")]
    pages[2].pop()
    found = text(tmp_path, pdf([["Title"], *pages]))
    assert [page.label for page in found.pages] == [None, "41", "42", "43", "44"]


def test_text_over_a_picture_of_it_is_a_scan(tmp_path: Path) -> None:
    picture = (2, 2, b"\xff\x00\xff\x00")
    pages = [text_of(["A cover sheet"]), SCAN + text_of(["Read by a machine"], mode=3)]
    assert text(tmp_path, drawn(pages, picture=picture)).scanned
    pages = [text_of(["A cover sheet"]), SCAN + text_of(["Printed over a pattern"])]
    assert not text(tmp_path, drawn(pages, picture=picture)).scanned
