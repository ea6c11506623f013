"""``pincite fmt``: files put in form, or named, or shown as a patch; and what is left as it is."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pincite.cli.formatting import command
from pincite.formatting.formatted import formatted
from tests.conftest import Pincite

if TYPE_CHECKING:
    from pathlib import Path

UNFORMED = b'article:   {title: "The harbour clock"}   # invented\npincite: "1.0"\n'
FORMED = b'pincite: "1.0"\narticle: {title: The harbour clock} # invented\n'
BROKEN = b'pincite: "1.0\n'
PATCH = """\
--- a/{name}
+++ b/{name}
@@ -1,2 +1,2 @@
-article:   {{title: "The harbour clock"}}   # invented
 pincite: "1.0"
+article: {{title: The harbour clock}} # invented
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pincite.yaml").write_bytes(UNFORMED)
    (tmp_path / "b.pincite.yaml").write_bytes(FORMED)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "c.md").write_bytes(b"---\n" + UNFORMED + b"---\n\nThe   tide.\n")
    (tmp_path / "in" / "notes.md").write_bytes(b"# Notes\n")
    return tmp_path


def test_files_and_folders_are_formatted(folder: Path, pincite: Pincite) -> None:
    done = pincite("fmt", ".")
    assert (done.status, done.out) == (0, "a.pincite.yaml\nin/c.md\n")
    assert done.err == "pincite: 2 files formatted, 1 file unchanged\n"
    assert (folder / "a.pincite.yaml").read_bytes() == FORMED
    assert (folder / "in" / "c.md").read_bytes() == b"---\n" + FORMED + b"---\n\nThe   tide.\n"
    again = pincite("fmt", ".")
    assert (again.status, again.out) == (0, "")
    assert again.err == "pincite: 0 files formatted, 3 files unchanged\n"


def test_check_names_what_would_change(folder: Path, pincite: Pincite) -> None:
    done = pincite("fmt", "--check", "a.pincite.yaml", "b.pincite.yaml")
    assert (done.status, done.out) == (1, "a.pincite.yaml\n")
    assert done.err == "pincite: 1 file would change, 1 file unchanged\n"
    assert (folder / "a.pincite.yaml").read_bytes() == UNFORMED
    assert pincite("fmt", "--check", "b.pincite.yaml").status == 0


@pytest.mark.parametrize("options", [["--diff"], ["--diff", "--check"]])
def test_diff_shows_what_would_change(folder: Path, pincite: Pincite, options: list[str]) -> None:
    done = pincite("fmt", *options, "a.pincite.yaml", "b.pincite.yaml")
    assert (done.status, done.out) == (1, PATCH.format(name="a.pincite.yaml"))
    assert (folder / "a.pincite.yaml").read_bytes() == UNFORMED
    assert pincite("fmt", "--diff", "b.pincite.yaml").status == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_diff_can_be_applied(folder: Path, pincite: Pincite) -> None:
    (folder / "harbour clock.pincite.yaml").write_bytes(UNFORMED.replace(b"\n", b"\r\n").rstrip())
    patch = pincite("fmt", "--diff", ".").out
    subprocess.run(
        ["git", "apply", "-"], input=patch.encode(), cwd=folder, check=True, timeout=60, capture_output=True
    )
    assert pincite("fmt", "--check", ".").status == 0
    assert (folder / "harbour clock.pincite.yaml").read_bytes() == FORMED.replace(b"\n", b"\r\n")


def test_what_cannot_be_read_is_told(folder: Path, pincite: Pincite) -> None:
    (folder / "a.pincite.yaml").write_bytes(BROKEN)
    (folder / "latin.pincite.json").write_bytes(b'{"title": "\xe9"}')
    done = pincite("fmt", "a.pincite.yaml", "latin.pincite.json", "missing.pincite.yaml")
    assert (done.status, done.out) == (1, "")
    assert done.err == (
        "a.pincite.yaml:1:10: PIN003 broken YAML: this quotation mark is never closed\n"
        "latin.pincite.json:1:12: PIN002 byte 0xe9 is not UTF-8\n"
        "missing.pincite.yaml: cannot read the file: no such file or directory\n"
        "pincite: 0 files formatted, 0 files unchanged; 3 faults\n"
    )
    assert (folder / "a.pincite.yaml").read_bytes() == BROKEN


def test_files_of_other_kinds_stay(folder: Path, pincite: Pincite) -> None:
    (folder / "compose.yaml").write_bytes(b"b:   1\na: 2\n")
    done = pincite("fmt", "compose.yaml")
    assert done.status == 1
    assert "compose.yaml is left as it is: it has no member 'pincite'" in done.err
    assert (folder / "compose.yaml").read_bytes() == b"b:   1\na: 2\n"


def test_standard_input_becomes_standard_output(pincite: Pincite) -> None:
    done = pincite("fmt", "-", stdin=UNFORMED)
    assert (done.status, done.out, done.err) == (0, FORMED.decode(), "")
    done = pincite("fmt", "-", stdin=b'{"x": 1, "pincite": "1.0"}')
    assert done.out == '{\n  "x": 1,\n  "pincite": "1.0"\n}\n'
    done = pincite(
        "fmt", "-", "--stdin-filename", "a.pincite.jsonl", stdin=b'{"article": {}, "pincite": "1.0"}'
    )
    assert done.out == '{"pincite":"1.0","article":{}}\n'


def test_standard_input_is_checked_and_shown(pincite: Pincite) -> None:
    done = pincite("fmt", "--check", "-", "--stdin-filename", "x.pincite.yaml", stdin=UNFORMED)
    assert (done.status, done.out) == (1, "x.pincite.yaml\n")
    done = pincite("fmt", "--diff", "-", "--stdin-filename", "x.pincite.yaml", stdin=UNFORMED)
    assert (done.status, done.out) == (1, PATCH.format(name="x.pincite.yaml"))
    assert pincite("fmt", "--diff", "-", stdin=FORMED).status == 0


def test_standard_input_that_cannot_be_read_comes_out_as_it_is(pincite: Pincite) -> None:
    done = pincite("fmt", "-", stdin=BROKEN)
    assert (done.status, done.out) == (1, BROKEN.decode())
    assert done.err == "-:1:10: PIN003 broken YAML: this quotation mark is never closed\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-", "a.pincite.yaml"], "standard input is formatted alone; name - and nothing else"),
        (
            ["a.pincite.yaml", "--stdin-filename", "x"],
            "--stdin-filename names what comes from standard input",
        ),
        (["-", "--stdin-filename", "."], "--stdin-filename: '.' is no name of a file"),
        (["a.pincite.yaml", "--isolated", "--config", "x"], "--isolated and --config exclude each other"),
    ],
)
def test_wrong_calls(folder: Path, pincite: Pincite, arguments: list[str], message: str) -> None:
    assert folder.is_dir()
    done = pincite("fmt", *arguments)
    assert (done.status, done.out) == (2, "")
    assert message in done.err


def test_excluded_files_and_articles_are_passed_over(folder: Path, pincite: Pincite) -> None:
    (folder / "pincite.toml").write_text('exclude = ["a.pincite.yaml"]\n')
    done = pincite("fmt", "--annotated-only", "a.pincite.yaml", "in/notes.md", "in/c.md")
    assert (done.status, done.out) == (0, "in/c.md\n")
    assert "pincite: passed over 1 file without annotation\n" in done.err
    assert "pincite: excluded by the configuration: a.pincite.yaml\n" in done.err


def test_a_folder_without_files(tmp_path: Path, pincite: Pincite) -> None:
    done = pincite("fmt", str(tmp_path))
    assert done.status == 0
    assert done.err.startswith(f"pincite: no Pincite files in {tmp_path} (NAME.pincite.yaml")


def test_mode_and_link_stay(folder: Path, pincite: Pincite) -> None:
    (folder / "a.pincite.yaml").chmod(0o640)
    (folder / "link.pincite.yaml").symlink_to("a.pincite.yaml")
    assert pincite("fmt", "link.pincite.yaml").status == 0
    assert (folder / "link.pincite.yaml").is_symlink()
    assert (folder / "a.pincite.yaml").read_bytes() == FORMED
    assert stat.S_IMODE((folder / "a.pincite.yaml").stat().st_mode) == 0o640


def test_what_is_changed_meanwhile_stays(
    folder: Path, pincite: Pincite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(path: str, content: bytes) -> object:
        (folder / path).write_bytes(FORMED + b"id: urn:x:a\n")
        return formatted(path, content)

    monkeypatch.setattr(command, "formatted", slow)
    done = pincite("fmt", "a.pincite.yaml")
    assert (done.status, done.out) == (1, "")
    assert "a.pincite.yaml was changed by somebody else meanwhile, and is left as it is" in done.err
    assert (folder / "a.pincite.yaml").read_bytes() == FORMED + b"id: urn:x:a\n"


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
@pytest.mark.parametrize("term", ["xterm", "dumb"])
@pytest.mark.parametrize("options", [[], ["--diff"]])
def test_a_terminal_gets_no_direction_marks(folder: Path, options: list[str], term: str) -> None:
    from tests.terminal import printed  # noqa: PLC0415 - not everywhere

    call = [sys.executable, "-m", "pincite", "fmt", *options, "-"]
    text = 'pincite:   "1.0" # \u202eedit\n'
    status, shown = printed(call, folder, Pincite.environment({"TERM": term}), text.encode())
    assert status == (1 if options else 0)
    assert "\u202e" not in shown
    assert "\\u202eedit" in shown
