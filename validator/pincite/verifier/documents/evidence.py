"""A file in which a quotation may stand: what the document says of it, and where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal

    from pincite.verifier.copies.copy_text import CopyFault


class Evidence(NamedTuple):
    """A file in which a quotation may stand.

    ``source`` is the id of the source that it is a copy of, ``at`` the JSON Pointer of what names it in the document
    (the name of a catalogue for a copy of a source there, empty for a file found in a folder of sources), ``name`` its path as people know it. ``file`` is where it lies, None
    where ``fault`` says why it is not to be read. ``sha256`` is the digest that was pinned. ``kind`` is ``picture`` for
    one that an image of the document names.
    """

    source: str
    at: str
    name: str
    kind: Literal["copy", "picture"] = "copy"
    file: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    fault: CopyFault | None = None

    @property
    def is_of_catalogue(self) -> bool:
        """Return whether a catalogue names the file: nothing is written of it into the document."""
        return self.at.startswith("/catalogues/")

    def member(self, name: str) -> str:
        """Return the pointer of a member of what names the file; in a catalogue, that of the catalogue's name."""
        return f"{self.at}/{name}" if self.at and not self.is_of_catalogue else self.at
