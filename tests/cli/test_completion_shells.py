"""Completion as people have it: installed by the program itself, then a real shell, a line, and the Tab key."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from pincite.export import FORMATS
from pincite.reporters import FORMATS as REPORTS
from tests.conftest import Pincite
from tests.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

SHELLS = ["bash", "zsh", "fish"]
FILES = ["clock.pincite.yaml", "lamp.txt", "lamp.docx", "notes.md", "refs.bib", "scan.png", "house.toml", "deep/er/bell.pincite.json", "odd/a b.pincite.yaml"]  # fmt: skip
READY = {
    # said in two halves, so that what is typed is not taken for the answer
    "bash": "bind 'set show-all-if-ambiguous on'; bind 'set page-completions off'; bind 'set completion-query-items 0'; echo rea''dy\n",
    # the first Tab of a session does no more than load what is installed; docs/start.md says so
    "zsh": "LISTMAX=10000; unsetopt PROMPT_SP; _pincite 2>/dev/null; echo rea''dy\n",
}
_DONE = "\x15echo do''ne\n"
"""The line is taken away, and something else is said: all that Tab offers has been shown by then."""


@dataclass(frozen=True)
class Shell:
    """A shell whose user has installed completion, in a folder with files of many kinds."""

    name: str
    folder: Path
    env: dict[str, str]

    def offered(self, line: str, *patterns: str) -> str:
        """Return what a Tab behind a line shows, once all patterns fit it: the line as it became, and what is offered."""
        if self.name == "fish":
            screen = self._run(f"complete -C {line!r}")
            for pattern in patterns:
                assert re.search(pattern, screen), screen
            return screen
        with Terminal([self.name, "-i"], self.folder, self.env) as terminal:
            terminal.type(READY[self.name])
            terminal.wait_for("ready")
            # zsh completes nothing while more is typed already: what is offered is waited for
            terminal.type(f"{line}\t")
            for pattern in patterns:
                terminal.wait_for(f"ready.*{pattern}", 15)
            terminal.type(_DONE)
            terminal.wait_for("done")
            return terminal.screen.rpartition("ready")[2].partition("echo do")[0]

    def _run(self, command: str) -> str:
        done = subprocess.run(
            [self.name, "-c", command], cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def install(self) -> None:
        """Install completion as its help says."""
        self._run("pincite --install-completion; true")


@pytest.fixture(scope="module", params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    name = str(request.param)
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    home = tmp_path_factory.mktemp(name)
    command = home / "bin" / "pincite"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pincite "$@"\n')
    command.chmod(0o755)
    folder = home / "work"
    for file in FILES:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("")
    plain = Pincite.environment(
        {"HOME": str(home), "ZDOTDIR": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
    )
    plain.pop("BASH_ENV", None)
    made = Shell(name, folder, {**plain, "PATH": f"{command.parent}:{plain['PATH']}"})
    made.install()
    return made


CASES = [
    # what is typed, what is offered, and what must not be
    ("pincite c", {"check", "config", "convert"}, {"explain"}),
    ("pincite explain PIN10", {"PIN101", "PIN109"}, {"PIN110"}),
    ("pincite check --select PIN101,PIN70", {"PIN101,PIN701", "PIN101,PIN709"}, {"PIN102"}),
    ("pincite check --f", {"--format", "--fail-on"}, {"--select"}),
    ("pincite check --format ", set(REPORTS), {"clock"}),
    ("pincite check --fail-on ", {"warning", "error"}, {"clock"}),
    ("pincite convert --to ", {"csl-json", "biblatex", "tei"}, {"clock"}),
    ("pincite formats bib", {"bibtex", "biblatex"}, {"tei"}),
    ("pincite schema ", {"document", "report", "config"}, {"clock"}),
    ("pincite check ", {"clock.pincite.yaml", "lamp.txt", "notes.md"}, {"scan.png", "house.toml", "refs.bib"}),
    ("pincite fmt ", {"clock.pincite.yaml", "notes.md"}, {"lamp.txt", "scan.png"}),
    ("pincite new ", {"lamp.txt", "lamp.docx", "notes.md"}, {"clock.pincite.yaml", "scan.png"}),
    ("pincite convert ", {"lamp.txt", "refs.bib", "clock.pincite.yaml"}, {"scan.png"}),
    ("pincite check --config h", {"house.toml"}, {"scan.png"}),
    ("pincite check de", {"deep/er/bell.pincite.json"}, {"clock"}),
    ("pincite init d", {"deep/er/"}, {"clock"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted", "unwanted"), CASES, ids=[case[0] for case in CASES])
def test_tab_offers(line: str, wanted: set[str], unwanted: set[str], shell: Shell) -> None:
    screen = shell.offered(line, *(rf"(?<![\w-]){re.escape(one)}(?![\w.])" for one in wanted))
    assert not {one for one in unwanted if one in screen}, screen


def test_names_that_need_quoting_are_left_to_the_shell(shell: Shell) -> None:
    shell.offered("pincite check odd/a", r"odd/(a\\ b|'?a b)\.pincite\.yaml")


def test_every_format_is_offered(shell: Shell) -> None:
    shell.offered("pincite convert --to ", *(rf"(?<![\w-]){name}(?![\w-])" for name in FORMATS))
