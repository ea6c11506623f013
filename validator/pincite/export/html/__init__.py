"""The article as one readable page, each quotation beside its source; it needs no script and asks nobody for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.html.characters import BARRED
from pincite.export.html.losses import DECLARED, ONCE
from pincite.export.html.page import page
from pincite.export.layout.laying import lay_out
from pincite.export.layout.values import left_out

if TYPE_CHECKING:
    from pincite.model.carried import Carried
    from pincite.model.format import Claim, Image, Quotation

__all__ = ["DECLARED", "write"]


def write(carried: Carried) -> str:
    """Return the page in HTML."""
    BARRED.tell(carried)
    for kind in ONCE:
        seen: set[str] = set()
        for number, one in enumerate(cast("list[Quotation | Claim | Image]", carried.data.get(kind, []))):
            if one["id"] in seen:
                carried.losses.tell(f"/{kind}/{number}")
            seen.add(one["id"])
    layout = lay_out(carried.data, carried.text)
    for pointer in left_out(layout):
        carried.losses.tell(pointer)
    return page(carried.data, layout)
