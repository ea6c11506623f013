"""The readers of copies: one module each, and one line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.verifier.copies.extract import Extract, Wish

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Reader:
    """A format of copies and the module that has ``read`` and ``version`` for it.

    ``media_type`` is None where each of several types is told by its bytes. ``apart``: it runs in a process of its own, within limits, because what it reads may be made to do harm.
    """

    name: str
    module: str
    media_type: str | None = None
    apart: bool = True

    def read(self, content: bytes, wish: Wish) -> Extract:
        """Return the text in a copy's bytes; raises CopyError for what cannot be read."""
        return cast("Callable[[bytes, Wish], Extract]", import_module(self.module).read)(content, wish)

    def version(self, wish: Wish) -> str:
        """Return the version of what reads as is wished; raises CopyError where an extra or a program is missing."""
        return cast("Callable[[Wish], str]", import_module(self.module).version)(wish)


READERS = {
    reader.name: reader
    for reader in (
        Reader("text", "pincite.verifier.copies.plain", "text/plain", apart=False),
        Reader("encoded", "pincite.verifier.copies.plain", "text/plain"),
        Reader("pdf", "pincite.verifier.copies.pdf", "application/pdf"),
        Reader("picture", "pincite.verifier.copies.picture"),
        Reader("markdown", "pincite.verifier.copies.markdown", "text/markdown"),
        Reader("html", "pincite.verifier.copies.html", "text/html"),
        Reader("docx", "pincite.verifier.copies.docx", _WORD),
    )
}  # fmt: skip
"""All readers by name. "encoded" is plain text whose encoding has to be found out."""
