"""Whole pages, each beside what is read from it; ``pytest --update`` writes that anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from pincite import check
from pincite.converter.article import convert_manuscript
from pincite.converter.readers import READERS
from tests.converter.readers.dump import dumped, outside_one_block

_PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_expected(path: Path, update: bool) -> None:  # noqa: FBT001 - a fixture
    read = dumped(READERS["html"].read(path.read_bytes()))
    expected = path.with_suffix(".expected")
    if update:
        expected.write_text(read, "utf-8")
    assert read == expected.read_text("utf-8")


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.stem)
def test_a_page_becomes_a_document_that_has_all_its_text(path: Path) -> None:
    manuscript = READERS["html"].read(path.read_bytes())
    document = convert_manuscript(manuscript)
    assert document["article"]["text"]["content"] == manuscript.text
    assert outside_one_block(document) == ""
    assert [one for one in check(document).findings if one.code.startswith("PIN0")] == []


def test_a_character_outside_of_all_blocks_is_noticed() -> None:
    document = convert_manuscript(READERS["html"].read(b"<p>The bell.</p><p>The bar.</p>"))
    del document["article"]["blocks"][-1]
    assert outside_one_block(document) == "Thebar."
