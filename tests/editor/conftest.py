"""What the tests of the language server share: an editor that talks with it. Without pygls there is no server to test."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest

from tests.editor.client import Client

if TYPE_CHECKING:
    from collections.abc import Iterator

if importlib.util.find_spec("pygls") is None:
    collect_ignore_glob = ["test_*.py"]


def _talking() -> Iterator[Client]:
    one = Client()
    yield one
    if one.process.poll() is None:
        one.process.kill()
    one.end()


@pytest.fixture
def client() -> Iterator[Client]:
    """Return an editor that has not said anything yet."""
    yield from _talking()


@pytest.fixture(scope="module")
def running() -> Iterator[Client]:
    """Return an editor whose conversation goes on through all tests of a module: a server takes its time to start."""
    for one in _talking():
        one.initialize()
        yield one


@pytest.fixture
def editor(running: Client) -> Iterator[Client]:
    """Return an editor that has begun the conversation; what it has opened is closed again."""
    yield running
    running.close_all()
