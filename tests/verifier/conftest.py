"""What tests of verification stand on: a folder to work in, and pictures that need no program to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.verifier import shelf as shelves
from pincite.verifier.copies import read_copy
from tests.verifier.copies_at_hand import Pictures

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, which has a place beside it that no document may ask of."""
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> Pictures:
    """Count the copies that shelves read; what is called a picture is a text."""
    readable = Pictures(read_copy)
    monkeypatch.setattr(shelves, "read_copy", readable)
    return readable
