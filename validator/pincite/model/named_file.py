"""What is known of a file that a document names; rules see files only through this."""

from __future__ import annotations

from dataclasses import dataclass, field
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


_TELLING = 48
"""Places of a picture that have to say something for its look to be any picture's own."""
_DIFFERING = 0.2
"""Share of those places at which two looks of one picture may differ; those of two printed pages do at half of them."""


@dataclass(frozen=True)
class Look:
    """What a picture looks like from afar: at which of 256 places it gets darker, or lighter, to the right.

    Saving it again, in another size or type, hardly changes it.
    """

    darker: int
    lighter: int

    def resembles(self, other: Look) -> bool:
        """Return whether two looks are likely those of one picture; False for pictures with little to see in them."""
        telling = (self.darker | self.lighter | other.darker | other.lighter).bit_count()
        differing = ((self.darker ^ other.darker) | (self.lighter ^ other.lighter)).bit_count()
        return telling >= _TELLING and differing <= _DIFFERING * telling


@dataclass(frozen=True)
class Picture:
    """A decoded picture: its size in pixels as stored.

    ``turned``: it is to be shown on its side (EXIF orientation), so that viewers swap width and height. ``pages`` is
    None where they were not counted, and ``look`` where the picture is too large to be decoded to the end.
    """

    width: int
    height: int
    turned: bool = False
    pages: int | None = 1
    look: Look | None = field(default=None, compare=False)


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
    def size(self) -> int | None:
        """Return the number of the file's bytes."""

    @property
    def sha256(self) -> str | None:
        """Return the digest of the file's bytes, in lower-case hexadecimal digits."""

    @property
    def picture(self) -> Picture | PictureFault | None:
        """Return the decoded picture or why there is none; None for a file of a type that is not decoded."""
