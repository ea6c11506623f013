"""The names of one document and its objects on its way into linked data, and what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.identity import document_iri, iri_of, item_iri, item_iris

if TYPE_CHECKING:
    from pincite.model.carried import Carried


class Naming:
    """One document with its names; formats add what else their objects share."""

    def __init__(self, carried: Carried) -> None:
        self.text, self.losses = carried.text, carried.losses
        self.document = document_iri(carried.data)
        if self.document != carried.data.get("id", self.document):
            self.losses.tell("/id", "changed")
        self._names = item_iris(carried.data, self.document)

    def item(self, name: str) -> str:
        """Return the IRI of an object of the document."""
        return item_iri(self.document, name)

    def own(self, at: str, name: str) -> str:
        """Return the IRI of the object at *at*, and tell if its id *name* is another's."""
        found = self._names[at]
        if found != self.item(name):
            self.losses.tell(f"{at}/id", "changed")
        return found

    def iri(self, address: str, at: str) -> str:
        """Return an address as an IRI, and tell if it had to be changed."""
        found = iri_of(address)
        if found != address:
            self.losses.tell(at, "changed")
        return found
