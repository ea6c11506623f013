"""What is found in a document is underlined while it is written, as ``pincite check`` would tell it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pincite.checker import check_file

if TYPE_CHECKING:
    from tests.conftest import Pincite
    from tests.language_client import LanguageClient

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FAULTY = [
    EXAMPLES / "faulty" / "lighthouse.pincite.yaml",
    EXAMPLES / "faulty" / "bell-tower.txt",
    EXAMPLES / "ferry-bell" / "article.md",
]


def at(line: int, character: int, end_line: int, end: int) -> dict[str, Any]:
    return {"start": {"line": line, "character": character}, "end": {"line": end_line, "character": end}}


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.name)
def test_an_open_file_has_the_findings_of_check(editor: LanguageClient, path: Path) -> None:
    editor.open(path.as_uri(), path.read_text("utf-8"), "plain")
    told = editor.diagnostics(path.as_uri(), 1)
    found = check_file(str(path)).findings
    assert [(one["code"], one["range"]["start"]["line"] + 1) for one in told] == [
        (one.code, one.place.line) for one in found if one.place
    ]
    assert [one["message"].partition("\n→ ")[0] for one in told] == [one.message for one in found]


def test_a_fault_comes_and_goes_while_it_is_typed(editor: LanguageClient) -> None:
    path = EXAMPLES / "tide-clock" / "article.pincite.yaml"
    uri, text = path.as_uri(), path.read_text("utf-8")
    editor.open(uri, text)
    before = editor.diagnostics(uri, 1)
    row = next(number for number, line in enumerate(text.split("\n")) if line.startswith("    publisher:"))
    editor.change(uri, 2, {"range": at(row, 6, row, 7), "text": ""})
    [new] = [one for one in editor.diagnostics(uri, 2) if one not in before]
    assert new == {
        "range": at(row, 4, row, 12),
        "severity": 1,
        "code": "PIN013",
        "source": "pincite",
        "message": "source has no member 'pulisher'\n→ did you mean 'publisher'?",
    }
    editor.change(uri, 3, {"range": at(row, 6, row, 6), "text": "b"})
    assert editor.diagnostics(uri, 3) == before


def test_what_is_closed_has_no_findings_any_more(editor: LanguageClient) -> None:
    uri = "file:///nowhere/harbour.pincite.yaml"
    editor.open(uri, "pincite: 1.0\n")
    assert editor.diagnostics(uri)
    editor.close(uri)
    assert editor.diagnostics(uri) == []


@pytest.mark.parametrize(
    ("uri", "language", "text", "codes"),
    [
        ("untitled:Untitled-1", "yaml", "pincite: 1.0\n", ["PIN012", "PIN124", "PIN011"]),
        ("untitled:Untitled-1", "json", '{"pincite": "1.0"}', ["PIN012", "PIN124"]),
        ("untitled:Untitled-1", "markdown", '---\npincite: "1.0"\n---\nx\n', ["PIN124", "PIN125", "PIN126"]),
        ("untitled:Untitled-1", "yaml", "services: {}\n", []),
        ("untitled:/nowhere/a.pincite.json", "plain", '{"pincite": "1.0"}', ["PIN012", "PIN124"]),
        ("file:///nowhere/README.md", "markdown", "# Words\n", []),
        ("file:///nowhere/compose.yaml", "yaml", "services: {}\n", []),
    ],
)
def test_what_is_ours_is_told_by_its_name_or_where_it_has_none_by_its_key(
    editor: LanguageClient, uri: str, language: str, text: str, codes: list[str]
) -> None:
    editor.open(uri, text, language)
    assert [one["code"] for one in editor.diagnostics(uri)] == codes


def test_what_lies_nowhere_in_files_is_left_alone(editor: LanguageClient) -> None:
    editor.open("git:/nowhere/a.pincite.yaml", "pincite: 1.0\n")
    editor.open("file:///nowhere/b.pincite.yaml", "pincite: 1.0\n")
    assert editor.diagnostics("file:///nowhere/b.pincite.yaml")
    assert [one for one in editor.unheard() if one["params"]["uri"].startswith("git:")] == []


def test_the_configuration_of_the_file_counts_and_is_read_anew(
    editor: LanguageClient, tmp_path: Path
) -> None:
    path = tmp_path / "harbour.pincite.yaml"
    config = tmp_path / "pincite.toml"
    text = 'pincite: "1.0"\narticle: {title: x, text: {content: x}}\n'
    config.write_text('select = ["PIN125"]\nseverity = {PIN125 = "error"}\n')
    editor.open(path.as_uri(), text)
    assert [(one["code"], one["severity"]) for one in editor.diagnostics(path.as_uri())] == [("PIN125", 1)]
    config.write_text('exclude = ["harbour.*"]\n')
    editor.notify("workspace/didChangeWatchedFiles", {"changes": []})
    assert editor.diagnostics(path.as_uri()) == []
    config.write_text("selekt = []\n")
    editor.notify("textDocument/didSave", {"textDocument": {"uri": path.as_uri()}})
    [told] = editor.diagnostics(path.as_uri())
    assert "pincite.toml:1: " in told["message"]
    assert told["range"] == at(0, 0, 0, 14)


def test_what_a_baseline_knows_is_not_told(
    editor: LanguageClient, pincite_process: Pincite, tmp_path: Path
) -> None:
    path = tmp_path / "lighthouse.pincite.yaml"
    shutil.copy(FAULTY[0], path)
    pincite_process("check", "--write-baseline", "known.json", path.name, cwd=tmp_path)
    (tmp_path / "pincite.toml").write_text('baseline = "known.json"\n')
    editor.open(path.as_uri(), path.read_text("utf-8").replace("\nsources:", "\nsuorces: []\nsources:"))
    assert [one["code"] for one in editor.diagnostics(path.as_uri())] == ["PIN013"]


def test_files_beside_the_document_are_looked_at(editor: LanguageClient, tmp_path: Path) -> None:
    path = tmp_path / "harbour.pincite.yaml"
    text = 'pincite: "1.0"\narticle: {title: x}\nimages: [{id: a, role: figure, path: a.png}]\n'
    editor.open(path.as_uri(), text)
    assert "PIN508" in [one["code"] for one in editor.diagnostics(path.as_uri())]


@pytest.mark.parametrize(
    ("encodings", "character"), [(["utf-16"], 26), (["utf-8", "utf-16"], 32), (["utf-32"], 25)]
)
def test_columns_count_in_the_units_that_were_agreed_on(
    client: LanguageClient, encodings: list[str], character: int
) -> None:
    client.initialize({"general": {"positionEncodings": encodings}})
    uri = "file:///nowhere/harbour.pincite.yaml"
    client.open(uri, 'pincite: "1.0"\narticle: {title: "\u2028\x85é😋", titel: x}\n')
    [told] = [one for one in client.diagnostics(uri) if one["code"] == "PIN013"]
    assert told["range"]["start"] == {"line": 1, "character": character}


def test_only_the_last_of_many_states_need_be_judged_and_none_out_of_order(editor: LanguageClient) -> None:
    uri = "file:///nowhere/harbour.pincite.yaml"
    editor.open(uri, "pincite: 1.0\n")
    for version in range(2, 60):
        editor.change(uri, version, {"text": f"pincite: 1.0\nx{version}: 1\n"})
    assert any("x59" in one["message"] for one in editor.diagnostics(uri, 59))
    versions = [one["params"]["version"] for one in editor.unheard() if one["params"]["uri"] == uri]
    assert versions == sorted(versions)
