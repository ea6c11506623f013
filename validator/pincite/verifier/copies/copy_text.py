"""The text of one copy of a source, with its pages and, for a picture, the place of each word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

FaultKind = Literal[
    "absent", "outside", "unreadable", "too_large", "encrypted", "no_reader", "unsupported", "changed"
]


def is_cited(label: str | None, labels: Iterable[str]) -> bool:
    """Return whether a page's label is among some that are cited: "XII" is "xii"; a page without one is not."""
    return label is not None and label.casefold() in {one.casefold() for one in labels}


class Page(NamedTuple):
    """One page of a copy: the piece of text on it, its number in the copy (from 1), and the label it bears."""

    start: int
    end: int
    number: int
    label: str | None = None

    def is_cited(self, labels: Iterable[str]) -> bool:
        """Return whether the page's label is among some that are cited."""
        return is_cited(self.label, labels)


class WordBox(NamedTuple):
    """A word that was read off a picture: its piece of text, its page, and its box in pixels of the stored picture."""

    start: int
    end: int
    page: int
    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True)
class CopyText:
    """What was read of a copy.

    ``text`` has LF line ends and no BOM; offsets into it are code points. ``scanned``: it was read off pictures, so
    that letters may be misread. ``extractor`` is the reader's name and version, ``sha256`` the digest of the copy's
    bytes (of a folder: of the digests of its files in their order). ``pages`` cover the text or are empty.
    """

    text: str
    sha256: str
    media_type: str
    extractor: str
    pages: tuple[Page, ...] = ()
    words: tuple[WordBox, ...] = ()
    scanned: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class CopyFault:
    """Why a copy cannot be read: in the user's words, with what would help.

    ``absent``: there is no such file. ``outside``: it lies in no allowed folder. ``unreadable``: it is no regular file, or
    its content makes no sense. ``too_large``: it exceeds a limit. ``encrypted``: it asks for a password. ``no_reader``: an extra
    or a program is missing. ``unsupported``: no reader is known for its type. ``changed``: its digest is not the one pinned.
    """

    kind: FaultKind
    message: str
    hint: str = ""
