"""The bytes of a text file become text: by a byte order mark, as UTF-8, by a given name, or by what is certain.

Nothing is ever replaced: encoding the text again gives the same bytes.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from pincite.reading.fault import Fault, UnreadableError
from pincite.reading.opening import decoded as decoded_utf8
from pincite.reading.rules import encoding_invalid

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16's, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (b"PK\x03\x04", b"%PDF-")
"""How files begin that nobody encoded as text, whatever decoding would make of them."""


@dataclass(frozen=True)
class Decoded:
    """The text in some bytes, without a byte order mark; ``detected``: nothing but its letters told the encoding."""

    text: str
    encoding: str
    detected: bool = False


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """Return the text in the bytes of a file, by *encoding* where one is given.

    Raises UnreadableError for bytes that are not in that encoding or in none that is certain, LookupError for
    an encoding that nobody knows.
    """
    if encoding is not None:
        return _as_named(content, encoding)
    mark = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), None)
    if mark is not None and mark[1] != "utf-8":
        return _as_named(content, mark[1])
    try:
        return Decoded(decoded_utf8(content).removeprefix("\ufeff"), "utf-8")
    except UnreadableError as error:
        if content.startswith(_BINARY):
            raise
        from pincite.converter.readers.detection import detected  # noqa: PLC0415 - imports charset-normalizer

        found = detected(content)
        if isinstance(found, str):
            fault = error.fault
            raise UnreadableError(Fault(fault.rule, fault.message, found, fault.start, fault.end)) from None
        return Decoded(found.text, found.encoding, detected=True)


def without_mark(head: bytes) -> str:
    """Return the beginning of a file as text to look at: what cannot be decoded is passed over."""
    mark = next(((mark, name) for mark, name in _MARKS if head.startswith(mark)), (b"", "utf-8"))
    return head[len(mark[0]) :].decode(mark[1], "ignore")


def _as_named(content: bytes, encoding: str) -> Decoded:
    if "\0" in encoding:  # Python takes that for another kind of fault
        raise LookupError(encoding)
    name = codecs.lookup(encoding).name
    try:
        text = content.decode(name).removeprefix("\ufeff")
    except UnicodeError as error:
        at = getattr(error, "start", 0)
        byte = f"byte 0x{content[at]:02x} at {at}" if at < len(content) else "its end"
        message = f"the file is not {encoding}: {byte} cannot be decoded"
        raise UnreadableError(Fault(encoding_invalid.RULE, message)) from None
    return Decoded(text, name)
