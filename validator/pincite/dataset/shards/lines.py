"""The documents of a part of a file, one after the other."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.entering.canonical import read_back
from pincite.reading.files import parsed_document, read, read_document, unreadable
from pincite.reading.limits import MAX_BYTES
from pincite.reading.lines import record_in
from pincite.reading.opening import open_regular, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from pincite.dataset.shards.planning import Part
    from pincite.model.finding import Finding
    from pincite.reading.files import RawDocument

_CHUNK = 1 << 20


class Read(NamedTuple):
    """What stands at a line of a part (from 1, counted in the part): a document, or why there is none.

    ``content`` is the line, where it was read in haste: where the document does not keep to the schema, the line is to be
    read again with care (``PartReader.carefully``).
    """

    line: int
    raw: RawDocument | Finding
    content: bytes | None = None


class PartReader:
    """Reads the documents of a part of the file at ``path``; afterwards ``lines`` is how many it has, or 0 for a whole file."""

    def __init__(self, root: str, part: Part) -> None:
        self.path = os.path.join(root, part.path)  # noqa: PTH118 - as the reading of files
        self._part = part
        self.lines = 0

    def __iter__(self) -> Iterator[Read]:
        if not self._part.path.endswith(".jsonl"):
            for raw in read(self.path):
                yield Read(1, raw)
            return
        try:
            with open_regular(self.path) as stream:
                yield from self._records(stream)
        except OSError as error:
            yield Read(1, unreadable(self.path, f"cannot read the file: {reason(error)}"))

    def content(self) -> Iterator[bytes]:
        """Yield all bytes of the part, those that make up its digest. Raises OSError."""
        with open_regular(self.path) as stream:
            if not self._part.path.endswith(".jsonl"):
                while chunk := stream.read(_CHUNK):
                    yield chunk
                return
            start = _begun(stream, self._part.start)
            end = None if self._part.end is None else _begun(stream, self._part.end)
            stream.seek(start)
            left = None if end is None else end - start
            while chunk := stream.read(_CHUNK if left is None else min(_CHUNK, left)):
                yield chunk
                left = None if left is None else left - len(chunk)

    def _records(self, stream: BinaryIO) -> Iterator[Read]:
        for line in lines_of(stream, self._part):
            self.lines += 1
            content = record_in(line) if self._part.takes(self.lines) else None
            if content is not None:
                yield self._record(content)

    def _record(self, content: bytes) -> Read:
        data = read_back(content) if len(content) <= MAX_BYTES else None
        # the schema says how deep a document is, but for what others keep in it
        if not isinstance(data, dict) or "custom" in data:
            return self._carefully(self.lines, content)
        raw = parsed_document(self.path, content.decode("utf-8"), data, self.lines)
        return Read(self.lines, raw, content)

    def carefully(self, one: Read) -> Read:
        """Return what stands at a line that was read in haste, with all that is wrong with it."""
        return one if one.content is None else self._carefully(one.line, one.content)

    def _carefully(self, line: int, content: bytes) -> Read:
        return Read(line, read_document(self.path, content, is_json=True, first_line=line))


def lines_of(stream: BinaryIO, part: Part) -> Iterator[bytes]:
    """Yield the lines of a part of a JSONL file; of one that is too long no more than tells that it is."""
    at = _begun(stream, part.start)
    stream.seek(at)
    while part.end is None or at < part.end:
        line = stream.readline(MAX_BYTES + 1)
        if not line:
            return
        yield line
        at += len(line)
        while not line.endswith(b"\n") and (line := stream.readline(_CHUNK)):
            at += len(line)


def _begun(stream: BinaryIO, start: int) -> int:
    """Return where the first line begins at or behind an offset."""
    if start == 0:
        return 0
    stream.seek(start - 1)
    at = start - 1
    while chunk := stream.readline(_CHUNK):
        at += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return at
