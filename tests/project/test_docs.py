"""What the documentation shows is true: its documents check as it says, its links lead somewhere.

The examples on the pages of the rules are run where they are written, in the rules' docstrings.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

import pincite
from pincite.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PROSE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
LINKED = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "schema/*.md", "examples/**/*.md", "benchmarks/**/*.md")
    for path in ROOT.glob(pattern)
)
DOCUMENT = re.compile(
    r"^(?:<!-- gives (?P<codes>PIN\d{3}(?:, PIN\d{3})*) -->\n+)?```(?:yaml\n(?P<yaml>pincite:.*?)|markdown\n(?P<markdown>---\npincite:.*?))^```$",
    re.MULTILINE | re.DOTALL,
)
FENCED = re.compile(r"^(```+)[^`\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
LINK = re.compile(r"\]\((?P<target>[^()\s]+)\)")
HEADING = re.compile(r"^#{1,6} (?P<title>.+)$", re.MULTILINE)

BESIDE_THE_PAGE = {"PIN333", "PIN508"}
"""What a shown document gives for want of the catalogues and pictures it names, which no page can show with it."""


def documents(text: str) -> Iterator[tuple[int, str | None, str]]:
    """Yield line, announced codes and text (YAML or annotated Markdown) of each whole document in a page."""
    for match in DOCUMENT.finditer(text):
        kind = "yaml" if match["yaml"] else "markdown"
        yield text.count("\n", 0, match.start(kind)), match["codes"], match[kind]


def document_faults(text: str, folder: Path) -> list[str]:
    """Return which documents of a page do not check as the page says."""
    found = []
    for line, announced, shown in documents(text):
        file = folder / ("shown.md" if shown.startswith("---") else "shown.pincite.yaml")
        file.write_text(shown, "utf-8")
        findings = pincite.check(file).findings
        if announced is None:
            codes = sorted(
                {finding.code for finding in findings if finding.severity == "error"} - BESIDE_THE_PAGE
            )
        else:
            codes = sorted({finding.code for finding in findings})
        if codes != sorted((announced or "").replace(",", "").split()):
            found.append(f"line {line}: gives {codes}, the page says {announced}")
    return found


def link_faults(text: str, folder: Path) -> list[str]:
    """Return the links of a page in this folder that lead nowhere; those into the web are not followed."""
    found = []
    for match in LINK.finditer(CODE.sub("", FENCED.sub("", text))):
        target = match["target"]
        if re.match(r"[a-z]+:", target):
            continue
        name, _, fragment = target.partition("#")
        path = folder / name
        page = text if not name else path.read_text("utf-8") if path.is_file() else ""
        if (name and not path.exists()) or (fragment and fragment not in fragments(page)):
            found.append(target)
    return found


def fragments(text: str) -> set[str]:
    """Return the fragments that GitHub gives the headings of a page."""
    titles = (match["title"].lower() for match in HEADING.finditer(FENCED.sub("", text)))
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


def parameters() -> Iterator[str]:
    """Yield every command, and every option of each in all its spellings."""
    root = typer.main.get_command(app)
    commands = getattr(root, "commands", {})
    yield from commands
    for command in (root, *commands.values()):
        for parameter in command.params:
            yield from (word for word in parameter.opts if word.startswith("-"))


def unmentioned(text: str) -> list[str]:
    return [word for word in parameters() if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_shown_documents_check_as_the_page_says(path: Path, tmp_path: Path) -> None:
    assert document_faults(path.read_text("utf-8"), tmp_path) == []


def test_documents_are_shown_at_all() -> None:
    assert len([one for path in PROSE for one in documents(path.read_text("utf-8"))]) >= 5


@pytest.mark.parametrize(
    ("announced", "date", "fault"),
    [
        ("", "1871-02-30", "line {}: gives ['PIN201'], the page says None"),
        ("<!-- gives PIN212 -->\n\n", "1871-02-30", "line {}: gives ['PIN201'], the page says PIN212"),
        ("<!-- gives PIN201 -->\n", "1871-02-28", "line {}: gives [], the page says PIN201"),
    ],
)
def test_a_document_that_checks_otherwise_is_told(
    announced: str, date: str, fault: str, tmp_path: Path
) -> None:
    page = f'Text.\n\n{announced}```yaml\npincite: "1.0"\narticle: {{title: Tides, date: "{date}"}}\n```\n'
    assert document_faults(page, tmp_path) == [fault.format(3 + announced.count("\n"))]


@pytest.mark.parametrize("path", LINKED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    assert link_faults(path.read_text("utf-8"), path.parent) == []


@pytest.mark.parametrize("target", ["nowhere.md", "nowhere.md#tides", "page.md#clocks", "#clocks"])
def test_a_link_that_leads_nowhere_is_told(target: str, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Tides\n\n```md\n# Clocks\n```\n", "utf-8")
    page = f"# Tides\n\n[all](page.md#tides), [here](#tides), [web](https://example.org/), [gone]({target})\n"
    assert link_faults(page, tmp_path) == [target]


def test_the_command_line_is_documented_whole() -> None:
    assert unmentioned((ROOT / "docs/cli.md").read_text("utf-8")) == []


@pytest.mark.parametrize("word", ["convert", "--text-path", "-o", "--install-completion"])
def test_a_forgotten_word_of_the_command_line_is_told(word: str) -> None:
    page = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", "", (ROOT / "docs/cli.md").read_text("utf-8"))
    assert set(unmentioned(page)) == {word}  # once for each command that has it
