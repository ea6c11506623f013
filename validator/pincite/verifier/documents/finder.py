"""Where a quotation may stand: the copies of its source, of what contains it, and the pictures of the place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.model.named_file import FileFault
from pincite.reading.named_files import allowed_path
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.documents.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.document import Document
    from pincite.model.format import Citation, Image, Source
    from pincite.verifier.documents.source_folders import SourceFolders
    from pincite.verifier.shelf import Shelf


class Finder:
    """Finds the evidence for the citations of one document."""

    def __init__(self, document: Document, folders: SourceFolders, shelf: Shelf) -> None:
        self._document = document
        self._folders = folders
        self._shelf = shelf
        self._images = {image["id"]: (at, image) for at, image in reversed(document.images)}
        self._copies: dict[str, list[Evidence]] = {}
        self._depicting: dict[str, list[tuple[str, Image]]] = {}
        for at, image in document.images:
            for one in image.get("depicts", ()):
                if one and "source" in one:
                    self._depicting.setdefault(one["source"], []).append((at, image))

    def copies_around(self, source_id: str) -> list[Evidence]:
        """Return the copies of a source or, as long as it has none that can be read, of what contains it."""
        found: list[Evidence] = []
        for source in self._document.chain(source_id):
            found += self.copies_of(source)
            if any(one.file is not None for one in found):
                break
        return found

    def copies_of(self, source: Source) -> list[Evidence]:
        """Return the copies of one source: those it names, then those in the folders of sources."""
        known = self._copies.get(source["id"])
        if known is None:
            named = list(self._named(source))
            there = {one.file for one in named}
            files = [
                file for file in self._folders.of(source, self._shelf) if os.path.realpath(file) not in there
            ]
            if files:  # what the document names lies in the folders
                lost = [one for one in named if one.fault is not None]
                named = [one for one in named if one.fault is None]
                named += [_in_folder(file, source["id"], lost) for file in files]
            known = self._copies[source["id"]] = named
        return known

    def pictures_of(self, citation: Citation) -> list[Evidence]:
        """Return the pictures that a citation names, and those that say they depict the cited place."""
        source = citation.get("source", "")
        found = [self._images[one] for one in citation.get("images", ()) if one in self._images]
        locator = citation.get("locator", {})
        for at, image in self._depicting.get(source, []):
            places = [
                one.get("locator", {}) for one in image["depicts"] if one and one.get("source") == source
            ]
            if any(not place or not locator or place == locator for place in places):
                found.append((at, image))
        kept = {at: image for at, image in found if image.get("role", "evidence") == "evidence"}
        return [self._picture(at, image, source) for at, image in kept.items() if "path" in image]

    def _named(self, source: Source) -> Iterator[Evidence]:
        at = self._document.source_at(source["id"]) or ""
        for index, copy in enumerate(source.get("copies", ())):
            if not copy or "path" not in copy:
                continue
            path = copy["path"]
            file, fault = self._resolved(path)
            yield Evidence(
                source["id"],
                at if at.startswith("/catalogues/") else f"{at}/copies/{index}",
                path,
                file=file,
                media_type=copy.get("media_type"),
                sha256=copy.get("sha256", "").lower() or None,
                fault=fault,
            )

    def _picture(self, at: str, image: Image, source: str) -> Evidence:
        file, fault = self._resolved(image["path"])
        return Evidence(
            source,
            at,
            image["path"],
            "picture",
            file=file,
            media_type=image.get("media_type"),
            sha256=image.get("sha256", "").lower() or None,
            fault=fault,
        )

    def _resolved(self, path: str) -> tuple[str | None, CopyFault | None]:
        target = allowed_path(self._document.path, path)
        if isinstance(target, FileFault):
            hint = "copies lie in the document's folder, or in one that --sources names"
            return None, CopyFault(target.kind, target.message, hint if target.kind == "outside" else "")
        if not os.path.lexists(target):
            return None, CopyFault("absent", f"there is no file {path}")
        return target, None


def _in_folder(file: str, source: str, lost: Sequence[Evidence]) -> Evidence:
    """Return a file of the folders as evidence: as the copy that is not where the document says, if it bears its name."""
    name = os.path.basename(file).casefold()  # noqa: PTH119 - as the walking of documents
    same = next((one for one in lost if one.name.rpartition("/")[2].casefold() == name), None)
    whole = os.path.realpath(file)
    if same is None:
        return Evidence(source, "", file, file=whole)
    return same._replace(name=file, file=whole, fault=None)
