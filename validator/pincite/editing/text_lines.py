"""Where the lines of a text begin and end, by what ends a line to YAML 1.1's readers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

BREAKS = "\r\n\x85\u2028\u2029"
"""What ends a line."""
BREAK = re.compile(f"\r\n|[{BREAKS}]")


class TextLines:
    """The lines of one text, by offsets."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *[found.end() for found in BREAK.finditer(text)]]

    def begin(self, at: int) -> int:
        """Return where the line begins that an offset lies in."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def column(self, at: int) -> int:
        """Return how many code points stand before an offset in its line."""
        return at - self.begin(at)

    def end(self, at: int) -> int:
        """Return where the line ends that an offset lies in, without its break."""
        found = BREAK.search(self._text, at)
        return found.start() if found else len(self._text)

    def begins_from(self, at: int) -> list[int]:
        """Return where the first line begins from an offset on; none where the text has no more."""
        number = bisect_left(self._starts, at)
        return self._starts[number : number + 1]

    def above(self, line: int) -> tuple[int, int] | None:
        """Return where the line above the one that begins at *line* begins and ends; None for the first."""
        number = bisect_left(self._starts, line)
        if number == 0:
            return None
        begin = self._starts[number - 1]
        return begin, line - (2 if self._text.startswith("\r\n", max(line - 2, begin)) else 1)

    def below(self, at: int) -> int:
        """Return where the line begins below the one that an offset lies in; the text's end where there is none."""
        number = bisect_right(self._starts, at)
        return self._starts[number] if number < len(self._starts) else len(self._text)
