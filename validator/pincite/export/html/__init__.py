"""The article as one readable page, each quotation beside its source; it needs no script and asks nobody for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.html.characters import tell_barred
from pincite.export.html.losses import DECLARED as DECLARED
from pincite.export.html.page import page

if TYPE_CHECKING:
    from pincite.model.carried import Carried


def write(carried: Carried) -> str:
    """Return the page in HTML."""
    tell_barred(carried)
    return page(carried.data, carried.text)
