"""A document on its way out of the format."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import DocumentData
    from pincite.model.losses import Losses

NO_ORIGINS: Mapping[str, str] = MappingProxyType({})


class Carried(NamedTuple):
    """What a writer is given.

    ``data`` keeps to the schema, and the sources of catalogues that are used stand among its own. ``text`` is the
    article's text that offsets count in (no BOM, LF line ends), None where there is none at hand. The writer tells
    ``losses`` what it cannot hold in this document; what its format never holds is known to them already. ``origins``
    are the IRIs of the catalogues that sources are taken from, by the ids of these sources, for catalogues that have one.
    """

    data: DocumentData
    text: str | None
    losses: Losses
    origins: Mapping[str, str] = NO_ORIGINS
