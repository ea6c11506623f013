"""The way from a text with LF line ends and no byte order mark to the file that it stands in, with the file's own."""

from __future__ import annotations

import re
from bisect import bisect_left

_CRLF = re.compile(r"\r\n")
_EOL = re.compile(r"\r\n|\n|\r")


class LineEnds:
    """The line ends of a file's text (no byte order mark)."""

    def __init__(self, text: str) -> None:
        self.own = eol_of(text)
        self._joined = [found.start() - number for number, found in enumerate(_CRLF.finditer(text))]

    def in_file(self, offset: int) -> int:
        """Return the offset in the file's text of one in the text with LF line ends."""
        return offset + bisect_left(self._joined, offset)

    def written(self, text: str) -> str:
        """Return a text with the file's line ends."""
        return text.replace("\n", self.own)


def eol_of(text: str) -> str:
    """Return the first line end of a text, LF where it has none."""
    found = _EOL.search(text)
    return found[0] if found else "\n"
