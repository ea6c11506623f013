"""What is kept for later runs, and several processes, as the command line has them."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite.processes import idle_processors

if TYPE_CHECKING:
    from tests.conftest import Pincite

ROUNDS = int(os.environ.get("PINCITE_ROUNDS", "1"))
"""How often processes are set on one tree together; twenty by hand."""
TOGETHER = 8
FILES = 20
WORDS = "The tide turned at six. " * 4000
PADDING = "# Six strokes, then four, then two.\n" * 2500
DOCUMENT = (
    'pincite: "1.0"\narticle:\n  title: The harbour clock\n  text:\n    content: {words}\n'
    "quotations:\n  - {{id: q, text: The tide turned at six}}\n"
)
PROBE = """
import sys
from pincite.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""
linux = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="this system does not tell of processes"
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with files enough to be kept and to be shared."""
    folder = tmp_path_factory.mktemp("tree")
    for number in range(FILES):
        words = f"{WORDS}It is {number} years old."
        date = "\ndate: soon" if number % 5 else ""
        (folder / f"a{number:02}.pincite.yaml").write_text(
            DOCUMENT.format(words=words) + date.strip(), "utf-8"
        )
    return folder


@pytest.fixture(scope="module")
def plain(tree: Path) -> str:
    """Return the report of one process that keeps nothing."""
    return told(tree, "--no-cache", "--jobs", "1", ".")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "pincite", "check", *arguments]


def environment(cache: Path | str) -> dict[str, str]:
    return {**os.environ, "PINCITE_CACHE": str(cache), "COLUMNS": "80"}


def told(folder: Path, *arguments: str, cache: Path | str = "") -> str:
    done = subprocess.run(
        command(*arguments), cwd=folder, env=environment(cache), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


def is_whole(folder: Path) -> bool:
    """Return whether a folder holds nothing but whole ledgers."""
    names = {path.name for path in folder.iterdir()}
    ledgers = [path for path in folder.iterdir() if path.name.startswith("check-")]
    lines = [line for path in ledgers for line in path.read_bytes().splitlines()[1:]]
    digests = (hashlib.blake2b(line[:32] + line[66:], digest_size=16).hexdigest() for line in lines)
    return (
        names == {".gitignore", "CACHEDIR.TAG", *(path.name for path in ledgers)}
        and len(lines) == FILES
        and all(digest.encode() == line[33:65] for digest, line in zip(digests, lines, strict=True))
    )


def test_the_report_is_the_same_by_whatever_means(tree: Path, plain: str, tmp_path: Path) -> None:
    names = sorted(path.name for path in tree.iterdir())
    kept = str(tmp_path / "kept")
    assert told(tree, "--no-cache", "--jobs", "3", ".") == plain
    assert told(tree, "--cache", kept, *reversed(names)) == plain
    assert told(tree, ".", cache=kept) == plain
    assert is_whole(Path(kept))


def test_what_is_known_is_told_without_anything_that_judges(tree: Path, plain: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    told(tree, ".", cache=kept)
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "check", "."],
        cwd=tree,
        env=environment(kept),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == plain
    modules = set(done.stderr.split())
    assert modules & {"yaml", "jsonschema", "typer", "hashlib", "multiprocessing", "pincite.rules"} == set()
    assert not any(
        name.startswith(("pincite.structure", "pincite.rules", "pincite.judging")) for name in modules
    )


def test_several_processes_on_one_tree_agree(tree: Path, plain: str, tmp_path: Path) -> None:
    for number in range(ROUNDS):
        kept = tmp_path / f"kept-{number}"
        running = [
            subprocess.Popen(
                command("."), cwd=tree, env=environment(kept), stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            for _ in range(TOGETHER)
        ]
        for one in running:
            assert one.communicate(timeout=120) == (plain.encode(), b"")
        assert is_whole(kept)


def test_nothing_is_left_beside_the_documents(tree: Path, tmp_path: Path) -> None:
    told(tree, ".", cache=tmp_path / "kept")
    assert all(path.name.endswith(".pincite.yaml") for path in tree.iterdir())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--cache", "kept", "--no-cache"], "--cache and --no-cache exclude each other"),
        (["--jobs", "0"], "--jobs: at least one process is needed"),
    ],
)
def test_what_does_not_go_together_is_told(arguments: list[str], message: str, pincite: Pincite) -> None:
    done = pincite("check", *arguments, ".")
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {message}\n")


# --- several processes


@pytest.mark.parametrize(
    ("there", "ours", "load", "idle"),
    [(4, 4, 0.2, 4), (4, 4, 1.6, 2), (4, 2, 0.4, 2), (2, 2, 9.0, 1), (None, 1, 0.0, 1)],
)
def test_no_more_processes_than_processors_stand_idle(
    there: int | None, ours: int, load: float, idle: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: there)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(ours)), raising=False)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0), raising=False)
    assert idle_processors() == idle


SHARED = """
import os, sys
from pincite.processes import shared
def action(piece):
    if piece == 3: os._exit(1)
    if piece == 4: raise ValueError
    return str(piece * piece) + " " + "x" * 100_000
for piece, text in sorted(shared(range(9), action, 3)):
    print(piece, text.split(" ")[0])
"""


@linux
def test_a_process_that_fails_leaves_its_work_to_whoever_asked() -> None:
    done = subprocess.run([sys.executable, "-c", SHARED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    # 3 ends a process, which had 0 before it and 6 behind; 4 is one piece that fails
    assert done.stdout.split("\n") == ["0 0", "1 1", "2 4", "5 25", "7 49", "8 64", ""]


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(one) for one in listed.read_text().split()] if listed.exists() else []


@linux
def test_an_interrupt_ends_all_processes_without_a_word(tmp_path: Path) -> None:
    for number in range(60):
        words = f"{WORDS}It is {number} years old."
        (tmp_path / f"a{number}.pincite.yaml").write_text(DOCUMENT.format(words=words), "utf-8")
    with subprocess.Popen(
        command("--jobs", "2", "."),
        cwd=tmp_path,
        env=environment(tmp_path / "kept"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        others: list[int] = []
        while len(others) < 2 and running.poll() is None:
            others = children(running.pid)
        assert len(others) == 2
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does
        out, err = running.communicate(timeout=120)
    assert (running.returncode, out, err) == (130, b"", b"")
    assert not any(Path(f"/proc/{one}").exists() for one in others)
