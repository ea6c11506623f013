"""Copies that are PDF files: their text page by page, their labels, and whether they are scans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite.verifier.copies import CopyFault, CopyText, read_copy
from pincite.verifier.copies.extract import Extract, Wish
from pincite.verifier.copies.process import read_apart
from pincite.verifier.copies.registry import READERS
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


def test_labels_that_only_count_pages_give_way_to_printed_numbers(tmp_path: Path) -> None:
    counting = "/PageLabels << /Nums [0 << /S /D >>] >>"
    pages = [[f"Text of a page, {word}.", str(203 + at)] for at, word in enumerate("abcd")]
    found = text(tmp_path, pdf([["Title"], *pages], counting))
    assert [page.label for page in found.pages] == ["1", "203", "204", "205", "206"]


def test_a_broken_page_is_noted_and_the_others_are_read(tmp_path: Path) -> None:
    content = pdf([["One"], ["Two"]]).replace(b"/Type /Page /Parent", b"/Type /Oops /Parent", 1)
    found = read(tmp_path, content.replace(b"5 0 R 7 0 R", b"9 0 R 7 0 R"))
    assert isinstance(found, CopyText)
    assert found.text.strip() == "Two"


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_damaged_bytes_give_a_text_or_a_fault(data: st.DataObject) -> None:
    content = bytearray(pdf([["The lamp was rebuilt."], ["It burns still."]], LABELS))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(9, len(content) - 1))] = data.draw(st.integers(0, 255))
    found = read_apart(READERS["pdf"], bytes(content), Wish())
    assert isinstance(found, Extract | CopyFault)
    if isinstance(found, CopyFault):
        assert "asks for more than" not in found.message
