"""Many articles into a folder: names, failures, the summary, and the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pincite import load
from tests.cli.test_convert import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "texts/b.txt", "texts/below/c.txt", "texts/.hidden/d.txt", "texts/.e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    (tmp_path / "texts/notes.rst").write_text("Not an article.")
    (tmp_path / "texts/old.pincite.yaml").write_text("pincite: '1.0'\narticle: {title: T}\n")
    (tmp_path / "texts/link.txt").symlink_to("b.txt")
    return tmp_path


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_each_article_becomes_a_document_of_its_name(folder: Path, pincite: Pincite) -> None:
    done = pincite("convert", "a.txt", "texts", "-o", "out", cwd=folder)
    assert (done.status, done.out) == (0, "")
    assert done.err == "pincite: 3 articles converted: 3 quotations, 3 citations, 3 images\n"
    first = written(folder / "out")
    assert sorted(first) == ["a.pincite.yaml", "b.pincite.yaml", "below/c.pincite.yaml"]
    assert load(folder / "out/below/c.pincite.yaml").text == ARTICLE
    assert pincite("convert", "texts", "a.txt", "-o", "out/", cwd=folder).status == 0
    assert written(folder / "out") == first


@pytest.mark.parametrize(
    ("to", "name"),
    [
        ("json", "a.pincite.json"),
        ("markdown", "a.md"),
        ("csl-json", "a.csl.json"),
        ("yaml", "a.pincite.yaml"),
    ],
)
def test_a_folder_takes_one_document_in_any_syntax(
    to: str, name: str, folder: Path, pincite: Pincite
) -> None:
    done = pincite("convert", "a.txt", "-o", "out/", "--to", to, cwd=folder)
    told = done.err.splitlines()
    assert (done.status, told[0]) == (0, "pincite: 1 article converted: 1 quotation, 1 citation, 1 image")
    assert told[1:] == (
        ["pincite: 4 values left out, 1 value set aside; --losses tells them"] if to == "csl-json" else []
    )
    alone = pincite("convert", "a.txt", "-o", f"alone/{name}", "--to", to, cwd=folder)
    assert alone.status == 2
    (folder / "alone").mkdir()
    assert pincite("convert", "a.txt", "-o", f"alone/{name}", "--to", to, cwd=folder).status == 0
    assert written(folder / "out") == written(folder / "alone") != {}


def test_what_fails_stops_nothing_else(folder: Path, pincite: Pincite) -> None:
    (folder / "texts/blank.txt").write_text("\n")
    (folder / "out").mkdir()
    (folder / "out/b.pincite.yaml").write_text("pincite: '1.0'\nannotation: {method: manual}\n")
    done = pincite("convert", "nothing.txt", "texts", "a.txt", "-o", "out", cwd=folder)
    assert (done.status, done.out) == (1, "")
    assert done.err == (
        "pincite: cannot read nothing.txt: no such file or directory\n"
        "pincite: out/b.pincite.yaml was worked on by hand (annotation.method: manual), and converting would lose "
        "that work; name another file with --output, or add --force to replace it\n"
        "pincite: texts/blank.txt has no visible text; there is nothing to convert\n"
        "pincite: 2 articles converted: 2 quotations, 2 citations, 2 images; 3 failed\n"
    )
    assert sorted(written(folder / "out")) == ["a.pincite.yaml", "b.pincite.yaml", "below/c.pincite.yaml"]
    assert (folder / "out/b.pincite.yaml").read_text() == "pincite: '1.0'\nannotation: {method: manual}\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ["a.txt", "texts/b.txt", "copy/a.text"],
            "a.txt and copy/a.text would both become out/a.pincite.yaml; convert one of them to another folder",
        ),
        (["texts", "empty"], "no articles in empty (.txt, .text"),
        (
            ["a.txt", "a.md", "--to", "markdown", "-o", "."],
            "the document of a.txt would replace the article a.md",
        ),
        (["a.txt", "b.txt", "-o", "a.txt/"], "cannot make the folder a.txt/: "),
    ],
)
def test_a_call_that_cannot_be_carried_out_writes_nothing(
    arguments: list[str], complaint: str, folder: Path, pincite: Pincite
) -> None:
    (folder / "copy").mkdir()
    (folder / "empty").mkdir()
    (folder / "copy/a.text").write_text(ARTICLE)
    (folder / "a.md").write_text(ARTICLE)
    before = written(folder)
    done = pincite("convert", "-o", "out", *arguments, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"pincite: {complaint}")
    assert written(folder) == before


def test_the_same_file_twice_is_one_article(folder: Path, pincite: Pincite) -> None:
    done = pincite("convert", "a.txt", "./a.txt", "-o", "out/", cwd=folder)
    assert done.err.startswith("pincite: 1 article converted")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_progress_is_shown_on_a_terminal(folder: Path, pincite: Pincite) -> None:
    import pty  # noqa: PLC0415 - not on every system

    ours, theirs = pty.openpty()
    process = subprocess.run(
        [sys.executable, "-m", "pincite", "convert", "a.txt", "texts", "-o", "out/"],
        cwd=folder,
        env=pincite.environment(),
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert process.stdout == b""
    assert shown.startswith("\r0 of 3 files\r1 of 3 files\r2 of 3 files\r\x1b[Kpincite: 3 articles")
