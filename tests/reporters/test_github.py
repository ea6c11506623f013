"""Commands of GitHub Actions, read as its runner reads them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given

from pincite.model.finding import Place
from pincite.reporters.concise_format import line_of
from pincite.reporters.github_format import beside
from pincite.reporters.safe_text import safe
from tests.reporters.made import few, finding, rendered, report, reports

if TYPE_CHECKING:
    from pincite.model.report import Report

KNOWN = {"error", "warning", "notice", "group", "endgroup", "stop-commands", "add-mask", "set-env"}


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


class Runner:
    """Reads lines as the runner of GitHub Actions does, in the present and the former way."""

    def __init__(self) -> None:
        self.known = set(KNOWN)
        self.word: str | None = None
        self.obeyed: list[Command] = []

    def read(self, text: str) -> list[Command]:
        for line in text.split("\n"):
            command = self._present(line) or self._former(line)
            if command is None or command.name not in self.known:
                continue
            if self.word is not None:
                if command.name == self.word:
                    self.known.discard(self.word)
                    self.word = None
            elif command.name == "stop-commands":
                self.word = command.data
                self.known.add(self.word)
            else:
                self.obeyed.append(command)
        return self.obeyed

    @staticmethod
    def _present(line: str) -> Command | None:
        line = line.lstrip()
        if not line.startswith("::") or "::" not in line[2:]:
            return None
        head, _, data = line[2:].partition("::")
        name, _, given = head.partition(" ")
        pairs = [one.partition("=") for one in given.split(",") if one]
        return Command(name, {key: unescaped(value) for key, _, value in pairs}, unescaped(data))

    @staticmethod
    def _former(line: str) -> Command | None:
        _, begun, rest = line.partition("##[")
        head, ended, data = rest.partition("]")
        return Command(head.partition(" ")[0], {}, data) if begun and ended else None


def unescaped(text: str) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


@few
@given(reports())
def test_the_runner_reads_what_was_found_and_nothing_else(made: Report) -> None:
    text = rendered("github", made)
    commands = Runner().read(text)
    assert len(commands) == len(made.findings) == text.count("\n")
    for command, found in zip(commands, made.findings, strict=True):
        assert command.name == {"error": "error", "warning": "warning", "info": "notice"}[found.severity]
        assert command.properties["title"] == f"{found.code} ({found.name})"
        assert command.properties.get("file", "") == ("" if found.path == "-" else safe(found.path))
        hint = f"\n{safe(found.hint)}" if found.hint else ""
        assert command.data == unescaped_data(f"{line_of(found)}{hint}")


def unescaped_data(text: str) -> str:
    """Return what this file's runner makes of data, where it unescapes more than the real one does."""
    return unescaped(text.replace("%", "%25"))


def test_a_command_says_all_of_the_place() -> None:
    made = report(finding("100% wrong, or: not", "a:b, c.pincite.yaml"))
    assert rendered("github", made) == (
        "::error file=a%3Ab%2C c.pincite.yaml,line=3,col=5,endLine=3,endColumn=9,title=PIN101 (quotation-uncited)"
        "::a:b, c.pincite.yaml:3:5: PIN101 100%25 wrong, or: not%0Aright\n"
    )


@pytest.mark.parametrize(
    ("path", "place", "properties"),
    [
        ("a", Place(3, 5, 4, 2, "abc"), "file=a,line=3,endLine=4,"),  # columns only within a line
        ("a", Place(3, 5, 4, 1, "abc"), "file=a,line=3,endLine=3,"),  # nothing of the next line
        ("a", None, "file=a,"),
        ("-", Place(3, 5, 3, 6, "abc"), ""),  # no file of the repository
    ],
)
def test_only_what_github_can_show_is_given(path: str, place: Place | None, properties: str) -> None:
    text = rendered("github", report(finding(path=path, place=place, severity="info")))
    assert text.startswith(f"::notice {properties}title=PIN101 (quotation-uncited)::{path}")


def test_annotations_are_folded_away_under_the_report() -> None:
    text, commands = "one finding\n", "::error::wrong\n"
    assert beside(text, commands) == "one finding\n::group::annotations\n::error::wrong\n::endgroup::\n"
    assert beside(text, "") == text


@pytest.mark.parametrize("line", ["  ::add-mask::clock", "note ##[add-mask]clock", "::stop-commands::clock"])
def test_what_a_report_quotes_is_no_command(line: str) -> None:
    text = f"a\n{line}\nb\n"
    commands = Runner().read(beside(text, "::error::wrong\n"))
    assert [one.name for one in commands] == ["group", "error", "endgroup"]
    assert hashlib.sha256(text.encode()).hexdigest() in beside(text, "")


@few
@given(reports())
def test_whatever_a_report_quotes_is_no_command(made: Report) -> None:
    text = rendered("text", made)
    commands = Runner().read(beside(text, rendered("github", made)))
    around = 2 if made.findings else 0
    assert len(commands) == len(made.findings) + around
