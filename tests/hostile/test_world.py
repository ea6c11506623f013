"""The world around a command that writes: disks that are full or may not be written, and processes that are ended.

Whatever happens, a file is as it was or as it is to be, whoever called is told, and nothing half-written stays behind, or only
until the next run. Disks are mounted for this, which only an administrator may; elsewhere those tests skip themselves.
"""

from __future__ import annotations

import random
import resource
import shutil
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.hostile.oracle import FULL
from tests.hostile.worlds import (
    COMMANDS,
    RUN,
    Command,
    environment,
    is_administrator,
    lay_out,
    left_over,
    seen,
)
from tests.marked_processes import with_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
SOME = [
    one
    for one in COMMANDS
    if (not one.silent if FULL else one.name in {"report", "update", "fix", "init", "dataset"})
]
"""Those that are ended at many places: all write in the same way but the cache, which tests/cli/test_cache.py ends."""
some = pytest.mark.parametrize("command", SOME, ids=lambda one: one.name)
commands = pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.name)
TIMES = 10 if FULL else 1
"""How often each signal is sent to each command, at other times."""
KILLS = 50 if FULL else 2
ENDS_WITHIN = 10
"""Seconds by the clock; a command that looks after its signals needs a hundredth, alone on its machine."""


class Ended(NamedTuple):
    status: int
    out: str
    err: str


def run(command: Command, folder: Path, limit: Callable[[], None] | None = None) -> Ended:
    done = subprocess.run(
        [*RUN, *command.arguments],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=limit,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def assert_refused(command: Command, ended: Ended, folder: Path, before: dict[str, str], words: str) -> None:
    """Assert that a command has told why it cannot write, in one line, and has changed nothing."""
    assert "Traceback" not in ended.err
    assert seen(folder) == before
    assert left_over(folder) == []
    if command.silent:
        assert (ended.status, ended.err) == (command.status, "")
    else:
        # where one of several documents cannot be written, the others are, and it counts among the faults
        assert ended.status == 2 or (ended.status == 1 and command.over), ended
        told = [line for line in (ended.err + ended.out).splitlines() if words in line]
        assert told, ended
        assert all(command.written in line for line in told)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lay_out(tmp_path / "desk")
    return tmp_path / "desk"


@commands
def test_every_command_writes_where_nothing_is_in_the_way(command: Command, folder: Path) -> None:
    before = seen(folder)
    ended = run(command, folder)
    assert (ended.status, "Traceback" in ended.err) == (command.status, False), ended
    after = seen(folder)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed
    assert all(name.startswith(command.written) for name in changed)
    assert before.keys() <= after.keys()
    assert (command.written in before) == command.over


# --- disks --------------------------------------------------------------------------------------------------------


@pytest.fixture
def mounted(folder: Path) -> Iterator[Callable[..., None]]:
    """Mount something over the folder, which keeps what is in it; skips where that is not allowed."""
    if not is_administrator() or shutil.which("mount") is None:
        pytest.skip("only an administrator mounts disks")
    mounts = 0

    def mount(*arguments: str) -> None:
        nonlocal mounts
        done = subprocess.run(["mount", *arguments, str(folder)], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"no mounting here: {done.stderr.strip()}")
        mounts += "remount" not in arguments[1]

    yield mount
    for _ in range(mounts):
        subprocess.run(["umount", "-l", str(folder)], check=True)


@commands
def test_a_full_disk(command: Command, folder: Path, mounted: Callable[..., None]) -> None:
    kept = folder.with_name("kept-for-the-disk")
    shutil.copytree(folder, kept)
    mounted("-t", "tmpfs", "-o", "size=1m", "none")
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    with (folder / "padding").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            pass
    before = seen(folder)
    assert_refused(command, run(command, folder), folder, before, "no space left on device")


@some
def test_a_folder_that_may_not_be_written(
    command: Command, folder: Path, mounted: Callable[..., None]
) -> None:
    mounted("--bind", str(folder))
    mounted("-o", "remount,bind,ro")
    before = seen(folder)
    assert_refused(command, run(command, folder), folder, before, "read-only")


@posix
@some
def test_files_that_may_not_grow(command: Command, folder: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    before = seen(folder)
    ended = run(command, folder, limit)
    if command.silent:  # the folder of what is kept may be there, with nothing in it
        before |= {name: value for name, value in seen(folder).items() if name.startswith(command.written)}
    assert_refused(command, ended, folder, before, "file too large")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is full")
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--output", "/dev/full", "faulty.txt"),
        ("convert", "article.txt", "-o", "/dev/full"),
        ("check", "--write-baseline", "/dev/full", "faulty.txt"),
    ],
    ids=lambda one: one[0],
)
def test_a_device_that_is_full(arguments: tuple[str, ...], folder: Path) -> None:
    before = seen(folder)
    command = Command("", arguments, "/dev/full")
    assert_refused(command, run(command, folder), folder, before, "no space left on device")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is full")
@pytest.mark.parametrize(
    "arguments",
    [("check", "faulty.txt"), ("convert", "article.txt"), ("verify", "--no-cache", "article.pincite.yaml"), ("rules",), ("--help",)],
    ids=lambda one: one[0],
)  # fmt: skip
def test_output_that_goes_to_a_device_that_is_full(arguments: tuple[str, ...], folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*RUN, *arguments], cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=full,
            stderr=subprocess.PIPE, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "no space left on device" in done.stderr.lower()


# --- ends ---------------------------------------------------------------------------------------------------------

AT = {
    "created": "tempfile._RandomNameSequence.__next__",
    "written": "os.fsync",
    "mode": "pathlib.Path.chmod",
    "replaced": "pathlib.Path.replace",
    "put there": "pathlib.Path.hardlink_to",
}
"""Places in the writing of a file, by the function that is called there; the last is that of a new one alone."""
_ENDED_THERE = """
import os, pathlib, signal, sys, tempfile
owner, _, name = sys.argv[1].rpartition(".")
owner = eval(owner)
plain = getattr(owner, name)
def ended(*given, **named):
    os.kill(os.getpid(), int(sys.argv[2]))
    return plain(*given, **named)
setattr(owner, name, ended)
from pincite.cli import main
main(sys.argv[3:])
"""


ENDS = [(at, sent) for at in AT for sent in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)]
if not FULL:
    ENDS = [
        one
        for one in ENDS
        if one
        in {
            ("written", signal.SIGKILL),
            ("put there", signal.SIGKILL),
            ("mode", signal.SIGTERM),
            ("written", signal.SIGINT),
        }
    ]


@posix
@some
@pytest.mark.parametrize(("at", "sent"), ENDS, ids=lambda one: one if isinstance(one, str) else one.name)
def test_an_end_while_a_file_is_written(
    command: Command, at: str, sent: signal.Signals, folder: Path
) -> None:
    if command.keeps or (at, command.fresh) in {("replaced", True), ("put there", False)}:
        at = "written"
    before = seen(folder)
    done = subprocess.run(
        [sys.executable, "-c", _ENDED_THERE, AT[at], str(int(sent)), *command.arguments],
        cwd=folder, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode in {-sent, 128 + sent}
    assert b"Traceback" not in done.stderr
    half = {
        one: value
        for one, value in seen(folder).items()
        if not Path(one).name.startswith(".pincite-") and Path(one).parts[0] != command.keeps
    }
    assert half == before
    if sent is signal.SIGINT:
        assert left_over(folder) == []
    assert run(command, folder).status == command.status
    assert left_over(folder) == []
    assert not command.keeps or not (folder / command.keeps).exists()


@posix
@some
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=lambda one: one.name)
def test_an_end_at_any_time(command: Command, sent: signal.Signals, folder: Path) -> None:
    old, new, seconds = outcomes(command, folder)
    chance = random.Random(f"{command.name} {sent}")  # noqa: S311 - the same times in every run
    for _ in range(TIMES):
        status, waited = end_after(command, folder, sent, chance.uniform(0.3, 1.0) * seconds)
        # before the program itself runs, the interpreter answers to the signal as it does for any program
        assert status in {command.status, 128 + sent, -sent}
        assert waited < ENDS_WITHIN
        assert now(command, folder) in (old, new)


@posix
@some
def test_a_kill_at_any_time(command: Command, folder: Path) -> None:
    old, new, seconds = outcomes(command, folder)
    chance = random.Random(command.name)  # noqa: S311 - as above
    for _ in range(KILLS):
        end_after(command, folder, signal.SIGKILL, chance.uniform(0.3, 1.1) * seconds)
        assert now(command, folder) in (old, new)
    if command.fresh:
        (folder / command.written).unlink(missing_ok=True)
    assert run(command, folder).status == command.status
    assert left_over(folder) == []
    assert not command.keeps or not (folder / command.keeps).exists()


def now(command: Command, folder: Path) -> bytes | None:
    path = folder / command.written
    if path.is_dir():
        return repr(seen(path)).encode()
    return path.read_bytes() if path.is_file() else None


def outcomes(command: Command, folder: Path) -> tuple[bytes | None, bytes | None, float]:
    """Return what the file holds before and after the command, and how long that takes here and now."""
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    began = time.monotonic()
    run(command, other)
    return now(command, folder), now(command, other), time.monotonic() - began


def end_after(command: Command, folder: Path, sent: signal.Signals, seconds: float) -> tuple[int, float]:
    """Start a command and end it; return its status and how long it took to end. None of its processes is left."""
    if command.fresh:
        (folder / command.written).unlink(missing_ok=True)
    mark = uuid.uuid4().hex
    process = subprocess.Popen(
        [*RUN, *command.arguments],
        cwd=folder,
        env=environment(PINCITE_TRIAL=mark),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    time.sleep(seconds)
    process.send_signal(sent)
    began = time.monotonic()
    _, err = process.communicate(timeout=60)
    waited = time.monotonic() - began
    if b"pincite" in err:
        assert b"Traceback" not in err or b"KeyboardInterrupt" in err.splitlines()[-1]
    if sent is not signal.SIGKILL:
        assert processes_with(mark) == []
    return process.returncode, waited


def processes_with(mark: str) -> list[str]:
    """Return the processes that were started with a mark in their environment, after a moment to end."""
    end = time.monotonic() + ENDS_WITHIN
    while (found := with_mark(mark)) and time.monotonic() < end:
        time.sleep(0.05)
    return found


@posix
@pytest.mark.parametrize(
    "arguments",
    [("check", "--format", "concise", "faulty.txt"), ("convert", "article.txt"), ("rules",), ("convert", "article.pincite.yaml", "--to", "html"),
     ("verify", "--no-cache", "--format", "json", "article.pincite.yaml")],
    ids=lambda one: " ".join(one[:2]),
)  # fmt: skip
def test_a_reader_that_goes_away(arguments: tuple[str, ...], folder: Path) -> None:
    process = subprocess.Popen(
        [*RUN, *arguments], cwd=folder, env=environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr as stream:
        assert stream.read() == b""
    assert process.wait(60) == 141
