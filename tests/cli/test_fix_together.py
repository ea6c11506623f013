"""Several processes write to one tree at once: no edit is lost, and no file is ever a mixture."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_cache import ROUNDS, TOGETHER

if TYPE_CHECKING:
    from pathlib import Path

FILES = 6
TEXT = "Yesterday the keeper wrote: “The tide turned at six.”\n"
DIGEST = sha256(TEXT.encode()).hexdigest()
DOCUMENT = """\
pincite: "1.0"
article: {title: The harbour clock, text: {path: clock.txt}}  # a copy of the print
sources:
  - id: log
    type: manuscript
    title: Log of the Wren
    copies:
      - path: clock.txt  # typed off
quotations:
  - id: q1
    text: The tide turned at six.
    anchor: {start: 19, end: 42}
    citations: [{source: log, locator: {page: "3"}}]
"""
FIXED = ("start: 19, end: 42", "start: 29, end: 52")
PINNED = ("typed off\n", f"typed off\n        media_type: text/plain\n        sha256: {DIGEST}\n")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a folder with files in which there is something to fix and something to pin."""
    folder = tmp_path / "tree"
    for number in range(FILES):
        inner = folder / f"a{number}"
        inner.mkdir(parents=True)
        (inner / "a.pincite.yaml").write_text(DOCUMENT, "utf-8")
        (inner / "clock.txt").write_text(TEXT, "utf-8")
    return folder


def running(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "pincite", *arguments],
        cwd=folder,
        env={**os.environ, "PINCITE_CACHE": str(folder.parent / "kept")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def documents(folder: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(folder.rglob("*.pincite.yaml"))]


def numbers(told: str, pattern: str) -> int:
    return sum(int(number) for number in re.findall(pattern, told))


def test_whatever_is_said_to_be_written_stands_there(tree: Path, tmp_path: Path) -> None:
    states = {
        (pinned, fixed): DOCUMENT.replace(*(PINNED if pinned else ("", ""))).replace(
            *(FIXED if fixed else ("", ""))
        )
        for pinned in (False, True)
        for fixed in (False, True)
    }
    for number in range(ROUNDS):
        folder = tmp_path / f"round-{number}"
        shutil.copytree(tree, folder)
        calls = [("check", "--fix", "."), ("pin", ".")] * (TOGETHER // 2)
        processes = [running(folder, *call) for call in calls]
        ends = [process.communicate(timeout=120) for process in processes]
        assert {process.returncode for process in processes} <= {0, 1}, ends
        there = documents(folder)
        assert set(there) <= set(states.values())
        fixed = numbers("".join(err for _, err in ends), r"fixed in (\d+) files?")
        pinned = numbers("".join(err for _, err in ends), r"(\d+) members? recorded") // 2
        assert fixed == sum(FIXED[1] in one for one in there), ends
        assert pinned == sum(DIGEST in one for one in there), ends
        for call in calls[:2]:
            running(folder, *call).communicate(timeout=60)
        assert set(documents(folder)) == {states[True, True]}
        assert not list(folder.rglob(".pincite-*"))


def test_processes_that_fix_find_the_same(tree: Path) -> None:
    processes = [running(tree, "check", "--fix", ".") for _ in range(TOGETHER)]
    reports = {process.communicate(timeout=120)[0] for process in processes}
    assert reports == {running(tree, "check", ".").communicate(timeout=60)[0]}
