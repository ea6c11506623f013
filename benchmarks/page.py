"""The text of one benchmark article as it grows, and anchors that really point into it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

CONTEXT = 12


@dataclass
class Page:
    """An article's text in the making; offsets are Unicode code points, from 0, half-open.

    Prefixes and suffixes need the text after an anchor, so they are filled in by ``finish``.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[dict[str, object]] = field(default_factory=list)
    waiting: list[dict[str, object]] = field(default_factory=list)

    def write(self, text: str) -> tuple[int, int]:
        """Append text and return its start and end."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start, self.length

    def anchored(self, text: str, *, context: bool = False) -> dict[str, object]:
        """Append text and return its anchor, to be given a prefix and a suffix if ``context`` is set.

        Set it only inside a paragraph: a context with line ends in it is legal but no one would write it in YAML.
        """
        start, end = self.write(text)
        anchor: dict[str, object] = {"start": start, "end": end}
        if context:
            self.waiting.append(anchor)
        return anchor

    def close_block(self, kind: str, ref: str | None = None) -> None:
        """End the paragraph begun after the last block, list it as a block and leave an empty line."""
        last_end = self.blocks[-1]["end"] if self.blocks else None
        start = last_end + 2 if isinstance(last_end, int) else 0
        block: dict[str, object] = {"type": kind, "start": start, "end": self.length}
        self.blocks.append(block if ref is None else {**block, "ref": ref})
        self.write("\n\n")

    def finish(self) -> str:
        """Return the whole text, ended by one newline, after giving the waiting anchors their context."""
        whole = "".join(self.pieces).rstrip("\n") + "\n"
        for anchor in self.waiting:
            start, end = anchor["start"], anchor["end"]
            if isinstance(start, int) and isinstance(end, int):
                before, after = whole[max(0, start - CONTEXT) : start], whole[end : end + CONTEXT]
                anchor.update({"prefix": before, "suffix": after})
        self.waiting.clear()
        return whole


def digest(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
