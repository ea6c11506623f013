"""A page and its pictures: those that lie elsewhere are copied beside it, and nothing else is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite

PNG = b"\x89PNG\r\n\x1a\n" + b"bell"
JPEG = b"\xff\xd8\xff\xe0" + b"tide"


def document(folder: Path, *paths: str) -> Path:
    """Write a document in *folder* that names pictures."""
    images = [{"id": f"scan-{number}", "path": path} for number, path in enumerate(paths)]
    file = folder / "bells.pincite.json"
    file.write_text(json.dumps({"pincite": "1.0", "article": {"title": "Bells"}, "images": images}), "utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / "scans").mkdir(parents=True)
    (home / "scans" / "a.png").write_bytes(PNG)
    (home / "scans" / "b.jpg").write_bytes(JPEG)
    (home / "a.png").write_bytes(PNG + b"2")
    (tmp_path / "secret.png").write_bytes(PNG)
    return home


def sources(page: str) -> set[str]:
    return set(re.findall(r'<img src="([^"]*)"', page))


def test_pictures_below_the_page_stay_where_they_are(folder: Path, pincite: Pincite) -> None:
    document(folder, "scans/a.png", "a.png")
    done = pincite("convert", "bells.pincite.json", "-o", "page.html", cwd=folder)
    assert done.status == 0
    assert sources((folder / "page.html").read_text("utf-8")) == {"scans/a.png", "a.png"}
    assert not (folder / "page-pictures").exists()


def test_pictures_elsewhere_are_copied_beside_the_page(folder: Path, pincite: Pincite) -> None:
    document(folder, "scans/a.png", "a.png", "scans/b.jpg", "scans/../scans/a.png")
    (folder / "out").mkdir()
    done = pincite("convert", "bells.pincite.json", "--to", "html", "-o", "out/page.htm", cwd=folder)
    assert done.status == 0
    page = (folder / "out" / "page.htm").read_text("utf-8")
    assert sources(page) == {"page-pictures/a.png", "page-pictures/a-2.png", "page-pictures/b.jpg"}
    copied = {path.name: path.read_bytes() for path in (folder / "out" / "page-pictures").iterdir()}
    assert copied == {"a.png": PNG, "a-2.png": PNG + b"2", "b.jpg": JPEG}
    again = pincite("convert", "bells.pincite.json", "--to", "html", "-o", "out/page.htm", cwd=folder)
    assert (again.status, (folder / "out" / "page.htm").read_text("utf-8")) == (0, page)


def test_a_copy_takes_the_place_of_no_other_file(folder: Path, pincite: Pincite) -> None:
    there = folder / "out" / "page-pictures"
    there.mkdir(parents=True)
    (there / "a.png").write_bytes(PNG + b"of somebody")
    document(folder, "scans/a.png", "out/page-pictures/a.png")
    assert pincite("convert", "bells.pincite.json", "-o", "out/page.html", cwd=folder).status == 0
    assert {path.name: path.read_bytes() for path in there.iterdir()} == {
        "a.png": PNG + b"of somebody",
        "a-2.png": PNG,
    }
    page = (folder / "out" / "page.html").read_text("utf-8")
    assert sources(page) == {"page-pictures/a-2.png", "page-pictures/a.png"}


def test_pictures_are_not_copied_through_a_link(folder: Path, pincite: Pincite) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "page-pictures").symlink_to(folder)
    document(folder, "scans/a.png")
    done = pincite("convert", "bells.pincite.json", "-o", "out/page.html", cwd=folder)
    assert "is not copied beside the page: page-pictures is a link to another folder" in done.err
    assert (folder / "a.png").read_bytes() == PNG + b"2"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("page.html", b"<!doctype html><script>1</script>", "its first bytes are not a picture's"),
        ("page.png", b"<!doctype html><script>1</script>", "its first bytes are not a picture's"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "its first bytes are not a picture's"),
        ("empty.png", b"", "its first bytes are not a picture's"),
        ("absent.png", None, "no such file or directory"),
    ],
)
def test_what_is_no_picture_is_not_copied(
    folder: Path, pincite: Pincite, name: str, content: bytes | None, why: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    document(folder, name)
    (folder / "out").mkdir()
    done = pincite("convert", "bells.pincite.json", "-o", "out/page.html", cwd=folder)
    assert done.status == 0
    assert f"the picture ../{name} is not copied beside the page: {why}" in done.err
    assert sources((folder / "out" / "page.html").read_text("utf-8")) == set()
    assert not (folder / "out" / "page-pictures").exists()


@pytest.mark.parametrize("path", ["../secret.png", "link.png"])
def test_a_file_that_the_document_may_not_name_is_not_read(folder: Path, pincite: Pincite, path: str) -> None:
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    document(folder, path)
    (folder / "out").mkdir()
    done = pincite("convert", "bells.pincite.json", "-o", "out/page.html", cwd=folder)
    assert done.status == 0
    assert "it lies outside the document's folder" in done.err
    assert not (folder / "out" / "page-pictures").exists()
    assert sources((folder / "out" / "page.html").read_text("utf-8")) == set()


def test_a_name_that_lies_about_the_type_gets_its_ending(folder: Path, pincite: Pincite) -> None:
    (folder / "scan.html").write_bytes(PNG)
    document(folder, "scan.html")
    (folder / "out").mkdir()
    done = pincite("convert", "bells.pincite.json", "-o", "out/page.html", cwd=folder)
    assert done.status == 0
    assert (folder / "out" / "page-pictures" / "scan.html.png").read_bytes() == PNG


def test_without_a_file_the_paths_stay_those_of_the_document(folder: Path, pincite: Pincite) -> None:
    document(folder, "scans/a.png")
    done = pincite("convert", "bells.pincite.json", "--to", "html", cwd=folder)
    assert done.status == 0
    assert sources(done.out) == {"scans/a.png"}
    assert not list(folder.glob("*-pictures"))


def test_an_article_becomes_a_page_at_once(folder: Path, pincite: Pincite) -> None:
    (folder / "bells.txt").write_text(
        "Bells\n\nThe keeper wrote:\n\nThe tide turned.\n(The Lamp, Ada Fenn, Harbour Press, 1901, p. 4)\n",
        "utf-8",
    )
    done = pincite("convert", "bells.txt", "-o", "page.html", cwd=folder)
    assert done.status == 0
    page = (folder / "page.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<blockquote" in page
