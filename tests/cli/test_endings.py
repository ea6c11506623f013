"""How a run ends when its reader, its disk or its user stops it: one line at most, never a traceback."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite.cli.output import CallError, guarded, write_whole

if TYPE_CHECKING:
    from tests.conftest import Pincite

FULL = Path("/dev/full")
DOCUMENT = 'pincite: "1.0"\narticle: {title: The harbour clock, date: soon}\n'
COMMANDS = {
    "check": ["check", "a.pincite.yaml"],
    "check-with-options": ["check", "--format", "concise", "a.pincite.yaml"],
    "convert": ["convert", "article.txt"],
    "explain": ["explain", "PIN101"],
    "rules": ["rules"],
    "schema": ["schema"],
    "version": ["--version"],
    "verify": ["verify", "a.pincite.yaml"],
    "verify-a-batch": ["verify", "--batch", "q.jsonl"],
    "verify-a-quotation": ["verify", "--quote", "turned", "--in", "article.txt"],
}
every_command = pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.pincite.yaml").write_text(DOCUMENT)
    (tmp_path / "article.txt").write_text("The harbour clock\n\nThe tide turned at six.\n")
    (tmp_path / "q.jsonl").write_text('{"text": "The tide turned", "source": "article.txt"}\n')
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def shell(command: str, folder: Path) -> tuple[int, str]:
    """Run a shell command in which ``pincite`` is this one; return its status and all that was complained."""
    done = subprocess.run(
        ["bash", "-c", f'pincite() {{ "{sys.executable}" -m pincite "$@"; }}; {command}'],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stderr.decode()


@every_command
def test_a_reader_that_leaves_is_no_fault(
    arguments: list[str], folder: Path, pincite_process: Pincite
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "pincite", *arguments],
        cwd=folder,
        env=pincite_process.environment(),
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_the_first_line_of_a_long_report(
    unbuffered: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    quotations = "".join(f"  - {{id: q{number}, text: The tide turned.}}\n" for number in range(900))
    for name in "abcdef":
        (folder / f"{name}.pincite.yaml").write_text(f"{DOCUMENT}quotations:\n{quotations}")
    command = "set -o pipefail; pincite check --format concise ?.pincite.yaml | head -n 1 >line"
    assert shell(command, folder) == (141, "")
    assert (folder / "line").read_text() == "a.pincite.yaml:2:43: PIN201 date 'soon' is not an EDTF date\n"


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@every_command
def test_a_full_disk_is_told(arguments: list[str], folder: Path) -> None:
    told = "pincite: cannot write the output: no space left on device\n"
    assert shell(f"pincite {' '.join(arguments)} >/dev/full", folder) == (2, told)


@every_command
def test_a_closed_standard_output_is_told(arguments: list[str], folder: Path) -> None:
    told = "pincite: cannot write the output: standard output is closed\n"
    assert shell(f"pincite {' '.join(arguments)} >&-", folder) == (2, told)


def test_a_closed_standard_error_changes_no_status(folder: Path) -> None:
    assert shell("pincite check a.pincite.yaml 2>&-", folder) == (1, "")
    assert shell("pincite convert nothing.txt 2>&-", folder) == (2, "")


LAST_IMPORTED = {
    "convert": b"pincite.cli.conversion.command",
    "verify": b"pincite.cli.verification.documents",
}
"""The last module that a command imports before it reads standard input, where it is not that of check."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "-"],
        ["check", "--format", "json", "-"],
        ["convert", "-"],
        ["verify", "-"],
        ["verify", "--batch", "-"],
        ["verify", "--jobs", "2", "--batch", "-"],
    ],
)
def test_an_interrupt_ends_with_130_and_no_words(arguments: list[str], pincite_process: Pincite) -> None:
    with subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "pincite", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=pincite_process.environment(),
    ) as running:
        assert running.stderr is not None
        awaited = LAST_IMPORTED.get(arguments[0], b"pincite.cli.judge")
        awaited = b"pincite.cli.verification.batch" if "--batch" in arguments else awaited
        line = b""
        for line in running.stderr:
            if line.rstrip().endswith(awaited):
                break
        assert line.rstrip().endswith(awaited)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=120)
    assert running.returncode == 130
    assert out == b""
    assert [line for line in err.splitlines() if not line.startswith(b"import time:")] == []


# --- files that are written -------------------------------------------------------------------------------


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pincite.yaml"
    target.write_text("old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CallError, match=r"^cannot write .*a\.pincite\.yaml: no space left on device$"):
        write_whole(str(target), "new")
    assert target.read_text() == "old"
    assert names(tmp_path) == ["a.pincite.yaml"]


@pytest.mark.parametrize(
    "module", ["pincite.cli.output", "pincite.reporters.safe_text", "pincite.cli.judge", "pincite.checker"]
)
def test_an_interrupt_during_the_imports_ends_with_130_and_no_words(module: str) -> None:
    program = f"""
import sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
sys.argv = ["pincite", "check", "."]
import runpy
runpy.run_module("pincite", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    def action() -> int:
        write_whole(str(tmp_path / "a.pincite.yaml"), "new")
        return 0

    assert guarded(action) == 130
    assert names(tmp_path) == []


def test_a_link_stays_a_link_and_a_mode_a_mode(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    target = tmp_path / "store" / "a.pincite.yaml"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "a.pincite.yaml"
    link.symlink_to("store/a.pincite.yaml")
    write_whole(str(link), "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert names(tmp_path / "store") == ["a.pincite.yaml"]


def test_a_link_to_nothing_gives_its_target_a_file(tmp_path: Path) -> None:
    link = tmp_path / "a.pincite.yaml"
    link.symlink_to("b.pincite.yaml")
    write_whole(str(link), "new")
    assert link.is_symlink()
    assert (tmp_path / "b.pincite.yaml").read_text() == "new"


def test_a_link_that_leads_to_itself_is_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "a.pincite.yaml"
    link.symlink_to("a.pincite.yaml")
    with pytest.raises(CallError, match="too many levels of symbolic links"):
        write_whole(str(link), "new")
    assert link.is_symlink()
    assert names(tmp_path) == ["a.pincite.yaml"]


def test_a_new_file_has_the_mode_that_the_mask_allows(folder: Path) -> None:
    assert shell("umask 027; pincite convert article.txt -o new.pincite.yaml", folder) == (0, "")
    assert stat.S_IMODE((folder / "new.pincite.yaml").stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("no-folder/a.pincite.yaml", "no such file or directory"),
        ("article.txt/a.pincite.yaml", "not a directory"),
        ("n" * 300, "file name too long"),
        pytest.param(
            "/dev/full",
            "no space left on device",
            marks=pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full"),
        ),
    ],
)
def test_output_that_cannot_be_written_is_told(
    target: str, reason: str, folder: Path, pincite_process: Pincite
) -> None:
    done = pincite_process("convert", "article.txt", "-o", target, cwd=folder)
    assert (done.status, done.out, done.err) == (2, "", f"pincite: cannot write {target}: {reason}\n")
    assert names(folder) == ["a.pincite.yaml", "article.txt", "q.jsonl"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_must_not_be_written_to_is_told(folder: Path, pincite_process: Pincite) -> None:
    (folder / "shut").mkdir(mode=0o500)
    done = pincite_process("convert", "article.txt", "-o", "shut/a.pincite.yaml", cwd=folder)
    assert (done.status, done.err) == (2, "pincite: cannot write shut/a.pincite.yaml: permission denied\n")


def test_what_standard_output_was_redirected_to_is_not_replaced(folder: Path) -> None:
    (folder / "all").write_text("before\n")
    with (folder / "all").open("ab") as standard_output:
        done = subprocess.run(
            [sys.executable, "-m", "pincite", "convert", "article.txt", "-o", "/dev/stdout"],
            cwd=folder,
            stdout=standard_output,
            check=False,
        )
    assert done.returncode == 0
    assert (folder / "all").read_text().startswith('before\npincite: "1.0"\n')
