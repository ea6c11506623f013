"""Shell completion: a script for each shell, and what it completes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pincite.reporters import FORMATS as REPORT_FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite

MARKS = {
    "bash": "complete -o default -F _pincite_completion pincite",
    "zsh": "compdef _pincite_completion pincite",
    "fish": "complete --command pincite",
}
COMMANDS = {
    "init",
    "new",
    "check",
    "config",
    "convert",
    "dataset",
    "explain",
    "fmt",
    "formats",
    "lsp",
    "pin",
    "verify",
    "rules",
    "schema",
}
OPENERS = {
    # each prints, one a line, what pressing Tab after "pincite c" would offer
    "bash": (
        'eval "$SCRIPT"; COMP_WORDS=(pincite c); COMP_CWORD=1; COMP_LINE="pincite c"; COMP_POINT=9; '
        '_pincite_completion pincite; printf "%s\\n" "${COMPREPLY[@]}"'
    ),
    "zsh": (
        'compdef() { :; }; _arguments() { print -r -- "$*"; }; words=(pincite c); CURRENT=2; '
        'eval "$SCRIPT"; _pincite_completion'
    ),
    "fish": 'echo $SCRIPT | source; complete --do-complete "pincite c"',
}


@pytest.mark.parametrize("shell", MARKS)
def test_a_script_is_printed_for_each_shell(shell: str, pincite: Pincite) -> None:
    done = pincite(env={"_PINCITE_COMPLETE": f"source_{shell}"})
    assert (done.status, done.err) == (0, "")
    assert MARKS[shell] in done.out


@pytest.mark.parametrize("shell", MARKS)
def test_a_shell_completes_a_command_with_it(shell: str, tmp_path: Path, pincite: Pincite) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    command = tmp_path / "pincite"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pincite "$@"\n')
    command.chmod(0o755)
    script = pincite(env={"_PINCITE_COMPLETE": f"source_{shell}"}).out.replace("$1", "pincite")
    environment = pincite.environment({"SCRIPT": script, "HOME": str(tmp_path)})
    environment["PATH"] = f"{tmp_path}:{environment['PATH']}"
    done = subprocess.run(
        [program, "-c", OPENERS[shell]],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    offered = {one for one in COMMANDS if one in done.stdout}
    assert offered == {"check", "config", "convert"}, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("pincite ", COMMANDS),
        ("pincite sch", {"schema"}),
        ("pincite check --f", {"--fix", "--format", "--fail-on"}),
        ("pincite check --format ", set(REPORT_FORMATS)),
        ("pincite check --format xml --fail", {"--fail-on"}),
        ("pincite verify --format js", {"json", "jsonl"}),
        ("pincite convert --to js", {"json", "json-ld"}),
        ("pincite convert --from ri", {"ris"}),
        ("pincite nothing", set()),
    ],
)
def test_what_is_offered(words: str, offered: set[str], pincite: Pincite) -> None:
    asked = {"_PINCITE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert set(pincite(env=asked).out.split()) == offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("pincite check ", {"a.pincite.yaml", "b.md", "c.txt"}),
        ("pincite fmt ", {"a.pincite.yaml", "b.md"}),
        ("pincite pin ", {"a.pincite.yaml", "b.md"}),
        *((f"pincite {one} --config ", {"house.toml"}) for one in ("check", "config", "convert", "fmt", "new", "verify")),
    ],
)  # fmt: skip
def test_which_files_are_offered(
    words: str, offered: set[str], tmp_path: Path, pincite_process: Pincite
) -> None:
    for name in ("a.pincite.yaml", "b.md", "c.txt", "d.png", "house.toml"):
        (tmp_path / name).write_text("")
    asked = {"_PINCITE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert set(pincite_process(env=asked, cwd=tmp_path).out.split()) == offered
