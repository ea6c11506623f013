"""The places of sources that images show, by the citations that name them and by what they say they depict."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.document import Document
    from pincite.model.format import Image

_PAGES = re.compile(r"([0-9]{1,9})[rv]?(?:\s*[-‐‑–—−]\s*([0-9]{1,9})[rv]?)?")


class Place(NamedTuple):
    """A place in a source; ``root`` is the outermost container that is known. ``by`` says who names the image there."""

    source: str
    root: str
    locator: tuple[tuple[str, str], ...]
    by: str

    @property
    def where(self) -> str:
        """Return the place within the source in the words of messages ("page 16"), empty for all of it."""
        return ", ".join(f"{label.replace('_', ' ')} {value}" for label, value in self.locator)

    def __str__(self) -> str:
        """Return the place in the words of messages ("page 16 of source 'tides'")."""
        return f"{self.where} of source '{self.source}'" if self.where else f"source '{self.source}'"


@lru_cache(maxsize=1)
def cited_places(document: Document) -> dict[str, list[Place]]:
    """Return, by the id of an image, the places of the citations that name it; kept, because several rules ask."""
    found: dict[str, list[Place]] = {}
    for cited in document.citations:
        source = cited.citation.get("source")
        if source is not None:
            for name in cited.citation.get("images", ()):
                place = _place(document, source, cited.citation.get("locator", {}), cited.owner["id"])
                found.setdefault(name, []).append(place)
    return found


def places_of(document: Document, image: Image) -> list[Place]:
    """Return the places that an image says it depicts, or else those of the citations that name it."""
    depicted = [
        _place(document, one["source"], one.get("locator", {}), image["id"])
        for one in image.get("depicts", ())
        if one and "source" in one
    ]
    return depicted or cited_places(document).get(image["id"], [])


def _place(document: Document, source: str, locator: Mapping[str, str], by: str) -> Place:
    chain = document.chain(source)
    return Place(source, chain[-1]["id"] if chain else source, tuple(sorted(locator.items())), by)


def differ(one: Place, other: Place) -> bool:
    """Return whether two places are printed as two; a place without a locator may be any of its source's."""
    if one.source == other.source:
        return bool(one.locator and other.locator) and one.locator != other.locator
    return one.root != other.root or one.locator != other.locator or not one.locator


def apart(one: Place, other: Place) -> bool:
    """Return whether no one picture can show both places: they are neither the same, nor overlap, nor touch.

    A picture of an open book shows two pages. Places that cannot be compared are not apart.
    """
    if one.root != other.root:
        return True
    if not differ(one, other):
        return False
    labels, others = dict(one.locator), dict(other.locator)
    for label in ("page", "folio"):
        first, second = _range(labels.get(label, "")), _range(others.get(label, ""))
        if first and second:
            return first[0] > second[1] + 1 or second[0] > first[1] + 1
    return False


def _range(value: str) -> tuple[int, int] | None:
    """Return the first and the last page of "16", "16-17" or "116-7", None for anything else."""
    found = _PAGES.fullmatch(value)
    if found is None:
        return None
    first, last = found[1], found[2] or found[1]
    if len(last) < len(first):
        last = first[: -len(last)] + last
    return int(first), int(last)
