"""An article's bytes become a manuscript: its format chosen, its encoding found, its digest taken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.converter.readers import READERS
from pincite.converter.readers.choosing import reader_for
from pincite.converter.readers.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.converter.manuscript import Manuscript
    from pincite.converter.readers import Reader
    from pincite.model.format import Original

_PLAIN = frozenset({"text", "markdown"})
"""Formats that are decoded here; the others know their own encoding."""


class MissingExtraError(ImportError):
    """What reads a format is not installed; the text says how to install it."""


@dataclass(frozen=True)
class OpenedArticle:
    """An article read from a file: its manuscript, its format, and what its bytes are.

    ``encoding`` is None where the format has its own; ``detected`` says that nothing but the letters told it.
    """

    manuscript: Manuscript
    format: str
    sha256: str
    encoding: str | None = None
    detected: bool = False

    @property
    def is_its_own_text(self) -> bool:
        """Return whether the file's bytes are the article's text, so that a document can refer to them."""
        return self.format == "text" and self.encoding == "utf-8"

    def described(self, path: str | None) -> Original:
        """Return what a document says of the file, which is at *path* from it, or None where it is in no file."""
        original: Original = {"media_type": self.manuscript.media_type, "sha256": self.sha256}
        return original if path is None else {"path": path, **original}


def open_article(
    content: bytes,
    name: str = "",
    *,
    format_name: str | None = None,
    encoding: str | None = None,
    paragraph_styles: Mapping[str, str] | None = None,
) -> OpenedArticle:
    """Return the article in the bytes of a file called *name*, read as *format_name* (a name in ``READERS``) if given.

    *paragraph_styles* says what a house's own styles stand for in formats that have styles.

    Raises UnreadableError for bytes that cannot be read so, MissingExtraError where an extra is needed for them,
    LookupError for an encoding that nobody knows, ValueError for one given to a format that has its own.
    """
    reader = reader_for(name, content) if format_name is None else READERS[format_name]
    sha256 = hashlib.sha256(content).hexdigest()
    if reader.name in _PLAIN:
        found = decode(content, encoding)
        manuscript = _read(reader, found.text.encode("utf-8"))
        return OpenedArticle(manuscript, reader.name, sha256, found.encoding, found.detected)
    if encoding is not None:
        if reader.name != "html":
            raise ValueError(f"a {reader.name} file says itself how its text is encoded")
        # a byte order mark counts for more than anything a page says of itself
        content = decode(content, encoding).text.encode("utf-8-sig")
    return OpenedArticle(_read(reader, content, paragraph_styles), reader.name, sha256)


def _read(reader: Reader, content: bytes, styles: Mapping[str, str] | None = None) -> Manuscript:
    try:
        return reader.read(content, styles)
    except ImportError as error:
        if reader.extra is None or (error.name or "").startswith("pincite"):
            raise
        raise MissingExtraError(
            f"{reader.name} is read with the help of {error.name}, which is not installed: "
            f"pip install 'pincite[{reader.extra}]'"
        ) from error
