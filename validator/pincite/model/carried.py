"""A document on its way out of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.format import DocumentData
    from pincite.model.losses import Losses


class Carried(NamedTuple):
    """What a writer is given.

    ``data`` keeps to the schema, and the sources of catalogues that are used stand among its own. ``text`` is the
    article's text that offsets count in (no BOM, LF line ends), None where there is none at hand. The writer tells
    ``losses`` what it cannot hold in this document; what its format never holds is known to them already.
    """

    data: DocumentData
    text: str | None
    losses: Losses
