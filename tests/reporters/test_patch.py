"""A patch is what two programs that did not write it make the new file of."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite.reporters.patch import patch, patch_to_read
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = {
    "git": ("git", "apply", "-"),
    "patch": ("patch", "-p1", "--binary", "--fuzz=0", "--force", "--silent"),
}
programs = pytest.mark.parametrize(
    "command",
    [
        pytest.param(
            command, marks=pytest.mark.skipif(not shutil.which(name), reason=f"{name} is not here"), id=name
        )
        for name, command in PROGRAMS.items()
    ],
)

CHANGES = {
    "one line": (b"a\nb\nc\n", b"a\nB\nc\n"),
    "at both ends": (b"a\n" + b"x\n" * 40 + b"b\n", b"A\n" + b"x\n" * 40 + b"B\n"),
    "from nothing": (b"", b"a\nb\n"),
    "no line end before": (b"a\nb", b"a\nb\n"),
    "no line end after": (b"a\nb\n", b"a\nb"),
    "no line end in either": (b"x\na", b"x\nb"),
    "no line end around the change": (b"a\nx\ny", b"b\nx\ny"),
    "carriage returns": (b"a\r\nb\r\nc\r\n", b"b\r\na\r\nc\r\n"),
    "a carriage return alone": (b"a\rb\nc\n", b"a\rB\nc\n"),
    "other line separators": ("a\u2028\x85b\x0cc\nd\n".encode(), "a\u2028\x85b\x0cc\nD\n".encode()),
    "a byte-order mark": (b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfb\na\n"),
    "bytes that are no UTF-8": (b"a\xff\nb\n", b"b\na\xff\n"),
    "lines like headers": (b"--- a/x\n+++ b/x\n@@ -1 +1 @@\n", b"+++ b/x\n--- a/x\n@@ -1 +1 @@\n"),
    "empty lines": (b"\n\n\na\n", b"\na\n\n"),
}
NAMES = [
    "clock.yaml",
    "harbour clock.yaml",
    ' leading and trailing ".yaml ',
    "back\\slash.yaml",
    "tab\tand\nline.yaml",
    "ünicode – 時計.yaml",
    "a/b/../c.yaml",
    "-.yaml",
    os.fsdecode(b"no-utf-8-\xff.yaml"),
]


def applied(command: tuple[str, ...], folder: Path, path: str, before: bytes, after: bytes) -> bytes:
    """Return what a program makes of a file by its patch."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(before)
    text = patch(path, before, after).encode("utf-8", "surrogateescape")
    done = subprocess.run(command, cwd=folder, input=text, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, (done.stderr.decode(), text)
    return (folder / path).read_bytes()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


@programs
@pytest.mark.parametrize("change", CHANGES)
def test_programs_make_the_new_file(command: tuple[str, ...], change: str, here: Path) -> None:
    before, after = CHANGES[change]
    assert applied(command, here, "clock.yaml", before, after) == after


@programs
@pytest.mark.parametrize("name", NAMES)
def test_programs_find_the_file(command: tuple[str, ...], name: str, here: Path) -> None:
    if "a/b/" in name:
        (here / "a" / "b").mkdir(parents=True)
    assert applied(command, here, name, b"a\n", b"b\n") == b"b\n"


@programs
def test_a_file_elsewhere_is_named_from_the_root(command: tuple[str, ...], here: Path) -> None:
    other = here.parent / f"{here.name}-other"
    other.mkdir()
    (other / "clock.yaml").write_bytes(b"a\n")
    text = patch(f"../{other.name}/clock.yaml", b"a\n", b"b\n")
    assert text == patch(str(other / "clock.yaml"), b"a\n", b"b\n")
    done = subprocess.run(
        command, cwd=other.anchor, input=text.encode(), capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (other / "clock.yaml").read_bytes() == b"b\n"


lines = st.lists(
    st.sampled_from([b"a\n", b"b\n", b"\n", b"a\r\n", b"- c\n", "é\u2028\n".encode()]), max_size=30
)
ends = st.sampled_from([b"", b"z", b"\r"])
files = st.builds(lambda whole, end: b"".join(whole) + end, lines, ends)


@programs
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(before=files, after=files.filter(bool))
def test_any_two_files(command: tuple[str, ...], here: Path, before: bytes, after: bytes) -> None:
    if before != after:
        assert applied(command, here, "clock.yaml", before, after) == after


def test_exact_lines(here: Path) -> None:
    assert here.is_dir()
    before = b"one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n"
    after = "one\ntwo\nthree\nfour\nfünf\nsix\nseven\neight".encode()
    assert patch("./clocks/harbour clock.yaml", before, after) == (
        "--- a/clocks/harbour clock.yaml\t\n"
        "+++ b/clocks/harbour clock.yaml\t\n"
        "@@ -2,7 +2,7 @@\n"
        " two\n three\n four\n-five\n+fünf\n six\n seven\n-eight\n+eight\n"
        "\\ No newline at end of file\n"
    )


def test_nothing_changes() -> None:
    assert patch("clock.yaml", b"a\n", b"a\n") == ""


def test_a_terminal_gets_no_control_character() -> None:
    shown = patch_to_read(patch("clock.yaml", b"a\r\n", b"a\x1b[2J\r\n\xc2\x9b\xff"))
    assert shown == (
        "--- a/clock.yaml\n+++ b/clock.yaml\n@@ -1 +1,2 @@\n-a\n+a\\x1b[2J\n+\\x9b\\udcff\n"
        "\\ No newline at end of file\n"
    )


def test_time_grows_with_the_size() -> None:
    def files_of(rows: int) -> tuple[bytes, bytes]:
        old = [f"- id: s{row}\n  type: book\n  title: Tides {row}\n".encode() for row in range(rows)]
        return b"".join(old), b"".join(one.replace(b"book", b'"book"') for one in old)

    assert_proportional(lambda pair: patch("clock.yaml", *pair), files_of, 500, largest=8000)


def test_time_grows_with_the_size_of_what_is_moved() -> None:
    def files_of(rows: int) -> tuple[bytes, bytes]:
        old = [f"- id: s{row % 7}\n  type: book\n" for row in range(rows)]
        return "".join(old).encode(), "".join(["x\n", *old[::-1]]).encode()

    assert_proportional(lambda pair: patch("clock.yaml", *pair), files_of, 500, largest=8000)
