"""``pincite lsp`` as a command; what it says to editors is tested in ``tests/editor``."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite

there = pytest.mark.skipif(importlib.util.find_spec("pygls") is None, reason="pygls is not installed")


@pytest.mark.parametrize("missing", ["pygls", "lsprotocol"])
def test_without_the_extra_it_says_which_one_to_install(
    pincite: Pincite, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in [one for one in sys.modules if one.startswith(("pincite.editor", "pygls", "lsprotocol"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    outcome = pincite("lsp")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "pincite: the language server needs pygls, which is not installed: pip install 'pincite[editor]'\n"
    )


@there
def test_without_an_editor_it_ends(pincite_process: Pincite) -> None:
    outcome = pincite_process("lsp", "--stdio")
    assert (outcome.status, outcome.out, outcome.err) == (1, "", "")


@there
def test_what_goes_wrong_is_written_to_a_file(pincite_process: Pincite, tmp_path: Path) -> None:
    outcome = pincite_process("lsp", "--log", "lsp.log", cwd=tmp_path, stdin=b"Content-Length: 2\r\n\r\n{]")
    assert (outcome.status, outcome.out, outcome.err) == (1, "", "")
    assert "WARNING pincite.editor.conversation: a message was passed over: this is not JSON" in (
        tmp_path / "lsp.log"
    ).read_text("utf-8")


@there
def test_a_log_that_cannot_be_written_is_a_wrong_call(pincite_process: Pincite, tmp_path: Path) -> None:
    outcome = pincite_process("lsp", "--log", "no/folder/lsp.log", cwd=tmp_path)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("pincite: ")
    assert outcome.err.count("\n") == 1
