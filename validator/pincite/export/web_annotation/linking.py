"""What the annotations of one document share: its names, its sources, what to tell, and bodies made of citations."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from pincite.export.identity import LONGEST_NAME
from pincite.export.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pincite.model.carried import Carried
    from pincite.model.format import Citation, Source
    from pincite.model.json_value import JsonObject

LOCATOR = "https://w3id.org/pincite/1.0/terms#locator"
"""The syntax of a fragment that is a place in a source: labels and values as in a query, ``page=58-59&line=7``."""
_SAFE = "!$'()*,-./:;?@_~"
"""Marks that stand in a fragment as they are (RFC 3986, section 3.5), without those that part labels and values."""
REPEATED_AT_MOST = 300
"""Characters of a value that is repeated from annotation to annotation; a longer one is left out, or all would grow with
the number of annotations times its length."""


class Linking(Naming):
    """One document whose annotations are being written."""

    def __init__(self, carried: Carried) -> None:
        super().__init__(carried)
        data = carried.data
        url = data["article"].get("url")
        self.article = self.document
        if url is not None and len(url) > LONGEST_NAME:
            self.losses.tell("/article/url")
        elif url is not None:
            self.article = self.iri(url, "/article/url")
        self._sources: dict[str, tuple[str, Source]] = {}
        for number, source in enumerate(data.get("sources", [])):
            self._sources.setdefault(source["id"], (f"/sources/{number}", source))

    def tell_unlinked(self, cited: Collection[str]) -> None:
        """Tell of the sources that no annotation links to: not among the ids that are *cited*, or not the first of theirs."""
        found = {at for at, source in self._sources.values() if source["id"] in cited}
        for at in self._names:
            if at.startswith("/sources/") and at not in found:
                self.losses.tell(at)

    def about_citation(self, citation: Citation, at: str) -> Iterator[JsonObject]:
        """Yield the bodies of a citation: its source at the cited place, the source's address, the words, the remark."""
        if "source" in citation:
            yield from self.about_source(citation["source"], citation.get("locator", {}), f"{at}/locator")
        elif citation.get("locator"):
            yield textual(fragment_of(citation["locator"]), "identifying")
        if "raw" in citation:
            yield textual(citation["raw"], "describing")
        if "note" in citation:
            yield textual(citation["note"], "commenting")

    def is_source(self, name: str) -> bool:
        """Return whether a source has that id."""
        return name in self._sources

    def about_source(
        self, source_id: str, locator: Mapping[str, str] | None = None, at: str = ""
    ) -> Iterator[JsonObject]:
        """Yield bodies for a source: it itself, at a place of it that stands at *at*, and where it is found on the web."""
        source_at, source = self._sources.get(source_id, ("", None))
        resource: JsonObject = {"id": self.item(source_id)}
        if source is not None and "title" in source:
            if len(source["title"]) <= REPEATED_AT_MOST:
                resource["label"] = source["title"]
            else:
                self.losses.tell(f"{source_at}/title")
        body: JsonObject = {"type": "SpecificResource", "source": resource, "purpose": "identifying"}
        value = fragment_of(locator or {})
        if len(value) > REPEATED_AT_MOST:
            self.losses.tell(at)
        elif value:
            body["selector"] = {"type": "FragmentSelector", "conformsTo": LOCATOR, "value": value}
        yield body
        if source is not None and len(source.get("url", "")) > LONGEST_NAME:
            self.losses.tell(f"{source_at}/url")
        elif source is not None and "url" in source:
            address = self.iri(source["url"], f"{source_at}/url")
            yield {"type": "SpecificResource", "source": address, "purpose": "linking"}


def fragment_of(locator: Mapping[str, str]) -> str:
    """Return a locator as a fragment."""
    return "&".join(
        f"{label}={quote(str(value), safe=_SAFE, errors='surrogatepass')}" for label, value in locator.items()
    )


def textual(value: str, purpose: str) -> JsonObject:
    """Return words as a body."""
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
