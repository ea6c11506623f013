"""What is known of a file that a document names; rules see files only through this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from typing import Literal


@dataclass(frozen=True)
class FileFault:
    """Why a file is not looked at.

    ``outside``: it lies in no allowed folder. ``absent``: there is none. ``unreadable``: it is a folder, a pipe, a
    device, or the system refuses it. ``too_large``: it has more bytes than are read.
    """

    kind: Literal["outside", "absent", "unreadable", "too_large"]
    message: str


@dataclass(frozen=True)
class Picture:
    """A decoded picture: its size in pixels as stored.

    ``turned``: it is to be shown on its side (EXIF orientation), so that viewers swap width and height. ``pages`` is
    None where they were not counted.
    """

    width: int
    height: int
    turned: bool = False
    pages: int | None = 1


@dataclass(frozen=True)
class PictureFault:
    """Why there is no decoded picture.

    ``broken``: its data ends too early or makes no sense. ``too_large``: it has more pixels than are decoded.
    ``no_decoder``: what decodes pictures is not installed; the message says how to install it.
    """

    kind: Literal["broken", "too_large", "no_decoder"]
    message: str


class NamedFile(Protocol):
    """A file as far as it was looked at; each property opens it when it is first asked, and keeps the answer.

    Where there is a ``fault``, everything else is None.
    """

    @property
    def fault(self) -> FileFault | None:
        """Return why the file is not looked at, or None."""

    @property
    def media_type(self) -> str | None:
        """Return the media type that the file's first bytes give away, None where they do not."""

    @property
    def sha256(self) -> str | None:
        """Return the digest of the file's bytes, in lower-case hexadecimal digits."""

    @property
    def picture(self) -> Picture | PictureFault | None:
        """Return the decoded picture or why there is none; None for a file of a type that is not decoded."""
