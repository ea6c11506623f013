"""Plain text, in UTF-8 or in another encoding that is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.readers.decoding import decode
from pincite.model.document import plain_text
from pincite.reading.fault import UnreadableError
from pincite.verifier.copies.extract import Extract, unreadable
from pincite.verifier.copies.page_marks import pages_of
from pincite.verifier.copies.paged import characters_exceeded

if TYPE_CHECKING:
    from pincite.verifier.copies.extract import Wish

VERSION = "1"


def version(_: Wish) -> str:
    """Return the version of what is extracted here."""
    return VERSION


def read(content: bytes, wish: Wish) -> Extract:
    """Return the text as it is, with LF line ends and without a byte order mark, and its pages where marks tell of them."""
    try:
        found = decode(content)
    except UnreadableError as error:
        message = f"it is no text in an encoding that is certain: {error.fault.message}"
        raise unreadable(message, "save it as plain text, in UTF-8") from None
    text = plain_text(found.text)
    if len(text) > wish.limits.characters:
        raise characters_exceeded(wish.limits.characters)
    note = f"read as {found.encoding}: its letters alone tell the encoding" if found.detected else ""
    return Extract(text, pages_of(text), notes=(note,) if note else ())
