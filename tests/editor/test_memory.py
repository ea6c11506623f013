"""What the server remembers of a document that is closed while it is read for an answer."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from lsprotocol.types import Position

from pincite.editor import answers, understanding
from pincite.editor.documents import OpenDocument
from pincite.editor.judging import Found, Judged
from pincite.editor.server import PinciteServer
from pincite.editor.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol.types import Hover

    from pincite.editor.understanding import Understanding

URI = "file:///nowhere/harbour.pincite.yaml"
TEXT = "pincite: '1.0'\narticle: {title: x}\nsources:\n  - {id: s, type: book, title: Ropes}\n"
AT_ID = Position(3, 9)


def document(text: str = TEXT) -> OpenDocument:
    return OpenDocument(URI, "/nowhere/harbour.pincite.yaml", Text(text))


class SlowReading:
    """Reads documents, but the first one no sooner than it may."""

    def __init__(self) -> None:
        self.has_begun = threading.Event()
        self.may_end = threading.Event()
        self._read = understanding.understood

    def __call__(self, state: OpenDocument, offset: int) -> Understanding | None:
        self.has_begun.set()
        assert self.may_end.wait(60)
        return self._read(state, offset)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> SlowReading:
    slow = SlowReading()
    monkeypatch.setattr(understanding, "understood", slow)
    return slow


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PinciteServer]:
    """Return a server without an editor: nobody hears what it says."""
    one = PinciteServer()
    monkeypatch.setattr(one, "text_document_publish_diagnostics", lambda _: None)
    yield one
    one.close()


async def asked_while_read(server: PinciteServer, reading: SlowReading, *, again: bool) -> Hover | None:
    """Return the answer about a document that is closed while it is read, and perhaps opened again."""
    answer = asyncio.create_task(server.answer(answers.hover, URI, AT_ID))
    await asyncio.to_thread(reading.has_begun.wait, 60)
    server.closed(URI)
    if again:
        server.documents[URI] = document()
        server.publish(Judged(server.documents[URI], Found([], is_readable=True)))
    reading.may_end.set()
    found = await answer
    await server.at_desk(lambda: None)
    return found


def test_a_document_that_is_closed_while_it_is_read_is_answered_for_and_forgotten(
    server: PinciteServer, reading: SlowReading
) -> None:
    server.documents[URI] = document()
    text = weakref.ref(server.documents[URI].text)
    found = asyncio.run(asked_while_read(server, reading, again=False))
    assert found is not None
    gc.collect()
    assert text() is None


def test_what_is_opened_again_meanwhile_is_remembered(server: PinciteServer, reading: SlowReading) -> None:
    server.documents[URI] = document()
    asyncio.run(asked_while_read(server, reading, again=True))
    broken = document(TEXT + "claims: [{id: c, citations: [{source: s")
    known = server.memory.of(broken, 0)
    assert known is not None
    thing = known.named("s", ("source",))
    assert thing is not None
    assert thing.data["title"] == "Ropes"
