"""The readers of copies: one module each, and one line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.verifier.copies.extract import Extract, Wish


@dataclass(frozen=True)
class Reader:
    """A format of copies and the module that has ``read`` and ``version`` for it.

    ``apart``: it runs in a process of its own, within limits, because what it reads may be made to do harm.
    """

    name: str
    module: str
    media_type: str
    apart: bool = True

    def read(self, content: bytes, wish: Wish) -> Extract:
        """Return the text in a copy's bytes; raises CopyError for what cannot be read."""
        return cast("Callable[[bytes, Wish], Extract]", import_module(self.module).read)(content, wish)

    def version(self) -> str:
        """Return the version of what is extracted; raises CopyError where an extra or a program is missing."""
        return cast("Callable[[], str]", import_module(self.module).version)()


READERS = {
    reader.name: reader
    for reader in (
        Reader("text", "pincite.verifier.copies.plain", "text/plain", apart=False),
        Reader("encoded", "pincite.verifier.copies.plain", "text/plain"),
        Reader("pdf", "pincite.verifier.copies.pdf", "application/pdf"),
    )
}  # fmt: skip
"""All readers by name. "encoded" is plain text whose encoding has to be found out."""
