"""The YAML server with the copy of the schema: members and values are completed, explained, and judged at their lines."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite.cli.starting.schema_copy import NAME

if TYPE_CHECKING:
    from tests.language_client import LanguageClient

HERE = Path(__file__).parent
FAULTY = (HERE / "faulty.pincite.yaml").read_text("utf-8")
WAYS = ["modeline", "settings"]
CURSOR = "‸"
NUMBERS = count(1)
"""No two documents have one address: a server would take the second for the first."""


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    """How the server knows the schema: the document says so, or the project's settings."""
    return str(request.param)


@pytest.fixture
def client(way: str, request: pytest.FixtureRequest) -> LanguageClient:
    found: LanguageClient = request.getfixturevalue(f"yaml_by_{way}")
    return found


class Open:
    """A document that is open in an editor; its first line is the modeline, or a comment in its place."""

    def __init__(self, client: LanguageClient, project: Path, way: str, text: str) -> None:
        first = f"# yaml-language-server: $schema=../{NAME}\n" if way == "modeline" else "# by settings\n"
        before, _, after = text.partition(CURSOR)
        self._client = client
        self.text = first + before + after
        self.place = (before.count("\n") + 1, len(before.rpartition("\n")[2]))
        self.uri = client.open((project / "articles" / f"{next(NUMBERS)}.pincite.yaml").as_uri(), self.text)

    def completed(self) -> dict[str, str]:
        """Return what is offered at the cursor, each with its explanation."""
        found = self._client.at("completion", self.uri, *self.place)
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: str(item.get("documentation", "")) for item in items}

    def hovered(self) -> str:
        found = self._client.at("hover", self.uri, *self.place)
        return "" if found is None else str(found["contents"]["value"])

    def faults(self) -> list[tuple[str, str]]:
        """Return the line that each diagnostic begins in, and what it says."""
        lines = self.text.splitlines()
        found = [(one["range"]["start"], one["message"]) for one in self._client.diagnostics(self.uri)]
        found.sort(key=lambda one: (one[0]["line"], one[0]["character"]))
        return [(lines[start["line"]], message) for start, message in found]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (f'pincite: "1.0"\n{CURSOR}\n', ({"article", "sources", "quotations", "claims", "images"}, {"pincite", "title"})),
        (f'pincite: "1.0"\narticle:\n  {CURSOR}\n', ({"title", "authors", "date", "language", "text"}, {"sources", "locator"})),
        (f'pincite: "1.0"\narticle: {{}}\nsources:\n  - id: a\n    {CURSOR}\n', ({"type", "title", "archive", "container"}, {"id", "basis"})),
        (f'pincite: "1.0"\narticle: {{}}\nsources:\n  - id: a\n    type: {CURSOR}\n', ({"book", "letter", "manuscript"}, {"source"})),
        (f'pincite: "1.0"\narticle: {{}}\nclaims:\n  - id: a\n    text: b\n    basis: {CURSOR}\n', ({"source"}, {"book"})),
    ],
)  # fmt: skip
def test_members_and_values_are_completed(
    text: str, offered: tuple[set[str], set[str]], client: LanguageClient, project: Path, way: str
) -> None:
    some, none = offered
    found = Open(client, project, way, text).completed()
    assert some <= found.keys()
    assert not none & found.keys()


def test_what_is_offered_is_explained(client: LanguageClient, project: Path, way: str) -> None:
    offered = Open(client, project, way, f'pincite: "1.0"\narticle:\n  {CURSOR}\n').completed()
    assert offered["title"] == "The article's title as printed."
    assert [name for name, said in offered.items() if not said] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'pincite: "1.0"\nar{CURSOR}ticle: {{}}\n', "The article that is annotated."),
        (f'pincite: "1.0"\narticle: {{}}\nsources:\n  - id: a\n    ti{CURSOR}tle: b\n', "The title, without quotation marks."),
        (f'pincite: "1.0"\narticle: {{}}\nquotations:\n  - id: a\n    text: b\n    citations:\n      - locat{CURSOR}or: {{page: "1"}}\n', "in the source"),
        (f'pincite: "1.0"\narticle: {{}}\nsources:\n  - id: a\n    type: let{CURSOR}ter\n', "What kind of work or document this is."),
    ],
)  # fmt: skip
def test_a_member_is_explained(text: str, said: str, client: LanguageClient, project: Path, way: str) -> None:
    assert said in Open(client, project, way, text).hovered()


def test_faults_stand_at_their_lines(client: LanguageClient, project: Path, way: str) -> None:
    found = Open(client, project, way, FAULTY).faults()
    expected = [line for line in FAULTY.splitlines() if "# !" in line]
    assert [line for line, _ in found] == expected
    for line, message in found:
        said = line.partition("# !")[2].strip()
        assert message.replace("\n", " ").startswith(said), message
    assert not any(re.search(r"\(\?[!=:]", message) for _, message in found)  # no pattern is shown to people


def test_the_first_document_has_no_faults(client: LanguageClient, project: Path, way: str) -> None:
    text = (project / "example.pincite.yaml").read_text("utf-8").partition("\n")[2]
    assert Open(client, project, way, text).faults() == []


def test_a_fault_goes_when_it_is_mended(client: LanguageClient, project: Path, way: str) -> None:
    opened = Open(client, project, way, 'pincite: "1.0"\narticle: {titel: x}\n')
    assert len(opened.faults()) == 1
    client.change(opened.uri, 2, {"text": opened.text.replace("titel", "title")})
    assert client.diagnostics(opened.uri) == []
