"""The readers of copies: one module each, and one line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from pincite.model.media_types import BY_SUFFIX, WORD, XHTML

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.verifier.copies.extract import Extract, Wish

PLAIN = "text/plain"


@dataclass(frozen=True)
class Reader:
    """A format of copies and the module that has ``read`` and ``version`` for it.

    ``media_types``: those it reads, that of a copy first where the bytes do not tell which it is. ``what`` is what its
    names promise, empty for texts. ``apart``: it runs in a process of its own, within limits, because what it reads
    may be made to do harm.
    """

    name: str
    module: str
    media_types: tuple[str, ...]
    what: str = ""
    apart: bool = True

    @property
    def suffixes(self) -> frozenset[str]:
        """Return the endings of names that promise this format, with the dot."""
        return frozenset(f".{suffix}" for suffix, named in BY_SUFFIX.items() if named in self.media_types)

    @property
    def is_markup(self) -> bool:
        """Return whether it reads texts that are more than plain: only their names, or what is said of them, tell."""
        return self.media_types[0].startswith("text/") and PLAIN not in self.media_types

    def read(self, content: bytes, wish: Wish) -> Extract:
        """Return the text in a copy's bytes; raises CopyError for what cannot be read."""
        return cast("Callable[[bytes, Wish], Extract]", import_module(self.module).read)(content, wish)

    def version(self, wish: Wish) -> str:
        """Return the version of what reads as is wished; raises CopyError where an extra or a program is missing."""
        return cast("Callable[[Wish], str]", import_module(self.module).version)(wish)


_PICTURES = ("image/png", "image/jpeg", "image/tiff", "image/webp", "image/gif", "image/bmp")
READERS = {
    reader.name: reader
    for reader in (
        Reader("text", "pincite.verifier.copies.plain", (PLAIN,), apart=False),
        Reader("encoded", "pincite.verifier.copies.plain", (PLAIN,)),
        Reader("pdf", "pincite.verifier.copies.pdf", ("application/pdf",), "a PDF"),
        Reader("picture", "pincite.verifier.copies.picture", _PICTURES, "a picture"),
        Reader("markdown", "pincite.verifier.copies.markdown", ("text/markdown",)),
        Reader("html", "pincite.verifier.copies.html", ("text/html", XHTML)),
        Reader("docx", "pincite.verifier.copies.docx", (WORD,), "a Word document"),
    )
}  # fmt: skip
"""All readers by name. "encoded" is plain text whose encoding has to be found out."""
TEXT_SUFFIXES = READERS["text"].suffixes.union(*(one.suffixes for one in READERS.values() if one.is_markup))
PICTURE_SUFFIXES = READERS["picture"].suffixes
