"""Copies made to do harm: each is refused in words, soon, and the others are read."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
import zlib
from typing import TYPE_CHECKING

import pytest

from pincite.verifier.copies import CopyFault, CopyText, read_copy
from pincite.verifier.copies.limits import Limits
from tests.converter.readers.docx_files import docx
from tests.verifier.copies.pdf_bytes import FONT, file_of, pdf, stream

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS = 30
"""In which each is answered, on a machine that does other things as well; alone it takes less than two."""
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
SECURITY = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'a' * 32}) /U ({'b' * 32}) /P -1 >>"
    f" /ID [({'c' * 16})({'c' * 16})]"
)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def page_tree(about: bytes, *others: bytes) -> bytes:
    return file_of([CATALOGUE, b"<< /Type /Pages " + about + b" >>", *others])


def tiff(width: int, height: int) -> bytes:
    """Return a TIFF that claims a size and has next to no data."""
    entries = [
        (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1),
        (278, 4, height), (279, 4, 100),
    ]  # fmt: skip
    table = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + table + bytes(200)


def encrypted() -> bytes:
    return file_of([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"], SECURITY)


def endless_forms() -> bytes:
    """Return a PDF with one page that draws itself in itself."""
    content = "<< /XObject << /X 4 0 R >> >>"
    form = stream(b"/X Do", f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources {content}")
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {content} /Contents 5 0 R >>"
    return page_tree(b"/Kids [3 0 R] /Count 1", page.encode(), form, stream(b"/X Do"))


FILES: list[tuple[str, Callable[[], bytes], str, str]] = [
    ("encrypted.pdf", encrypted, "encrypted", "asks for a password"),
    ("truncated.pdf", lambda: pdf([["A lamp"]] * 9)[:2000], "unreadable", "damaged"),
    ("stub.pdf", lambda: b"%PDF-1.7\n", "unreadable", "damaged"),
    ("cyclic.pdf", lambda: page_tree(b"/Kids [2 0 R 3 0 R] /Count 5", b"<< /Type /Pages /Kids [2 0 R] /Count 3 >>"),
     "unreadable", "none of its pages"),
    ("claims.pdf", lambda: page_tree(b"/Kids [3 0 R] /Count 1000000", PAGE), "too_large", "1,000,000 pages"),
    ("million.pdf", lambda: page_tree(b"/Kids [" + b"3 0 R " * 1_000_000 + b"] /Count 1000000", PAGE),
     "too_large", "1,000,000 pages"),
    ("bomb.docx", lambda: docx(paragraph("a" * 50_000_000)), "too_large", "200 times"),
    ("tags.docx", lambda: docx(paragraph("") * 700_000), "too_large", "more than"),
    ("broken.docx", lambda: docx(paragraph("a"))[:-30], "unreadable", "damaged"),
    ("attributes.html", lambda: b"<html><p " + b" ".join(b"a%d=1" % at for at in range(200_000)) + b">x",
     "too_large", "1000 attributes"),
    ("deep.html", lambda: b"<html>" + b"<div>" * 200_000, "too_large", "1000 deep"),
    ("large.tif", lambda: tiff(50_000, 50_000), "too_large", "100 million pixels"),
    ("larger-than-held.tif", lambda: tiff(9_000, 9_000), "too_large", "9,000 x 9,000 pixels"),
    ("short.tif", lambda: tiff(600, 600), "unreadable", "ends too early"),
    ("pointer.pdf", lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "unreadable", "Git LFS"),
    ("empty.txt", lambda: b"", "unreadable", "empty"),
    ("noise.txt", lambda: bytes(range(128, 256)) * 40 + b"\x81\x8d\x8f", "unreadable", "no text in an encoding"),
    ("book.epub", lambda: b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "unsupported", "EPUB"),
    ("old.doc", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "unsupported", "old Word"),
    ("scan.jp2", lambda: b"\x00\x00\x00\x0cjP  " + bytes(60), "unsupported", "JPEG 2000"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "kind", "words"), FILES, ids=[name for name, *_ in FILES])
def test_a_hostile_file_is_refused_soon(
    name: str, make: Callable[[], bytes], kind: str, words: str, tmp_path: Path
) -> None:
    if name.endswith(".tif"):
        pytest.importorskip("PIL")
    (tmp_path / name).write_bytes(make())
    began = time.monotonic()
    found = read_copy(str(tmp_path / name))
    assert time.monotonic() - began < SECONDS
    if isinstance(found, CopyFault) and found.kind == "no_reader":
        pytest.skip(found.message)
    assert isinstance(found, CopyFault)
    assert (found.kind, words in found.message) == (kind, True), found.message


def test_a_page_that_draws_itself_ends(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    (tmp_path / "forms.pdf").write_bytes(endless_forms())
    began = time.monotonic()
    read_copy(str(tmp_path / "forms.pdf"))
    assert time.monotonic() - began < SECONDS


def test_a_text_of_a_gigabyte_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "sparse.txt").open("wb") as file:
        file.truncate(1 << 30)
    found = read_copy(str(tmp_path / "sparse.txt"))
    assert found == CopyFault("too_large", "it has 1,024 MiB; at most 64 MiB are read")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_what_is_no_file_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    for name in ("pipe.txt", "zero.txt", "loop.txt"):
        found = read_copy(str(tmp_path / name))
        assert isinstance(found, CopyFault)
        assert found.kind == "unreadable"
    absent = read_copy(str(tmp_path / "none.txt"))
    assert absent == CopyFault("absent", "there is no such file")
    impossible = read_copy("a\0b")
    assert isinstance(impossible, CopyFault)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="memory is limited by the system")
def test_a_reader_that_needs_too_much_memory_is_ended(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    shown = zlib.compress(b"BT /F1 11 Tf (aaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n" * 400_000)
    page = PAGE[:-2] + b"/Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>"
    content = page_tree(b"/Kids [3 0 R] /Count 1", page, stream(shown, "/Filter /FlateDecode"), FONT)
    (tmp_path / "bomb.pdf").write_bytes(content)
    found = read_copy(str(tmp_path / "bomb.pdf"), limits=Limits(memory=150 * 1024 * 1024))
    assert isinstance(found, CopyFault)
    assert "150 MiB" in found.message


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("[[" * 400_000)
    began = time.monotonic()
    found = read_copy(str(tmp_path / "long.md"), limits=Limits(seconds=2))
    assert time.monotonic() - began < SECONDS
    assert isinstance(found, CopyFault)
    assert "more than 2 seconds" in found.message


def test_more_text_than_is_held_is_refused_with_the_figure(tmp_path: Path) -> None:
    few = Limits(characters=1000)
    (tmp_path / "a.txt").write_text("a" * 1001)
    (tmp_path / "a.html").write_text("<html>" + "a" * 1001)
    for name in ("a.txt", "a.html"):
        found = read_copy(str(tmp_path / name), limits=few)
        if isinstance(found, CopyFault) and found.kind == "no_reader":
            continue
        assert isinstance(found, CopyFault)
        assert "more than 1,000 characters" in found.message


def test_nothing_in_the_working_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "markdown_it", "pypdfium2", "pincite"):
        (tmp_path / f"{name}.py").write_text("open('was-run', 'w')\nraise SystemExit\n")
    (tmp_path / "copy.md").write_text("A *lamp*.")
    monkeypatch.chdir(tmp_path)
    found = read_copy("copy.md")
    assert isinstance(found, CopyText)
    assert found.text == "A lamp."
    assert not (tmp_path / "was-run").exists()


def test_where_no_process_can_be_started_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "copy.md").write_text("A *lamp*.")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    found = read_copy(str(tmp_path / "copy.md"))
    assert isinstance(found, CopyFault)
    assert (found.kind, "no such file" in found.message) == ("no_reader", True)


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("ps") is None,
    reason="processes are looked up with ps and in /proc",
)
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left_behind(how: signal.Signals, tmp_path: Path) -> None:
    file = tmp_path / "long.md"
    file.write_text("[[" * 3_000_000)
    program = f"from pincite.verifier.copies import read_copy; print(read_copy({str(file)!r}))"
    with subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.DEVNULL) as running:
        assert awaited(lambda: bool(children_of(running.pid)))
        children = children_of(running.pid)
        time.sleep(0.5)
        running.send_signal(how)
        running.wait(SECONDS)
    assert awaited(lambda: not any(is_alive(one) for one in children))


def awaited(condition: Callable[[], bool]) -> bool:
    """Return whether a condition holds before long."""
    ends = time.monotonic() + SECONDS
    while not (holds := condition()) and time.monotonic() < ends:
        time.sleep(0.05)
    return holds


def children_of(pid: int) -> list[int]:
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(one) for one in found.stdout.split()]


def is_alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as about:  # noqa: PTH123 - a name of the system's
            return about.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
