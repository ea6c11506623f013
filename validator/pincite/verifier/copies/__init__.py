"""Copies of sources become text: one reader a format, each of them run within limits."""

from __future__ import annotations

import hashlib
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
        return CopyFault("absent", f"there is no file {path}")
    except OSError as error:
        return CopyFault("unreadable", f"cannot read {path}: {(error.strerror or '').lower()}")
    if path.endswith((".png", ".jpg", ".pdf")):
        return CopyFault("no_reader", f"{path} is a picture, and no program that reads pictures is installed")
    try:
        text = content.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return CopyFault("unreadable", f"{path} is not UTF-8")
    pages, at = [], 0
    for number, part in enumerate(text.split("\f"), 1):
        label = part.partition("\n")[0][1:-1] if part.startswith("[") else None
        pages.append(Page(at, at + len(part) + 1, number, label))
        at += len(part) + 1
    return CopyText(
        text,
        hashlib.sha256(content).hexdigest(),
        media_type or "text/plain",
        "text 1",
        tuple(pages) if len(pages) > 1 else (),
    )
