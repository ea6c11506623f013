"""Copies that are folders of pages."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import pytest

from pincite.verifier.copies import CopyFault, CopyText, read_copy
from pincite.verifier.copies.folder import label_of, natural
from pincite.verifier.copies.limits import Limits

if TYPE_CHECKING:
    from pathlib import Path


def filled(folder: Path, **pages: str) -> str:
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return str(folder)


def test_pages_follow_one_another_as_people_count(tmp_path: Path) -> None:
    found = read_copy(filled(tmp_path, p10="Third.", p9="Second.\n", p2="First.", p11=""))
    assert isinstance(found, CopyText)
    assert found.text == "First.\nSecond.\nThird.\n\n"
    assert [(page.number, page.label) for page in found.pages] == [(1, "2"), (2, "9"), (3, "10"), (4, "11")]
    digests = [hashlib.sha256(one.encode()).hexdigest() for one in ("First.", "Second.\n", "Third.", "")]
    assert found.sha256 == hashlib.sha256("".join(f"{one}\n" for one in digests).encode()).hexdigest()
    assert found.media_type == "inode/directory"
    assert found.extractor == "text 1"


def test_a_file_with_pages_of_its_own_keeps_them(tmp_path: Path) -> None:
    found = read_copy(filled(tmp_path, a1="[page 3]\nOne\n[page 4]\nTwo\n", a2="Three"))
    assert isinstance(found, CopyText)
    assert [(page.number, page.label) for page in found.pages] == [(1, "3"), (2, "4"), (3, "2")]
    assert found.text[found.pages[1].start : found.pages[1].end] == "[page 4]\nTwo\n"


def test_a_text_counts_before_the_picture_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "p1.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "Thumbs.db").write_text("x")
    (tmp_path / "more").mkdir()
    found = read_copy(filled(tmp_path, p1="One."))
    assert isinstance(found, CopyText)
    assert found.text == "One.\n"
    assert found.notes == ("1 pictures are not read: texts of the same name are",)


def test_pictures_and_texts_make_one_copy(tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    if shutil.which("tesseract") is None:
        pytest.skip("pictures are read with the command tesseract")
    image.new("L", (300, 200), 255).save(tmp_path / "p2.png")
    found = read_copy(filled(tmp_path, p1="One."), languages=["en"])
    assert isinstance(found, CopyText)
    assert found.scanned
    assert [page.label for page in found.pages] == ["1", "2"]


def test_what_cannot_be_read_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "p2.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(60))
    found = read_copy(filled(tmp_path, p1="One."))
    assert isinstance(found, CopyFault)
    assert found.kind == "unsupported"
    assert found.message.startswith("file 2, p2.doc: it is an old Word")


def test_limits_hold_for_the_whole_folder(tmp_path: Path) -> None:
    path = filled(tmp_path, p1="a" * 60, p2="b" * 60)
    few = read_copy(path, limits=Limits(bytes=100))
    assert isinstance(few, CopyFault)
    assert few.kind == "too_large"
    short = read_copy(path, limits=Limits(characters=100))
    assert isinstance(short, CopyFault)
    assert "more than 100 characters" in short.message
    one = read_copy(path, limits=Limits(pages=1))
    assert isinstance(one, CopyFault)
    assert "more than 1 files" in one.message


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "secret.txt").write_text("mine")
    (tmp_path / "pages" / "p2.txt").symlink_to("../secret.txt")
    (tmp_path / "pages" / "p3.txt").symlink_to("p1.txt")
    found = read_copy(filled(tmp_path / "pages", p1="One."))
    assert found == CopyFault("outside", "p2.txt in the folder is a link that leads out of it")
    (tmp_path / "pages" / "p2.txt").unlink()
    assert isinstance(read_copy(str(tmp_path / "pages")), CopyText)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert read_copy(str(tmp_path)) == CopyFault("unreadable", "the folder has no files in it")


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("p059.png", "59"), ("page-12.txt", "12"), ("fol_12r.jpg", "12r"), ("book1845-p239.png", "239"),
        ("1845_007.tif", "7"), ("scan-003.png", "3"), ("Seite 5.png", "5"), ("p. 7 copy 2.png", "7"),
        ("cover.png", None), ("IMG_0001.JPG", "1"), ("12v.png", "12v"),
    ],
)  # fmt: skip
def test_a_page_has_the_label_in_its_name(name: str, label: str | None) -> None:
    assert label_of(name) == label


def test_names_are_sorted_by_the_value_of_their_numbers() -> None:
    names = ["p10", "p2", "P1", "p02", "a", "p2b", "10", "9"]
    assert sorted(names, key=natural) == ["9", "10", "a", "P1", "p02", "p2", "p2b", "p10"]
