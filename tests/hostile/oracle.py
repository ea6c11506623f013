"""What holds of any input, in one place: how the command ends, what it prints, how long it takes and how much memory.

Exit status 0, 1 or 2; no traceback; at most ``SECONDS`` and ``MEMORY`` for any input of up to a megabyte; output in UTF-8, and JSON
where that is asked for; the same bytes again. Time is the processor's, so that other processes add little to it, and is held
against that of ordinary work in the same run where a machine is slower than the one that the figure was agreed on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.conftest import Pincite

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 2.0
MEMORY = 300 * 1024 * 1024
HANGS = 120
"""Seconds by the clock after which a command counts as hung."""
FULL = os.environ.get("PINCITE_HOSTILE") == "full"
"""Whether the whole tables are asked for, and every input twice; else a part that every run has time for."""
full = pytest.mark.skipif(not FULL, reason="slow; PINCITE_HOSTILE=full asks for it")
STATUSES = frozenset({0, 1, 2})
FAULTS = (b"Traceback", b"a fault in pincite", b"not enough memory", b"Segmentation", b"MemoryError")
_LAUNCH = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
with open(sys.argv[1], "w") as stream:
    json.dump([done.returncode, used.ru_utime + used.ru_stime, peak], stream)
"""
"""A small process starts the command: what a large one starts counts the memory of that as its own until it begins."""
_WORK = """
import json, re
for _ in range(6):
    text = json.dumps([{"a": str(number), "b": [number] * 4} for number in range(20_000)])
    json.loads(text)
    len(re.findall(r"[^\\W_]+", text))
"""
_USUAL = 0.5
"""Seconds of that work on the machine on which the figures were measured."""
_SPARED = 2
"""How many times longer it may take where others use the same processor at that moment: its caches are shared."""
_ROUNDS = 3


class Trial(NamedTuple):
    """How a command ended, what it printed, seconds of the processor and bytes of memory that it took at most."""

    status: int
    out: bytes
    err: bytes
    seconds: float
    peak: int


def measured(
    command: list[str],
    folder: Path | None = None,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> Trial:
    """Run a command."""
    with tempfile.TemporaryDirectory() as place:
        told = Path(place, "told")
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _LAUNCH, str(told), *command],
            cwd=folder,
            input=stdin,
            env=Pincite.environment({"PINCITE_CACHE": "", **(env or {})}),
            capture_output=True,
            timeout=HANGS,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        status, seconds, peak = json.loads(told.read_text())
    return Trial(status, done.stdout, done.stderr, seconds, peak)


def tried(folder: Path, *arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Trial:
    """Run Pincite and assert what holds of any input."""
    command = [sys.executable, "-m", "pincite", *arguments]
    trial = measured(command, folder, stdin, env)
    for _ in range(_ROUNDS - 1):
        if trial.seconds <= SECONDS or trial.seconds <= _SPARED * SECONDS * slowness():
            break
        trial = min(trial, measured(command, folder, stdin, env), key=lambda one: one.seconds)
    judge(trial, arguments)
    if FULL:
        again = measured(command, folder, stdin, env)
        assert (again.status, again.out, again.err) == (trial.status, trial.out, trial.err)
    return trial


def judge(trial: Trial, arguments: tuple[str, ...] = ()) -> None:
    """Assert what holds of a command, however it ended; *arguments* say which format was asked for."""
    assert trial.status in STATUSES, (trial.status, trial.err[-2000:])
    for fault in FAULTS:
        assert fault not in trial.err, trial.err[-2000:]
    trial.err.decode("utf-8")
    text = trial.out.decode("utf-8")
    if trial.status != 2 and {"json", "sarif", "gitlab"} & {*arguments}:
        json.loads(text)
    assert trial.peak <= MEMORY, f"{trial.peak / 1024 / 1024:.0f} MiB"
    assert trial.seconds <= _SPARED * SECONDS * max(1, slowness()), f"{trial.seconds:.2f} s"


@cache
def slowness() -> float:
    """Return how many times longer ordinary work takes here, now, than where the figures were measured."""
    return measured([sys.executable, "-c", _WORK]).seconds / _USUAL
