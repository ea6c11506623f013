"""The hook: the real ``pre-commit``, in a fresh repository, against this one as it stands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

GOOD = 'pincite: "1.0"\narticle: {title: The harbour clock}\n'
ARTICLE = "The harbour clock\n\nThe keeper wrote:\n\nThe tide turned at six. (Day Book, Jonas Pell, 1871)\n"
FAULTY = GOOD + "quotations: [{id: q1, text: The tide turned at six.}]\n"


@dataclass(frozen=True)
class Repository:
    """A git repository of its own, out of reach of this machine's settings."""

    folder: Path
    home: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        plain = {
            name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))
        }
        person = {
            f"GIT_{who}_{what}": "keeper@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        return subprocess.run(
            command,
            cwd=self.folder,
            env={
                **plain,
                **person,
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_CONFIG_NOSYSTEM": "1",
                "PRE_COMMIT_HOME": str(self.home),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=600,
            check=False,
        )

    def done(self, *command: str) -> str:
        """Run a command that must succeed and return what it prints."""
        ended = self.run(*command)
        assert ended.returncode == 0, ended.stdout
        return ended.stdout

    def add(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")
        self.done("git", "add", "--", name)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_hooks_pass_a_good_file_and_block_a_faulty_one(copy_of_the_project: Path, tmp_path: Path) -> None:
    hook = Repository(copy_of_the_project, tmp_path / "home")
    hook.done("git", "init", "--quiet")
    hook.done("git", "add", "--all", "--force")
    hook.done("git", "commit", "--quiet", "--message", "as it stands")
    revision = hook.done("git", "rev-parse", "HEAD").strip()

    folder = tmp_path / "articles"
    folder.mkdir()
    articles = Repository(folder, hook.home)
    articles.done("git", "init", "--quiet")
    articles.add(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {copy_of_the_project}\n    rev: {revision}\n    "
        "hooks: [{id: pincite-check}, {id: pincite-check-articles}]\n",
    )
    articles.done(sys.executable, "-m", "pre_commit", "install", "--install-hooks")

    articles.add("notes.yaml", "not: a Pincite file\n")
    articles.add("notes.txt", "The tide turned at six. (Day Book, Jonas Pell, 1871)\n")
    skipped = articles.done("git", "commit", "--message", "no document")
    assert "check provenance annotations" in skipped
    assert skipped.count("(no files to check)Skipped") == 2

    articles.add("good.pincite.yaml", GOOD)
    assert "Passed" in articles.done("git", "commit", "--message", "a good document")

    articles.add("-faulty.pincite.yaml", FAULTY)
    articles.add("with space.pincite.json", "{")
    blocked = articles.run("git", "commit", "--message", "faulty documents")
    assert blocked.returncode == 1
    assert "- exit code: 1\n" in blocked.stdout
    assert "-faulty.pincite.yaml:3:14: warning PIN101 (quotation-uncited)\n" in blocked.stdout
    assert "with space.pincite.json:1:1: error PIN003 (syntax-invalid)\n" in blocked.stdout
    assert articles.done("git", "log", "--format=%s").split("\n")[0] == "a good document"

    articles.done("git", "rm", "--quiet", "--force", "--", "-faulty.pincite.yaml", "with space.pincite.json")
    (folder / "articles").mkdir()
    articles.add("articles/-old one.TXT", ARTICLE)
    stopped = articles.run("git", "commit", "--message", "a faulty article")
    assert stopped.returncode == 1
    assert "check the citations of articles" in stopped.stdout
    assert "articles/-old one.TXT:5:25: warning PIN103 (locator-missing)\n" in stopped.stdout
