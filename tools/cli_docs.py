"""Generates ``docs/cli.md``: the help of the command line and of each command, as it is printed."""

from __future__ import annotations

import os
import subprocess
import sys

import typer

from pincite.cli.app import app
from rule_docs import note

PATH = "docs/cli.md"
_WIDTH = {"COLUMNS": "80", "TERMINAL_WIDTH": "80"}
_INTRODUCTION = """\
# Command line

`pincite` reads files, prints a report or a document on standard output and complaints about the call on standard error.
Paths may be files or folders; `-` is standard input.
`python -m pincite` is the same command.

| exit status | meaning |
| --- | --- |
| 0 | done; no finding fails the run |
| 1 | findings at or above `--fail-on`; a file that cannot be read is a finding |
| 2 | the call is wrong or cannot be carried out |
| 130 | interrupted with Ctrl-C |
| 141 | the reader of the output went away |

Colour and progress appear on a terminal only; `NO_COLOR` in the environment turns colour off.
"""


def pages() -> dict[str, str]:
    """Return the page under its path."""
    sections = [_INTRODUCTION, _console([])]
    sections += [f"## pincite {' '.join(words)}\n\n{_console(words)}" for words in commands()]
    return {PATH: "\n".join([*sections, note("the program's own help")])}


def commands() -> list[list[str]]:
    """Return the words of all commands, in the order of the help, those of a group behind it."""
    found = []
    for name, command in getattr(typer.main.get_command(app), "commands", {}).items():
        found.append([name])
        found += [[name, inner] for inner in getattr(command, "commands", {})]
    return found


def _console(command: list[str]) -> str:
    call = [*command, "--help"]
    # a process of its own: typer's test runner prints two columns more than a terminal shows
    printed = subprocess.run(  # noqa: S603 - the program that is documented
        [sys.executable, "-m", "pincite", *call],
        env={**os.environ, **_WIDTH},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return f"```console\n$ {' '.join(['pincite', *call])}\n{printed.rstrip()}\n```\n"
