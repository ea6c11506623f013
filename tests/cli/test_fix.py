"""``check --fix`` and ``--diff`` as people call them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pincite.cli import fixing
from pincite.fixing.fixed import fixed
from tests.conftest import Pincite

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import PinciteInside

MOVED = """\
pincite: "1.0"  # the bell's own article
article: {title: The harbour clock, date: "1912", url: "https://example.org/clock", text: {content: "Yesterday the keeper wrote: “The tide turned at six.”"}}
quotations:
  - id: q1
    text: The tide turned at six.   # as printed
    anchor: {start: 19, end: 42}
    uncited: {reason: a proverb}
"""
RIGHT = MOVED.replace("start: 19, end: 42", "start: 29, end: 52")
PATCH = """\
--- a/a.pincite.yaml
+++ b/a.pincite.yaml
@@ -3,5 +3,5 @@
 quotations:
   - id: q1
     text: The tide turned at six.   # as printed
-    anchor: {start: 19, end: 42}
+    anchor: {start: 29, end: 52}
     uncited: {reason: a proverb}
"""
STDIN = ("--stdin-filename", "b.pincite.yaml", "-")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pincite.yaml").write_text(MOVED, "utf-8")
    return tmp_path


def test_a_fix_is_made_and_the_rest_told(here: Path, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert (here / "a.pincite.yaml").read_text("utf-8") == RIGHT
    assert done.err == "pincite: 1 finding fixed in 1 file: PIN403 1\n"
    assert done.out == "1 file, 1 quotation, 0 citations: no findings\n"
    assert done.status == 0
    again = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert (again.status, again.err) == (0, "pincite: nothing was fixed\n")


def test_a_patch_is_shown_and_nothing_written(here: Path, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", "--diff", "a.pincite.yaml")
    assert (done.status, done.out) == (1, PATCH)
    assert done.err == "pincite: 1 finding would be fixed in 1 file: PIN403 1\n"
    assert (here / "a.pincite.yaml").read_text("utf-8") == MOVED
    assert pincite_inside("check", "--diff", "--exit-zero", "a.pincite.yaml").status == 0
    (here / "fix.patch").write_bytes(done.out.encode())
    subprocess.run(["git", "apply", "fix.patch"], cwd=here, check=True)
    assert (here / "a.pincite.yaml").read_text("utf-8") == RIGHT
    assert pincite_inside("check", "--diff", "a.pincite.yaml").status == 0


def test_what_is_not_told_is_not_fixed(here: Path, pincite_inside: PinciteInside) -> None:
    for options in (["--ignore", "PIN403"], ["--select", "PIN1"]):
        assert pincite_inside("check", "--fix", *options, "a.pincite.yaml").status == 0
    pincite_inside("check", "--write-baseline", "known.json", "a.pincite.yaml")
    pincite_inside("check", "--fix", "--baseline", "known.json", "a.pincite.yaml")
    ignored = MOVED.replace("end: 42}", "end: 42}  # pincite: ignore[PIN403] on purpose")
    (here / "b.pincite.yaml").write_text(ignored, "utf-8")
    pincite_inside("check", "--fix", "b.pincite.yaml")
    assert (here / "a.pincite.yaml").read_text("utf-8") == MOVED
    assert (here / "b.pincite.yaml").read_text("utf-8") == ignored


def test_standard_input_becomes_standard_output(here: Path, pincite_inside: PinciteInside) -> None:
    call = ["--stdin-filename", "sub/b.pincite.yaml", "-"]
    done = pincite_inside("check", "--fix", *call, stdin=MOVED.encode())
    assert (done.status, done.out) == (0, RIGHT)
    assert "no findings" in done.err
    assert pincite_inside("check", "--fix", *call, stdin=RIGHT.encode()).out == RIGHT
    shown = pincite_inside("check", "--diff", *call, stdin=MOVED.encode())
    assert shown.out == PATCH.replace("/a.pincite", "/sub/b.pincite")
    assert sorted(path.name for path in here.iterdir()) == ["a.pincite.yaml"]


def test_a_file_that_changes_meanwhile_is_left_alone(
    here: Path, pincite_inside: PinciteInside, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = here / "a.pincite.yaml"

    def meddled(*arguments: object) -> object:
        new = fixed(*arguments)  # type: ignore[arg-type]
        path.write_text(f"{MOVED}# somebody's own line\n", "utf-8")
        return new

    monkeypatch.setattr(fixing, "fixed", meddled)
    done = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert path.read_text("utf-8") == f"{MOVED}# somebody's own line\n"
    assert "a.pincite.yaml was changed by somebody else meanwhile, and is left as it is" in done.err
    assert done.status == 1


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "bom"])
def test_mode_line_ends_and_byte_order_mark_stay(
    eol: str, mark: str, here: Path, pincite_inside: PinciteInside
) -> None:
    path = here / "a.pincite.yaml"
    path.write_bytes((mark + MOVED.replace("\n", eol)).encode())
    path.chmod(0o640)
    link = here / "link.pincite.yaml"
    link.symlink_to(path)
    assert pincite_inside("check", "--fix", "link.pincite.yaml").status == 0
    assert path.read_bytes() == (mark + RIGHT.replace("\n", eol)).encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert not list(here.glob(".pincite-*"))


def test_a_file_that_must_not_be_written_is_told(here: Path, pincite_inside: PinciteInside) -> None:
    path = here / "a.pincite.yaml"
    path.chmod(0o444)
    done = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert "a.pincite.yaml is read-only; allow writing (chmod u+w) and run the command again" in done.err
    path.chmod(0o644)
    os.link(path, here / "twin.pincite.yaml")
    done = pincite_inside("check", "--fix", "a.pincite.yaml")
    assert "has 2 names (hard links)" in done.err
    assert (done.status, path.read_text("utf-8")) == (1, MOVED)


def test_programs_are_told_what_a_fix_would_change(here: Path, pincite_inside: PinciteInside) -> None:
    path = here / "a.pincite.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    finding = json.loads(pincite_inside("check", "--format", "jsonl", "a.pincite.yaml").out.splitlines()[0])
    assert finding["fix"] == {
        "title": "set start and end to 29-52",
        "safety": "safe",
        "edits": [
            {"line": 6, "column": 21, "end_line": 6, "end_column": 22, "text": "2"},
            {"line": 6, "column": 30, "end_line": 6, "end_column": 31, "text": "5"},
        ],
    }
    stdin = ["--stdin-filename", "b.pincite.yaml", "-"]
    log = json.loads(pincite_inside("check", "--format", "sarif", *stdin, stdin=MOVED.encode()).out)
    [fix] = log["runs"][0]["results"][0]["fixes"]
    assert fix["description"]["text"] == "set start and end to 29-52 (safe fix)"
    assert fix["artifactChanges"][0]["replacements"][0] == {
        "deletedRegion": {"startLine": 6, "startColumn": 21, "endLine": 6, "endColumn": 22},
        "insertedContent": {"text": "2"},
    }


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
@pytest.mark.parametrize("term", ["xterm", "dumb"])
@pytest.mark.parametrize("call", [["--diff", "a.pincite.yaml"], ["--fix", *STDIN], ["--diff", *STDIN]])
def test_a_terminal_gets_no_direction_marks(here: Path, call: list[str], term: str) -> None:
    from tests.terminal import printed  # noqa: PLC0415 - not everywhere

    marked = MOVED.replace("printed", "\u202edetnirp")
    (here / "a.pincite.yaml").write_text(marked, "utf-8")
    command = [sys.executable, "-m", "pincite", "check", *call]
    status, shown = printed(command, here, Pincite.environment({"TERM": term}), marked.encode())
    assert status == (1 if "--diff" in call else 0)
    assert "\u202e" not in shown
    assert "\\u202edetnirp" in shown
