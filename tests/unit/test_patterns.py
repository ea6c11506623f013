"""Patterns as git has them: the same verdicts as ``git check-ignore``, and in time whatever the pattern is."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite.settings.patterns import covered, matched, parsed

if TYPE_CHECKING:
    from pathlib import Path

TREE = ["a", "b.txt", "ab", "x y", "d/a", "d/b.txt", "d/e/a", "d/e/ab", "e/a", "[a]", "!a", "#a", "a*", "d-e"]
PIECES = ["a", "b", "d", "e", "*", "?", "**", "/", "/", ".txt", "[a-c]", "[!a]", "[^b]", "[]a]", "!", "#", "\\", " ", "[", "-"]  # fmt: skip


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    for name in TREE:
        path = folder / (name if name not in {"d", "e"} else f"{name}/x")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    return folder


def ignored_by_git(repository: Path, lines: str) -> set[str]:
    (repository / ".gitignore").write_text(lines, "utf-8")
    done = subprocess.run(
        ["git", "-c", "core.excludesFile=", "check-ignore", "--stdin", "-z", "--no-index"],
        input="\0".join(TREE),
        cwd=repository,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return set(filter(None, done.stdout.split("\0")))


def ignored_by_us(lines: str) -> set[str]:
    """Judge from the top as a walk does: below an ignored folder nothing is asked any more."""
    patterns = parsed(lines.split("\n"))
    found = set()
    for name in TREE:
        parts = name.split("/")
        if any(
            matched(patterns, parts[:length], is_folder=length < len(parts))
            for length in range(1, len(parts) + 1)
        ):
            found.add(name)
    return found


LISTED = [
    "a", "/a", "d/a", "a/", "d/", "/d/", "*", "*.txt", "d/*", "d/**", "**/a", "d/**/a", "**", "a*", "a\\*", "\\!a", "!a",
    "*\n!a", "d/\n!d/a", "d/*\n!d/a", "[ab]", "[!a]", "\\[a]", "?", "# a", "\\#a", "a ", "x y", "x\\ y ", "", "/", "//",
    "[d-[a-c]", "[/[a-c]", "d\\/a", "d/e/", "e", "/e", "**/e/a", "[", "a[", "a\\", "[a-", "[]a]", "d-e", "[d]-e", "***", "d**", "**d/a", "/**", "**/",
]  # fmt: skip


@pytest.mark.parametrize("lines", LISTED)
def test_git_and_we_agree_on_a_listed_pattern(lines: str, repository: Path) -> None:
    assert ignored_by_us(lines) == ignored_by_git(repository, lines)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), max_size=3).map("\n".join))
def test_git_and_we_agree_on_any_patterns(repository: Path, lines: str) -> None:
    assert ignored_by_us(lines) == ignored_by_git(repository, lines)


@pytest.mark.parametrize("pattern", ["*a" * 60 + "b", "[a-z]*" * 60 + "/", "**/a/" * 60 + "b", "?*" * 100])
def test_no_pattern_blows_up(pattern: str) -> None:
    began = time.process_time()
    covered(parsed([pattern]), ["a" * 250] * 60)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("pattern", "path", "is_covered"),
    [
        ("archive/", "archive/a.pincite.yaml", True),
        ("archive/", "archive", False),
        ("archive/**", "archive/old/a.pincite.yaml", True),
        ("*.old.pincite.yaml", "deep/er/a.old.pincite.yaml", True),
        ("/a.pincite.yaml", "deep/a.pincite.yaml", False),
    ],
)
def test_a_file_is_covered_with_the_folder_around_it(pattern: str, path: str, *, is_covered: bool) -> None:
    assert covered(parsed([pattern]), path.split("/")) is is_covered
