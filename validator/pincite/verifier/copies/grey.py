"""A picture in shades of grey, as it is handed on to be read."""

from __future__ import annotations

from typing import NamedTuple


class Grey(NamedTuple):
    """A picture: a byte a pixel, row by row; ``dots`` an inch where that is known."""

    width: int
    height: int
    data: bytes
    dots: int | None = None

    @property
    def pgm(self) -> bytes:
        """Return it as a file: Netpbm's simplest form, which costs no time to write."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.data
