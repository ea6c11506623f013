"""Files of a megabyte in shapes that keep parsers busy: judged within two seconds and 300 MB, or refused in a line.

A part is tried in every run; ``PINCITE_HOSTILE=full`` tries all of them, each twice, and takes a quarter of an hour.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.hostile import shapes
from tests.hostile.oracle import FULL, SECONDS, full, judge, measured, tried
from tests.hostile.shapes import HEAD, MARKDOWN_HEAD, MEGABYTE, many

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLES = {
    "a.pincite.yaml": shapes.YAML,
    "a.pincite.json": shapes.JSON,
    "a.md": shapes.MARKDOWN,
}
WORST = {
    "a.pincite.yaml": ("sources-empty", "citations"),
    "a.pincite.json": ("anchors",),
    "a.md": ("unit-2",),
}
"""Those that took longest before they were mended."""
CITED = {"(a, 1871) ", "(IMG) ", "[IMG 3] ", "(a, 1871, p. 2) ", "“a b” (1871)\n"}
"""What makes a text that is nothing but quotations and citations: it takes time in proportion, see README.md."""


@pytest.mark.parametrize(
    ("name", "shape"), [(name, shape) for name in TABLES for shape in (TABLES[name] if FULL else WORST[name])]
)
def test_a_document_of_a_megabyte(name: str, shape: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(TABLES[name][shape](MEGABYTE), "utf-8", newline="")
    assert tried(tmp_path, "check", "--select", "ALL", name).status in {0, 1}


@pytest.mark.parametrize("unit", [one for one in shapes.UNITS if one not in CITED] if FULL else ["A. ", "("])
def test_an_article_of_a_megabyte(unit: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour clock\n\n" + many(unit, MEGABYTE), "utf-8", newline="")
    assert tried(tmp_path, "check", "--select", "ALL", "a.txt").status in {0, 1}


@full
@pytest.mark.parametrize("unit", sorted(CITED))
def test_an_article_of_citations_alone(unit: str, tmp_path: Path) -> None:
    """A tenth of a megabyte: a whole one takes ten times as long, which tests/converter/test_any_text.py measures."""
    (tmp_path / "a.txt").write_text("The harbour clock\n\n" + many(unit, MEGABYTE // 10), "utf-8", newline="")
    tried(tmp_path, "check", "--select", "ALL", "a.txt")


# --- what stands for more than it is: rows 1 and 2 --------------------------------------------------------------------

ALIASES = {
    "exponential": HEAD + "a: &a [x]\n" + "".join(f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefghijkl", "bcdefghijklm", strict=True)),
    "quadratic": HEAD + "a: &a " + "x" * 10_000 + "\nb: [" + ", ".join(["*a"] * 10_000) + "]\n",
    "of-itself": HEAD + "a: &a [*a]\n",
    "merged": HEAD + "a: &a {k: 1}\nb: {<<: *a}\n",
}  # fmt: skip


@pytest.mark.parametrize("shape", ALIASES)
def test_aliases_are_not_followed(shape: str, tmp_path: Path) -> None:
    (tmp_path / "a.pincite.yaml").write_text(ALIASES[shape], "utf-8")
    trial = tried(tmp_path, "check", "a.pincite.yaml")
    assert trial.status == 1
    assert b"PIN009 (alias-used)" in trial.out or b"(alias-used)" in trial.out


NESTED: dict[str, tuple[str, Callable[[int], str]]] = {
    "yaml-lists": ("a.pincite.yaml", lambda depth: f"{HEAD}x: {'[' * depth}{']' * depth}\n"),
    "yaml-mappings": ("a.pincite.yaml", lambda depth: f"{HEAD}x: {'{a: ' * depth}1{'}' * depth}\n"),
    "yaml-dashes": ("a.pincite.yaml", lambda depth: f"{HEAD}x:\n{'- ' * depth}1\n"),
    "yaml-open": ("a.pincite.yaml", lambda depth: f"{HEAD}x: {'[' * depth}\n"),
    "json-lists": ("a.pincite.json", lambda depth: f'{shapes.JSON_HEAD}, "x": {"[" * depth}{"]" * depth}}}'),
    "json-objects": ("a.pincite.json", lambda depth: shapes.JSON_HEAD + ', "x": ' + '{"a": ' * depth + "1" + "}" * depth + "}"),
    "json-open": ("a.pincite.json", lambda depth: shapes.JSON_HEAD + ', "x": ' + "[" * depth),
    "jsonl-lists": ("a.pincite.jsonl", lambda depth: f'{shapes.JSON_HEAD}, "x": {"[" * depth}{"]" * depth}}}\n'),
    "markdown-quotes": ("a.md", lambda depth: MARKDOWN_HEAD + "> " * depth + "a\n"),
    "markdown-lists": ("a.md", lambda depth: MARKDOWN_HEAD + "- " * depth + "a\n"),
    "markdown-brackets": ("a.md", lambda depth: MARKDOWN_HEAD + "[" * depth + "a" + "]" * depth + "\n"),
    "markdown-stars": ("a.md", lambda depth: MARKDOWN_HEAD + "*a " * depth + "b*" * depth + "\n"),
    "markdown-yaml": ("a.md", lambda depth: f"---\n{HEAD}x: {'[' * depth}{']' * depth}\n---\n\nThe tide.\n"),
}  # fmt: skip
DEPTHS = (63, 64, 65, 1000, 30_000, 200_000, 1_000_000) if FULL else (200_000,)
LIMIT = b"(limit-exceeded)"


# the others are read in tests/unit, without a process for each
@pytest.mark.parametrize("shape", [one for one in NESTED if FULL or one.startswith("markdown")])
def test_depth_ends_in_a_limit_and_not_in_a_crash(shape: str, tmp_path: Path) -> None:
    name, make = NESTED[shape]
    told = {}
    for depth in DEPTHS:
        folder = tmp_path / str(depth)
        folder.mkdir()
        (folder / name).write_text(make(depth), "utf-8")
        large = (folder / name).stat().st_size > MEGABYTE
        command = ("check", "--select", "ALL", name)
        trial = (
            measured([sys.executable, "-m", "pincite", *command], folder)
            if large
            else tried(folder, *command)
        )
        if large:  # time and memory are promised for a megabyte
            judge(trial._replace(seconds=min(trial.seconds, SECONDS), peak=0))
        told[depth] = trial.out
    deepest = told[max(DEPTHS)]
    assert name == "a.md" or LIMIT in deepest or b"syntax" in deepest
    if name != "a.md":
        assert f"{name}:".encode() in deepest  # with its place


# --- floods: row 23 ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit"])
def test_a_million_faults_are_told_in_a_megabyte(form: str, tmp_path: Path) -> None:
    if not FULL and form not in {"text", "json"}:
        pytest.skip("PINCITE_HOSTILE=full asks for all formats")
    (tmp_path / "a.pincite.yaml").write_text(HEAD + "sources:\n" + "- {}\n" * 190_000, "utf-8")
    trial = tried(tmp_path, "check", "--format", form, "a.pincite.yaml")
    assert trial.status == 1
    assert len(trial.out) <= MEGABYTE
    assert b"more faults of structure are not shown" in trial.out
