"""The formats that articles are read from: one module each, and one line in ``READERS``."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pincite.converter.manuscript import Manuscript


@dataclass(frozen=True)
class Reader:
    """A format: the ends of its files' names, and the module whose ``read`` makes a manuscript of bytes.

    ``extra`` names the extra to install for it, None where the core suffices; ``has_styles`` says that ``read`` also
    takes what a house's own paragraph styles stand for.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    extra: str | None = None
    has_styles: bool = False

    def read(self, content: bytes, styles: Mapping[str, str] | None = None) -> Manuscript:
        """Return the manuscript in a file's bytes; *styles* gives names of paragraph styles to kinds of paragraphs.

        Raises UnreadableError for bytes that are not this format, ImportError where its extra is not installed.
        """
        function = import_module(self.module).read
        if self.has_styles:
            return cast("Callable[[bytes, Mapping[str, str] | None], Manuscript]", function)(content, styles)
        return cast("Callable[[bytes], Manuscript]", function)(content)


READERS = {
    reader.name: reader
    for reader in (
        Reader("text", (".txt", ".text"), "pincite.converter.readers.text"),
        Reader("docx", (".docx",), "pincite.converter.readers.docx", extra="docx", has_styles=True),
        Reader("markdown", (".md", ".markdown"), "pincite.converter.readers.markdown"),
        Reader("html", (".html", ".htm", ".xhtml"), "pincite.converter.readers.html", extra="html"),
    )
}  # fmt: skip
"""All formats of articles, by the name that ``--from`` takes."""
