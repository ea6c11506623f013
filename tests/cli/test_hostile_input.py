"""Input made to keep the program busy, or to trip it: it is judged within bounds, or refused in a line.

The bounds are generous: without the mends each of these took several times as long, or ended in a traceback.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Pincite

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 4
"""Processor time that any input of a megabyte may take."""
TIMES = 8
"""How many times longer than ordinary prose of a megabyte it may take on a machine too slow for that."""
PROSE = "The keeper wrote in his book that the tide had turned at six, and that nobody came to the bell. "
MEMORY = 700 * 1024 * 1024

HEAD = 'pincite: "1.0"\narticle: {title: The harbour clock, language: en}\n'
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def claims(*citations: object) -> str:
    claim = {"id": "c1", "text": "The clock stopped.", "citations": list(citations)}
    return HEAD + f"claims: {json.dumps([claim])}\n"


def located(page: str, whole: str | None = None) -> str:
    book: dict[str, object] = {"id": "book", "type": "book", "title": "The Bell Book"}
    source: dict[str, object] = {"id": "bells", "type": "article", "title": "Bells"}
    if whole is not None:
        source["container"] = {"source": "book", "locator": {"page": whole}}
    cited = claims({"source": "bells", "raw": "(Bells, 1871)", "locator": {"page": page}})
    return cited + f"sources: {json.dumps([book, source])}\n"


def article(content: str, **members: object) -> str:
    whole = {"title": "The harbour clock", "language": "en", "text": {"content": content}, **members}
    return json.dumps({"pincite": "1.0", "article": whole}, ensure_ascii=False)


def overlapping(count: int) -> str:
    blocks = [{"type": "paragraph", "start": at, "end": at + 10**9} for at in range(count)]
    return article("The harbour clock of 1871 stood still. " * 7500, blocks=blocks)


DOCUMENTS: dict[str, Callable[[], str]] = {
    "digits.yaml": lambda: located("1" * 4301 + "-2"),
    "digits-alone.yaml": lambda: located("1" * 5000, "1-9"),
    "digits-short-end.yaml": lambda: located("1" * 4999 + "-" + "1" * 4998, "1-9"),
    "digits-year.yaml": lambda: claims({"raw": "(Bells, " + "1" * 5000 + ")"}),
    "roman-dotted-capital.yaml": lambda: located("\u0130-x", "i-x"),
    "ignores.yaml": lambda: HEAD + "# pincite: ignore\n" * 50_000,
    "ignores-with-codes.yaml": lambda: HEAD + "# pincite: ignore[PIN108] x\n" * 30_000,
    "ignore-long-list.yaml": lambda: (
        HEAD + "# pincite: ignore[" + ",".join(f"x{number}" for number in range(120_000)) + "] x\n"
    ),
    "ignores.md": lambda: f"---\n{HEAD}---\n" + "<!-- pincite: ignore -->\n" * 35_000,
    "ignores-apart.md": lambda: f"---\n{HEAD}---\n" + "<!-- pincite: ignore[PIN108] x -->\n\n" * 25_000,
    "ignores-fenced.md": lambda: (
        f"---\n{HEAD}---\n" + "```\n<!-- pincite: ignore[PIN108] x -->\n```\n" * 20_000
    ),
    "blocks-overlapping.json": lambda: overlapping(8000),
    "parentheses-empty.txt": lambda: "The harbour clock. " + "()" * 490_000,
    "parentheses-marked.txt": lambda: "The harbour clock. " + "(x) (IMG) " * 90_000,
    "spaces-inside.yaml": lambda: claims({"raw": "(" + "\u00a0" * 150_000 + ")"}),
    "wide-word.yaml": lambda: claims({"raw": "(" + "é" * 40_000 + " , 1871)"}),
    "commas.json": lambda: json.dumps(
        {
            "pincite": "1.0",
            "article": {"title": ", " * 90_000, "text": {"content": ", " * 90_000}},
            "quotations": [{"id": "q1", "text": ", " * 90_000, "citations": [{"raw": ", " * 90_000}]}],
        }
    ),
    "guillemets.json": lambda: article("«" * 490_000),
    "parentheses-open.json": lambda: article("(" * 990_000),
}
CONFIGURATIONS: dict[str, Callable[[], str]] = {
    "dotted-key": lambda: ".".join(["a"] * 20_000) + " = 1\n",
    "dotted-table": lambda: "[" + ".".join(["a"] * 20_000) + "]\n",
    "unknown-rules": lambda: "ignore = [" + ",".join(f'"x{number}"' for number in range(25_000)) + "]\n",
    "unknown-keys": lambda: "".join(f"x{number} = 1\n" for number in range(20_000)),
    "patterns": lambda: "exclude = [" + ",".join(f'"*x{number}*y"' for number in range(15_000)) + "]\n",
}


def bounded(folder: Path, *arguments: str) -> tuple[int, str, float]:
    """Return exit status, output and processor time of the command, run with little memory."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "pincite", *arguments],
        cwd=folder,
        env=Pincite.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
        preexec_fn=limit,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.returncode, done.stdout.decode(), after.ru_utime - before.ru_utime


@cache
def ordinary_seconds() -> float:
    """Return what ordinary prose takes, in the same run and so on the same machine."""
    with TemporaryDirectory() as folder:
        Path(folder, "article.txt").write_text((PROSE * 8 + "\n\n") * 1350, "utf-8")
        return bounded(Path(folder), "check", "--select", "ALL", "article.txt")[2]


def assert_within_bounds(outcome: tuple[int, str, float]) -> None:
    status, said, seconds = outcome
    assert status in {0, 1, 2}, said[-2000:]
    assert "Traceback" not in said
    assert "fault in pincite" not in said
    assert "not enough memory" not in said
    assert seconds < max(SECONDS, TIMES * ordinary_seconds())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(name: str, tmp_path: Path) -> None:
    path = tmp_path / name.replace(".yaml", ".pincite.yaml").replace(".json", ".pincite.json")
    path.write_text(DOCUMENTS[name](), "utf-8")
    assert path.stat().st_size <= 1_100_000
    assert_within_bounds(bounded(tmp_path, "check", "--select", "ALL", path.name))


@pytest.mark.parametrize("name", CONFIGURATIONS)
@pytest.mark.parametrize("file", ["pincite.toml", "pyproject.toml", "foreign"])
def test_configurations(name: str, file: str, tmp_path: Path) -> None:
    text = CONFIGURATIONS[name]()
    if file == "pyproject.toml":
        text = f"[tool.pincite]\n{text}" if name != "dotted-table" else text.replace("[", "[tool.pincite.")
    elif file == "foreign":
        text = (text if name == "dotted-table" else f"[tool.other]\n{text}") + "[tool.pincite]\nignore=[]\n"
    (tmp_path / ("pincite.toml" if file == "pincite.toml" else "pyproject.toml")).write_text(text, "utf-8")
    for number in range(50):
        (tmp_path / f"{number}.pincite.yaml").write_text(HEAD, "utf-8")
    assert_within_bounds(bounded(tmp_path, "check", "."))
