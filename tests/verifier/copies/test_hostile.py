"""Copies made to do harm: each is refused in words, soon, and the others are read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import zlib
from typing import TYPE_CHECKING

import pytest

from pincite.verifier.copies import CopyFault, CopyText, read_copy
from pincite.verifier.copies.limits import Limits
from tests.verifier.copies.hostile_files import FILES, PAGE, endless_forms, page_tree
from tests.verifier.copies.pdf_bytes import FONT, stream

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS = 30
"""In which each is answered, on a machine that does other things as well; alone it takes less than two."""


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
    (tmp_path / "long.md").write_text("[[" * 99_000)
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
