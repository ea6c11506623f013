"""What an editor can do about findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol.types import Position

from pincite.editor.texts import Text
from pincite.formatting.formatted import formatted
from tests.editor.client import lsp_client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.language_client import LanguageClient

URI = "file:///nowhere/harbour.pincite.yaml"
TEXT = """\
pincite: 1.0
article: {title: x, date: "1871", url: "https://example.org", text: {content: A word.}}
sources:
  - {id: s, type: book, title: x, publsher: é😋}
"""
ALL = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
LATER = {
    "textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}


def asked(client: LanguageClient, where: Any = ALL, *only: str) -> list[dict[str, Any]]:  # noqa: ANN401 - a range as JSON has it
    context: dict[str, object] = {"diagnostics": []}
    if only:
        context["only"] = only
    params = {"textDocument": {"uri": URI}, "range": where, "context": context}
    found: list[dict[str, Any]] = client.request("textDocument/codeAction", params) or []
    return found


def made(text: str, edits: list[dict[str, Any]]) -> str:
    """Return a text after some edits, which all count in the text before."""
    state = Text(text)
    ranges = [
        (
            state.offset(Position(**one["range"]["start"])),
            state.offset(Position(**one["range"]["end"])),
            one["newText"],
        )
        for one in edits
    ]
    for start, end, new in sorted(ranges, reverse=True):
        text = text[:start] + new + text[end:]
    return text


@pytest.fixture
def patient() -> Iterator[LanguageClient]:
    """Return an editor that can wait for edits until an action is chosen."""
    with lsp_client() as one:
        one.initialize(LATER)
        yield one


def test_a_finding_brings_its_fix_along(editor: LanguageClient) -> None:
    editor.open(URI, TEXT)
    editor.diagnostics(URI)
    found = asked(editor)
    assert [(one["title"], one["isPreferred"]) for one in found] == [
        ('Write it in quotation marks: "1.0"', True),
        ("Rename 'publsher' to 'publisher' (look at it)", False),
    ]
    assert [one["diagnostics"][0]["code"] for one in found] == ["PIN011", "PIN013"]
    assert made(TEXT, found[0]["edit"]["changes"][URI]) == TEXT.replace("1.0", '"1.0"', 1)
    assert made(TEXT, found[1]["edit"]["changes"][URI]) == TEXT.replace("publsher", "publisher")


def test_only_fixes_at_the_cursor_are_offered(editor: LanguageClient) -> None:
    editor.open(URI, TEXT)
    editor.diagnostics(URI)
    at = {"line": 0, "character": 10}
    assert [one["diagnostics"][0]["code"] for one in asked(editor, {"start": at, "end": at})] == ["PIN011"]
    at = {"line": 1, "character": 10}
    assert asked(editor, {"start": at, "end": at}) == []


def test_all_safe_fixes_are_made_at_once(editor: LanguageClient) -> None:
    editor.open(URI, TEXT)
    editor.diagnostics(URI)
    for kind in ("source.fixAll.pincite", "source.fixAll", "source"):
        [found] = asked(editor, ALL, kind)
        assert found["kind"] == "source.fixAll.pincite"
        assert made(TEXT, found["edit"]["changes"][URI]) == TEXT.replace("1.0", '"1.0"', 1)
    assert asked(editor, ALL, "source.organizeImports") == []
    assert [one["kind"] for one in asked(editor, ALL, "quickfix")] == ["quickfix", "quickfix"]


def test_an_editor_that_can_wait_gets_the_edits_of_what_it_chooses(patient: LanguageClient) -> None:
    patient.open(URI, TEXT, version=5)
    patient.diagnostics(URI)
    found = asked(patient)
    assert [one.get("edit") for one in found] == [None, None, None]
    assert found[-1]["kind"] == "source.fixAll.pincite"
    for one, expected in zip(
        found,
        [
            TEXT.replace("1.0", '"1.0"', 1),
            TEXT.replace("publsher", "publisher"),
            TEXT.replace("1.0", '"1.0"', 1),
        ],
        strict=True,
    ):
        [change] = patient.request("codeAction/resolve", one)["edit"]["documentChanges"]
        assert change["textDocument"] == {"uri": URI, "version": 5}
        assert made(TEXT, change["edits"]) == expected


def test_an_action_for_a_former_state_does_nothing(patient: LanguageClient) -> None:
    patient.open(URI, TEXT)
    patient.diagnostics(URI)
    old = asked(patient)[0]
    patient.change(URI, 2, {"text": "\n" + TEXT})
    patient.diagnostics(URI, 2)
    assert "edit" not in patient.request("codeAction/resolve", old)


@pytest.mark.parametrize(
    "data", [None, 3, {}, {"uri": URI}, {"uri": URI, "version": 1, "fix": 99}, {"uri": 4}]
)
def test_an_action_that_nobody_has_offered_does_nothing(patient: LanguageClient, data: object) -> None:
    patient.open(URI, TEXT)
    patient.diagnostics(URI)
    answer = patient.request("codeAction/resolve", {"title": "x", "data": data})
    assert "edit" not in answer


def test_characters_of_two_units_before_a_fix_move_it(editor: LanguageClient) -> None:
    text = TEXT.replace("title: x, publsher: é😋", "title: é😋, publsher: x")
    editor.open(URI, text)
    editor.diagnostics(URI)
    [found] = [one for one in asked(editor) if "publsher" in one["title"]]
    assert made(text, found["edit"]["changes"][URI]) == text.replace("publsher", "publisher")


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (
            ".pincite.yaml",
            "article:   {text: {content: A word.}, title: é😋}\r\n# kept\r\npincite: '1.0'\r\n",
        ),
        (".pincite.json", '{"article": {"title": "x"}, "pincite":"1.0"}'),
        (".md", "---\narticle:   {title: x}\npincite: '1.0'\n---\nWords.\n"),
    ],
)
def test_a_document_is_formatted_as_fmt_does_it(editor: LanguageClient, suffix: str, text: str) -> None:
    uri = f"file:///nowhere/harbour{suffix}"
    editor.open(uri, text)
    params = {"textDocument": {"uri": uri}, "options": {"tabSize": 8, "insertSpaces": False}}
    edits = editor.request("textDocument/formatting", params)
    expected = formatted(f"/nowhere/harbour{suffix}", text.encode()).draft.after.decode()
    assert expected != text
    assert made(text, edits) == expected
    editor.change(uri, 2, {"text": expected})
    assert editor.request("textDocument/formatting", params) == []
    editor.change(uri, 3, {"text": "---\npincite: [\n---\n" if suffix == ".md" else "{["})
    assert editor.request("textDocument/formatting", params) is None


def test_what_cannot_be_written_is_not_offered(patient: LanguageClient) -> None:
    commented = 'pincite: "1.0"\narticle:\n  title: x\n  language:  # as printed\n    EN_us\n'
    patient.open(URI, commented)
    patient.diagnostics(URI)
    assert [one["title"] for one in asked(patient)] == ["Make all safe fixes (Pincite)"]
