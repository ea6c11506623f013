"""``pincite pin``: files recorded in the document that names them, and told where they are not what was recorded."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.conftest import Pincite

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import PinciteInside

DOCUMENT = """pincite: "1.0"   # invented
article: {title: The harbour clock}
sources:
  - id: log
    type: book
    title: The Log
    copies:
      - path: log.txt  # typed by hand
      - {url: "https://example.org/log.pdf"}
  - {id: plan, type: map, title: The Plan, copies: [{path: plan.pdf}]}
images:
  - id: dial
    role: figure
    path: dial.png
"""
LOG = b"The tide turned at six.\n"
PLAN = b"%PDF-1.4\n"


def png(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (width, height), 200).save(stream, "PNG")
    return stream.getvalue()


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


DIAL = png(40, 30)
PINNED = DOCUMENT.replace(
    "by hand\n", f"by hand\n        media_type: text/plain\n        sha256: {digest(LOG)}\n"
).replace(
    "{path: plan.pdf}", f"{{path: plan.pdf, media_type: application/pdf, sha256: {digest(PLAN)}}}"
) + f"    media_type: image/png\n    sha256: {digest(DIAL)}\n    width: 40\n    height: 30\n"  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.pincite.yaml").write_text(DOCUMENT)
    (tmp_path / "log.txt").write_bytes(LOG)
    (tmp_path / "plan.pdf").write_bytes(PLAN)
    (tmp_path / "dial.png").write_bytes(DIAL)
    return tmp_path


def text(folder: Path) -> str:
    return (folder / "a.pincite.yaml").read_text()


def test_what_is_missing_is_recorded_once(folder: Path, pincite: Pincite) -> None:
    done = pincite("pin", ".", cwd=folder)
    assert (done.status, done.out, done.err) == (
        0,
        (
            "a.pincite.yaml:8:15: copy of source 'log': log.txt: recorded: media_type, sha256\n"
            "a.pincite.yaml:10:60: copy of source 'plan': plan.pdf: recorded: media_type, sha256\n"
            "a.pincite.yaml:14:11: image 'dial': dial.png: recorded: media_type, sha256, width, height\n"
        ),
        "pincite: 1 document, 3 files: 8 members recorded\n",
    )
    assert text(folder) == PINNED
    again = pincite("pin", "a.pincite.yaml", "--check", cwd=folder)
    assert (again.status, again.out) == (0, "")
    assert again.err == "pincite: 1 document, 3 files: 0 members to be recorded\n"
    assert (
        pincite("check", ".", "--select", "PIN5", "--format", "concise", cwd=folder).out.count("PIN51") == 0
    )


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_a_look_writes_nothing_and_fails(folder: Path, pincite: Pincite, option: str) -> None:
    done = pincite("pin", "a.pincite.yaml", option, cwd=folder)
    assert done.status == 1
    assert done.err == "pincite: 1 document, 3 files: 8 members to be recorded\n"
    assert (
        "a.pincite.yaml:8:15: copy of source 'log': log.txt: not recorded: media_type, sha256\n" in done.out
    )
    assert (f"+        sha256: {digest(LOG)}\n" in done.out) == (option == "--diff")
    assert text(folder) == DOCUMENT


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_diff_can_be_applied(folder: Path, pincite: Pincite) -> None:
    def as_windows(document: str) -> bytes:
        return b"\xef\xbb\xbf" + document.rstrip().replace("\n", "\r\n").encode()

    other = folder / "the other.pincite.yaml"
    other.write_bytes(as_windows(DOCUMENT))
    shown = pincite("pin", ".", "--diff", cwd=folder).out
    subprocess.run(["git", "apply", "-"], input=shown.encode(), cwd=folder, check=True, timeout=60)
    assert text(folder) == PINNED
    assert other.read_bytes() == as_windows(PINNED)


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_a_terminal_gets_no_direction_marks(folder: Path, term: str) -> None:
    from tests.terminal import printed  # noqa: PLC0415 - not everywhere

    (folder / "a.pincite.yaml").write_text(DOCUMENT.replace("typed", "\u202edepyt"), "utf-8")
    command = [sys.executable, "-m", "pincite", "pin", "--diff", "a.pincite.yaml"]
    status, shown = printed(command, folder, Pincite.environment({"TERM": term}))
    assert status == 1
    assert "\u202e" not in shown
    assert "\\u202edepyt" in shown


def test_another_file_is_told_and_replaced_only_where_that_is_asked(folder: Path, pincite: Pincite) -> None:
    (folder / "a.pincite.yaml").write_text(PINNED)
    new = png(44, 33)
    (folder / "dial.png").write_bytes(new)
    done = pincite("pin", ".", cwd=folder)
    assert done.status == 1
    assert done.err == "pincite: 1 document, 3 files: 0 members recorded; 1 fault\n"
    assert done.out == (
        f"a.pincite.yaml:18:13: image 'dial': dial.png was changed or replaced: recorded is {digest(DIAL)}, found "
        f"{digest(new)}; look at the file, then use --repin\n"
    )
    assert text(folder) == PINNED
    done = pincite("pin", ".", "--repin", cwd=folder)
    assert (done.status, done.err) == (0, "pincite: 1 document, 3 files: 3 members recorded\n")
    wanted = PINNED.replace(digest(DIAL), digest(new)).replace("width: 40", "width: 44")
    assert text(folder) == wanted.replace("height: 30", "height: 33")


def test_nothing_is_recorded_of_a_file_that_is_another(folder: Path, pincite: Pincite) -> None:
    before = DOCUMENT.replace("path: plan.pdf", f"path: plan.pdf, sha256: {digest(LOG)}")
    (folder / "a.pincite.yaml").write_text(before.replace("path: dial.png", "path: dial.png\n    width: 41"))
    done = pincite("pin", ".", cwd=folder)
    assert done.status == 1
    assert "copy of source 'plan': plan.pdf was changed or replaced" in done.out
    assert (
        "a.pincite.yaml:15:12: image 'dial': dial.png has another width: recorded is 41, found 40;"
        in done.out
    )
    assert "application/pdf" not in text(folder)
    assert f"width: 41\n    media_type: image/png\n    sha256: {digest(DIAL)}\n    height: 30\n" in text(
        folder
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("gone.txt", "there is no file gone.txt"),
        ("LOG.txt", "there is no file LOG.txt, but one called log.txt"),
        ("../out.txt", "../out.txt lies outside the document's folder"),
        ("pipe", "cannot read pipe: not a regular file"),
        ("empty.txt", "empty.txt is empty"),
        ("pointer.txt", "pointer.txt is the stand-in that Git LFS left for a file that was not fetched"),
    ],
)
def test_a_file_that_cannot_be_pinned_is_a_fault_and_the_others_go_on(
    folder: Path, pincite: Pincite, path: str, said: str
) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "empty.txt").touch()
    (folder / "pointer.txt").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
    (folder / "a.pincite.yaml").write_text(DOCUMENT.replace("plan.pdf", path))
    done = pincite("pin", ".", cwd=folder)
    assert done.status == 1
    assert f"a.pincite.yaml:10:60: copy of source 'plan': {said}\n" in done.out
    assert done.err == "pincite: 1 document, 3 files: 6 members recorded; 1 fault\n"
    assert digest(LOG) in text(folder)


def test_a_folder_has_no_digest_and_is_no_fault(folder: Path, pincite: Pincite) -> None:
    (folder / "pages").mkdir()
    (folder / "a.pincite.yaml").write_text(DOCUMENT.replace("plan.pdf", "pages"))
    done = pincite("pin", ".", cwd=folder)
    assert done.status == 0
    assert "10:60: copy of source 'plan': pages is a folder: only files have a digest\n" in done.out


def test_a_page_instead_of_a_picture_is_not_pinned(folder: Path, pincite: Pincite) -> None:
    (folder / "dial.png").write_text("<!DOCTYPE html><title>404</title>")
    done = pincite("pin", ".", cwd=folder)
    assert done.status == 1
    assert "a.pincite.yaml:14:11: image 'dial': dial.png is no picture\n" in done.out


def test_a_torn_picture_is_pinned_without_its_size(folder: Path, pincite: Pincite) -> None:
    (folder / "dial.png").write_bytes(DIAL[:60])
    done = pincite("pin", ".", cwd=folder)
    assert done.status == 0
    assert (
        "image 'dial': width and height of dial.png are not recorded: its data ends too early\n" in done.out
    )
    assert text(folder).endswith(f"    media_type: image/png\n    sha256: {digest(DIAL[:60])}\n")


def test_a_copy_is_added_with_what_is_known_of_it(folder: Path, pincite: Pincite) -> None:
    (folder / "below").mkdir()
    (folder / "below" / "more.txt").write_text("Six.\n")
    done = pincite("pin", "a.pincite.yaml", "--add", "log=below/more.txt", cwd=folder)
    assert done.status == 0
    assert done.out.startswith("a.pincite.yaml:4:5: source 'log': below/more.txt becomes a copy\n")
    more = f"{{path: below/more.txt, media_type: text/plain, sha256: {digest(b'Six.' + bytes([10]))}}}"
    wanted = PINNED.replace('log.pdf"}\n', f'log.pdf"}}\n      - {more}\n')
    assert text(folder) == wanted
    again = pincite("pin", str(folder / "a.pincite.yaml"), "--add", f"log={folder / 'below/more.txt'}")
    assert "source 'log' has the copy below/more.txt already\n" in again.out
    assert text(folder) == wanted


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.pincite.yaml", "--add", "log"], "--add takes SOURCE_ID=PATH, not 'log'"),
        (["a.pincite.yaml", "--add", "lgo=log.txt"], "--add: a.pincite.yaml has no source 'lgo'; did you mean 'log'?"),
        (["a.pincite.yaml", "--add", "log=gone.txt"], "--add: there is no file gone.txt"),
        (["a.pincite.yaml", "--add", "log=.."], "--add: .. is a folder: only files have a digest; name its files"),
        (["a.pincite.yaml", "--add", "log=../a.txt"], "--add: ../a.txt lies outside the document's folder"),
        (["a.pincite.yaml", "b.pincite.yaml", "--add", "log=log.txt"], "--add is for one document; name that alone"),
        (["-"], "standard input cannot be written to; name a file"),
        (["empty"], "no Pincite files in empty"),
    ],
)  # fmt: skip
def test_a_wrong_call_writes_nothing(folder: Path, pincite: Pincite, arguments: list[str], said: str) -> None:
    (folder / "empty").mkdir()
    done = pincite("pin", *arguments, cwd=folder)
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {said}\n")
    assert text(folder) == DOCUMENT


def test_other_syntaxes_and_other_files_go_on(folder: Path, pincite: Pincite) -> None:
    (folder / "b.pincite.jsonl").write_text(
        '{"pincite":"1.0","article":{"title":"A"},"images":[{"id":"a","path":"dial.png"}]}\n\n'
        '{"pincite":"1.0","article":{"title":"B"},"images":[{"id":"b","path":"dial.png"}]}\n'
    )
    (folder / "c.pincite.json").write_text('{"pincite": "1.0"')
    (folder / "d.md").write_text(
        '---\npincite: "1.0"\n---\n\n![The dial](dial.png){#dial}\n\n![Again](dial.png)\n'
    )
    done = pincite("pin", ".", cwd=folder)
    assert done.status == 1
    assert "b.pincite.jsonl:3:" in done.out
    assert "c.pincite.json:1:1: PIN003" in done.out
    assert done.err == "pincite: 4 documents, 6 files: 20 members recorded; 1 fault\n"
    size = f'"media_type":"image/png","sha256":"{digest(DIAL)}","width":40,"height":30'
    assert (folder / "b.pincite.jsonl").read_text().count(f'"path":"dial.png",{size}}}]}}\n') == 2
    assert (
        f"images:\n  dial:\n    media_type: image/png\n    sha256: {digest(DIAL)}\n"
        in (folder / "d.md").read_text()
    )
    assert pincite("pin", "b.pincite.jsonl", "d.md", "--check", cwd=folder).status == 0


def test_what_the_text_below_says_is_told_as_not_written(folder: Path, pincite: Pincite) -> None:
    (folder / "d.md").write_text(
        '---\npincite: "1.0"\n---\n\n![The dial](dial.png){#dial sha256="&amp;" width=40 height=30}\n'
    )
    done = pincite("pin", "d.md", "--repin", cwd=folder)
    assert done.status == 1
    assert "sha256 is not written, because it stands in the text below the front matter" in done.out


@pytest.mark.parametrize(
    ("command", "said"),
    [(["pin"], ""), (["verify", "--write"], "nothing is stored: ")],
    ids=["pin", "verify"],
)
def test_a_document_that_is_not_to_be_replaced_is_left(
    command: list[str],
    said: str,
    folder: Path,
    pincite_inside: PinciteInside,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(folder)
    document = folder / "a.pincite.yaml"
    document.write_text(
        f"{DOCUMENT}quotations:\n  - {{id: q1, text: The tide turned at six, citations: [{{source: log}}]}}\n"
    )
    before = document.read_bytes()
    document.chmod(0o444)
    ended = pincite_inside(*command, "a.pincite.yaml")
    told = f"{said}a.pincite.yaml is read-only; allow writing (chmod u+w) and run the command again"
    assert (ended.status, told in ended.out + ended.err) == (1, True)
    document.chmod(0o644)
    os.link(document, folder / "other.yaml")
    ended = pincite_inside(*command, "a.pincite.yaml")
    assert (ended.status, f"{said}a.pincite.yaml has 2 names (hard links)" in ended.out + ended.err) == (
        1,
        True,
    )
    assert document.read_bytes() == before
    assert document.stat().st_nlink == 2
    (folder / "other.yaml").unlink()
    pincite_inside(*command, "a.pincite.yaml")
    assert document.read_bytes() != before
