"""Messages on the wire: bodies of JSON, each behind a header that says how long it is (Base Protocol of LSP 3.17)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 256 * 1024 * 1024
"""Bytes of a message that is read; a longer one is passed over."""
_HEADER = re.compile(
    rb"content-length[ \t]*:[ \t]*([0-9]{1,15})[ \t]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n", re.IGNORECASE
)
_LONGEST_HEADER = 8 * 1024


def bodies(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bodies of the messages in a stream of bytes; whatever is no header before one is passed over.

    A body that the end of the stream cuts off is not yielded.
    """
    buffer = bytearray()
    wanted: int | None = None
    passed_over = 0
    for chunk in chunks:
        buffer += chunk
        while buffer:
            if passed_over:
                gone = min(passed_over, len(buffer))
                del buffer[:gone]
                passed_over -= gone
            elif wanted is None:
                header = _HEADER.search(buffer)
                if header is None:
                    del buffer[:-_LONGEST_HEADER]
                    break
                wanted = int(header[1])
                del buffer[: header.end()]
                if wanted > LONGEST:
                    passed_over, wanted = wanted, None
            elif len(buffer) < wanted:
                break
            else:
                yield bytes(buffer[:wanted])
                del buffer[:wanted]
                wanted = None
