"""A file in which a quotation may stand: what the document says of it, and where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal

    from pincite.verifier.copies.copy_text import CopyFault


class Evidence(NamedTuple):
    """A file in which a quotation may stand.

    ``source`` is the id of the source that it is a copy of, ``at`` the JSON Pointer of what names it in the document
    (empty for a file found in a folder of sources), ``name`` its path as people know it. ``file`` is where it lies, None
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
