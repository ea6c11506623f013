"""``docs/configuration.md`` is played through: its files are written, its commands run, their output compared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import PinciteInside

PAGE = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"
STEP = re.compile(
    r"^`(?P<name>[^`\n]+)`:\n\n```\w+\n(?P<text>.*?)^```$|^```console\n(?P<console>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def steps(page: str) -> Iterator[tuple[str, str]]:
    """Yield what a page does, in order: a file's name and text, or a command (from ``$`` on) and its output."""
    for match in STEP.finditer(page):
        if match["name"] is not None:
            yield match["name"], match["text"]
            continue
        for command in re.split(r"^(?=\$ )", match["console"], flags=re.MULTILINE)[1:]:
            line, _, output = command.partition("\n")
            yield line, output


def faults(page: str, folder: Path, pincite_inside: PinciteInside) -> list[tuple[str, str]]:
    """Return the commands of a page that print something else, with what they print."""
    found = []
    for name, text in steps(page):
        if name.startswith("$ "):
            done = pincite_inside(*name.split()[2:])
            if done.out + done.err != text:
                found.append((name, done.out + done.err))
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_does_what_it_says(folder: Path, pincite_inside: PinciteInside) -> None:
    page = PAGE.read_text("utf-8")
    names = [name for name, _ in steps(page)]
    assert names.count("pincite.toml") == 3
    assert sum(name.startswith("$ pincite ") for name in names) == 6
    assert faults(page, folder, pincite_inside) == []
    assert pincite_inside("config").status == 0, "the last configuration shown is a good one"


def test_a_page_that_says_otherwise_is_told(folder: Path, pincite_inside: PinciteInside) -> None:
    page = "`pincite.toml`:\n\n```toml\nselct = []\n```\n\n```console\n$ pincite config\nNothing.\n```\n"
    told = "pincite: pincite.toml:1: unknown key 'selct'; did you mean 'select'?\n"
    assert faults(page, folder, pincite_inside) == [("$ pincite config", told)]
