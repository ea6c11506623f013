"""What is found in a document because of what becomes of it in a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.rules import document_id_changed
from pincite.export.identity import LONGEST_NAME
from pincite.model.json_value import pointer_to
from pincite.reading.rules import limit_exceeded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.dataset.tables.bounds import BeyondColumnError
    from pincite.model.document import Document
    from pincite.model.finding import Finding

RENAMED = document_id_changed.RULE.code
"""The code of what is told of a document whose id is another one in the dataset."""


def renamed(document: Document, iri: str) -> Finding:
    """Return what is told of a document whose id is another one in the dataset: no word but the new id, whatever it may pass on."""
    length = len(document.data["id"])
    why = (
        f"its id has {length} characters, and {LONGEST_NAME} are the most that are repeated with each object"
        if length > LONGEST_NAME
        else "its id has characters that no address (IRI) has, or begins with a prefix of linked data"
    )
    found = document.finding(document_id_changed.RULE, "/id", f"the document is called '{iri}' here: {why}")
    return found._replace(place=found.place._replace(excerpt="") if found.place is not None else None)


def beyond(document: Document, error: BeyondColumnError) -> Finding:
    """Return what is told of a document that is left out for a number that no table can hold."""
    pointer = _pointer_to(error.value, document.data) or ""
    return document.finding(limit_exceeded.RULE, pointer, f"{error}; the document is left out")


def _pointer_to(value: float, data: object, at: str = "") -> str | None:
    """Return the JSON Pointer of the first place where a value stands in data."""
    if isinstance(data, (int, float)):
        return at if data == value else None
    items: Iterable[tuple[object, object]] = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    found = (_pointer_to(value, one, pointer_to(at, str(name))) for name, one in items)
    return next((one for one in found if one is not None), None)
