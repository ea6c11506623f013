"""The YAML between two lines of three dashes at the top of a Markdown file."""

from __future__ import annotations

import re

from pincite.reading.opening import open_bytes

SUFFIXES = (".md", ".markdown")
"""What the names of Markdown files end with."""

_LOOK = 256 * 1024
"""Bytes in which the key must stand for a file to count as annotated."""
_KEY = re.compile(rb"^(?:pincite|\"pincite\"|'pincite')[ \t]*:", re.MULTILINE)
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_BYTES_END = re.compile(rb"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)


def is_markdown(path: str) -> bool:
    """Return whether a file is Markdown by its name."""
    return path.lower().endswith(SUFFIXES)


def is_annotated(path: str) -> bool:
    """Return whether a Markdown file's front matter has the key ``pincite``; False where it cannot be read."""
    try:
        with open_bytes(path) as stream:
            content = stream.read(8)
            return opens(content) and has_key(content + stream.read(_LOOK))
    except (OSError, ValueError):
        return False


def opens(content: bytes) -> bool:
    """Return whether bytes begin like front matter."""
    return content.removeprefix(b"\xef\xbb\xbf").startswith(b"---")


def has_key(content: bytes) -> bool:
    """Return whether the front matter of some bytes has the key ``pincite`` on a line of its own."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    first = re.match(rb"---[ \t]*(?:\r\n|\r|\n)", content)
    if first is None:
        return False
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    end = _BYTES_END.search(content, 4)
    return _KEY.search(content, 0, end.start() if end else len(content)) is not None


def has_body(content: bytes) -> bool:
    """Return whether bytes that begin with a line of dashes have a second one, as no YAML document has."""
    return _BYTES_END.search(content, content.find(b"\n") + 1) is not None


def split(text: str) -> tuple[int, int] | None:
    """Return where the front matter's YAML ends and where the body begins; None where no line closes it."""
    end = _END.search(text, text.find("\n") + 1)
    return (end.start(), min(end.end() + 1, len(text))) if end else None
