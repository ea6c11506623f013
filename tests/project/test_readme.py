"""Commands and programs on the pages of the documentation run, and print what the page shows.

A ``console`` block holds lines ``$ command``, each followed by what it prints; a line ``…`` stands for any lines.
The blocks of a page run one after the other in one copy of the project. A ``python`` block runs there too, and
prints what the ``text`` block right behind it shows, if there is one. A block behind a line with nothing but a name
in backquotes and a colon is a file of that name, written when its turn comes.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.conftest import Pincite

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md"))
    if re.search("^```(console|python)$", path.read_text("utf-8"), re.MULTILINE)
)
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$(?:\s*^```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WRITING = "import pathlib, sys; p = pathlib.Path(sys.argv[1]); p.parent.mkdir(exist_ok=True); p.write_text(sys.argv[2], 'utf-8')"
ANYTHING = "…"


@dataclass(frozen=True)
class Step:
    """A command of a page, in the line where it stands, and what the page says it prints (None: nothing)."""

    line: int
    command: list[str]
    expected: str | None


def steps_of(text: str) -> Iterator[Step]:
    """Yield the commands of a page in their order; raises ValueError for a console block without a command."""
    blocks = [*BLOCK.finditer(text), *FILE.finditer(text)]
    for block in sorted(blocks, key=lambda block: block.start()):
        line = text.count("\n", 0, block.start()) + 1
        if block.re is FILE:
            yield Step(line, [sys.executable, "-c", WRITING, block[1], block[2]], None)
            continue
        if block[1] == "python":
            yield Step(line, [sys.executable, "-c", block[2]], block[3])
            continue
        before, *parts = re.split(r"^\$ ", block[2], flags=re.MULTILINE)
        if before or not parts:
            raise ValueError(f"line {line}: a console block begins with '$ ' and a command")
        for part in parts:
            command, _, printed = part.partition("\n")
            yield Step(line, ["bash", "-c", command], printed)


def matches(printed: str, expected: str) -> bool:
    """Return whether a command printed what a page shows; blank lines at the end do not count."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == ANYTHING else re.escape(line) + r"\n"
        for line in expected.rstrip().splitlines()
    )
    return re.fullmatch(pattern, f"{printed.rstrip()}\n" if printed.strip() else "") is not None


def faults_of(text: str, folder: Path, env: Mapping[str, str]) -> list[str]:
    """Return what a page's commands print that it does not show."""
    faults = []
    for step in steps_of(text):
        done = subprocess.run(
            step.command,
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        printed = done.stdout.decode()
        fine = done.returncode == 0 if step.expected is None else matches(printed, step.expected)
        if not fine:
            faults.append(
                f"line {step.line}: {step.command[-1]}\nprints:\n{printed}but the page shows:\n{step.expected}"
            )
    return faults


@pytest.fixture
def environment(tmp_path: Path, pincite: Pincite) -> dict[str, str]:
    """An environment in which ``pincite`` is the one under test."""
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    command = scripts / "pincite"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pincite "$@"\n')
    command.chmod(0o755)
    plain = pincite.environment()
    return {**plain, "PATH": f"{scripts}:{Path(sys.executable).parent}:{plain['PATH']}"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_prints_what_it_shows(
    page: str, copy_of_the_project: Path, environment: dict[str, str]
) -> None:
    faults = faults_of((ROOT / page).read_text("utf-8"), copy_of_the_project, environment)
    assert not faults, "\n\n".join(faults)


def test_the_readme_shows_commands_and_a_program() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    kinds = [Path(step.command[0]).name.startswith("python") for step in steps_of(text)]
    assert kinds.count(False) > 1
    assert kinds.count(True) == 1


def test_scripts_that_the_readme_names_are_there() -> None:
    named = re.findall(r"python3 (tools/\S+\.py)", (ROOT / "README.md").read_text("utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []


SHOWN = [
    ("```console\n$ echo a; echo b\na\nb\n\n```\n", True),
    ("```console\n$ echo a; echo b\na\n```\n", False),
    ("```console\n$ echo a; echo b\n…\n```\n", True),
    ("```console\n$ echo a; echo b; echo c\na\n…\nc\n```\n", True),
    ("```console\n$ echo a; echo b; echo c\na\n…\nb\n```\n", False),
    ("```console\n$ true\n```\n", True),
    ("```console\n$ echo a\n```\n", False),
    ("```console\n$ true\na\n```\n", False),
    ("```console\n$ echo a >file\n$ cat file\na\n```\n\n```console\n$ cat file\na\n```\n", True),
    ("```console\n$ echo a >&2\na\n```\n", True),
    ("```python\nprint(1)\n```\n", True),
    ("```python\n1 / 0\n```\n", False),
    ("```python\nprint(1)\n```\n\n```text\n1\n```\n", True),
    ("```python\nprint(1)\n```\n\n```text\n2\n```\n", False),
    ("```text\nno command\n```\n", True),
    ("`d/a`:\n\n```toml\nx\n```\n\n```console\n$ cat d/a\nx\n```\n", True),
    ("`d/a`:\n\n```toml\ny\n```\n\n```console\n$ cat d/a\nx\n```\n", False),
]


@pytest.mark.parametrize(("text", "fine"), SHOWN)
def test_a_page_that_shows_something_else_is_told(
    text: str,
    fine: bool,  # noqa: FBT001 - a parameter
    tmp_path: Path,
    environment: dict[str, str],
) -> None:
    assert (faults_of(text, tmp_path, environment) == []) == fine


@pytest.mark.parametrize("text", ["```console\necho a\n```\n", "```console\na\n$ echo a\n```\n"])
def test_a_console_block_without_a_command_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"line 1: a console block begins with"):
        list(steps_of(text))
