"""Copies of sources become text: one reader a format, each of them run within limits."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.verifier.copies.copy_text import CopyFault, CopyText, Page

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_copy(
    path: str,
    *,
    media_type: str | None = None,
    languages: Sequence[str] = (),  # noqa: ARG001
    cache: str | None = None,  # noqa: ARG001
) -> CopyText | CopyFault:
    """Return the text of a copy, or why there is none (a stand-in that reads plain text alone)."""
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError:
        return CopyFault("absent", "there is no such file")
    except OSError as error:
        return CopyFault("unreadable", f"it cannot be opened: {(error.strerror or '').lower()}")
    if path.endswith((".png", ".jpg", ".pdf")):
        return CopyFault("no_reader", "no program that reads pictures is installed")
    try:
        text = content.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return CopyFault("unreadable", "it is not UTF-8")
    marks = list(re.finditer(r"^\[page (\w+)\]$", text, re.MULTILINE))
    edges = [*(one.start() for one in marks), len(text)]
    pages = [
        Page(start, end, number, mark[1])
        for number, (start, end, mark) in enumerate(zip(edges, edges[1:], marks, strict=False), 1)
    ]
    return CopyText(
        text,
        hashlib.sha256(content).hexdigest(),
        media_type or "text/plain",
        "text 1",
        tuple(pages),
    )
