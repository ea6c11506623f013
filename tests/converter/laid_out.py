"""A reader for tests: a manuscript written down as JSON, so that links and pictures need no format of their own."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from pincite.converter.manuscript import Link, Manuscript, Picture
from pincite.converter.readers import READERS, Reader
from pincite.converter.readers.text import paragraphs

if TYPE_CHECKING:
    import pytest

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFUlEQVR4nGPkEpFjYGBgYGBgYoABAARgAEB5qHZqAAAAAElFTkSuQmCC"
)
"""A picture of 3 by 2 pixels."""


def register(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ``pincite`` read files called NAME.laid with this reader."""
    monkeypatch.setitem(READERS, "laid", Reader("laid", (".laid",), __name__))


def manuscript(marked: str, targets: list[str | None], contents: list[dict[str, Any]]) -> Manuscript:
    """Return a manuscript of *marked*: ``⟦words⟧`` is a link to the next of *targets*, ``^`` the next picture."""
    text, links, pictures, start = "", [], [], 0
    rest, following = iter(targets), iter(contents)
    for character in marked:
        if character == "⟦":
            start = len(text)
        elif character == "⟧":
            links.append(Link(start, len(text), str(next(rest))))
        elif character == "^":
            pictures.append(Picture(at=len(text), **next(following)))
        else:
            text += character
    return Manuscript(text, paragraphs(text), "application/x-laid", tuple(links), tuple(pictures))


def read(content: bytes) -> Manuscript:
    """Return the manuscript in JSON with ``text``, ``targets`` and ``pictures``; a picture's ``content`` is base64."""
    data = json.loads(content)
    pictures = [
        {**one, "content": base64.b64decode(one["content"])} if "content" in one else one
        for one in data.get("pictures", [])
    ]
    return manuscript(data["text"], data.get("targets", []), pictures)
