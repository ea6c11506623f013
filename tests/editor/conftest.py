"""What the tests of the language server share: an editor that talks with it. Without pygls there is no server to test."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest

from tests.editor.client import lsp_client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.language_client import LanguageClient

if importlib.util.find_spec("pygls") is None:
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def client() -> Iterator[LanguageClient]:
    """Return an editor that has not said anything yet."""
    with lsp_client() as one:
        yield one


@pytest.fixture(scope="module")
def running() -> Iterator[LanguageClient]:
    """Return an editor whose conversation goes on through all tests of a module: a server takes its time to start."""
    with lsp_client() as one:
        one.initialize()
        yield one


@pytest.fixture
def editor(running: LanguageClient) -> Iterator[LanguageClient]:
    """Return an editor that has begun the conversation; what it has opened is closed again."""
    yield running
    running.close_all()
