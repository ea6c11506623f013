"""Names of elements in an XML text, each once."""

from __future__ import annotations


class Identifiers:
    """The ids given so far; an id of the document that stands twice in it is given to the first element alone."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def own(self, name: str) -> str | None:
        """Return an object's id as its element's, None where another element has it."""
        if name in self._given:
            return None
        self._given.add(name)
        return name


def of_pointer(pointer: str) -> str:
    """Return the id of the element for a place without an id of its own; ids of documents have no full stops."""
    return pointer.strip("/").replace("/", ".")
