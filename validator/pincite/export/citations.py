"""All citations of a document, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from pincite.model.format import Citation, Claim, DocumentData, Quotation

    Owner: TypeAlias = Quotation | Claim


def citations(data: DocumentData) -> Iterator[tuple[str, Owner, Citation]]:
    """Yield each citation with its JSON Pointer and the quotation or claim that it is for, those of quotations first."""
    owners: list[tuple[str, Owner]] = [
        *((f"/quotations/{number}", one) for number, one in enumerate(data.get("quotations", []))),
        *((f"/claims/{number}", one) for number, one in enumerate(data.get("claims", []))),
    ]
    for at, owner in owners:
        for number, citation in enumerate(owner.get("citations", [])):
            yield f"{at}/citations/{number}", owner, citation
