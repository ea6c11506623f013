"""Where a quotation may stand: the copies of its source, of what contains it, and the pictures of the place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.model.named_file import FileFault
from pincite.reading.files import SUFFIXES
from pincite.reading.named_files import allowed_path
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.documents.verification import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.document import Document
    from pincite.model.format import Citation, Image, Source
    from pincite.verifier.shelf import Shelf

_MOST_FILES = 100_000
"""Files of the folders of sources that are known."""


class SourceFolders:
    """Folders of copies that the user names: their files by the id of a source, by name and by digest.

    Hidden files and folders and links are passed over: what they lead to may lie anywhere.
    """

    def __init__(self, folders: Sequence[str] = ()) -> None:
        self.folders = tuple(folders)
        self._by_stem: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        self._files: list[str] = []
        self._digests: dict[str, list[str]] | None = None
        for folder in folders:
            self._look_through(folder)

    def of(self, source: Source, shelf: Shelf) -> list[str]:
        """Return the files that are copies of a source: by pinned digest, by its id, by the names of its copies."""
        if not self._files:
            return []
        copies = [one for one in source.get("copies", ()) if one]
        pinned = [one["sha256"].lower() for one in copies if "sha256" in one]
        found = [file for digest in pinned for file in self._of_digest(digest, shelf)]
        found += self._by_stem.get(source["id"].casefold(), [])
        for one in copies:
            name = one.get("path", "").rpartition("/")[2]
            found += self._by_name.get(name.casefold(), []) if name else []
        return list(dict.fromkeys(found))

    def _of_digest(self, digest: str, shelf: Shelf) -> list[str]:
        if self._digests is None:
            self._digests = {}
            for file in self._files:
                found = shelf.digest(file)
                if found is not None:
                    self._digests.setdefault(found, []).append(file)
        return self._digests.get(digest, [])

    def _look_through(self, folder: str) -> None:
        for where, folders, names in os.walk(folder):
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".") and not os.path.islink(os.path.join(where, name))  # noqa: PTH114, PTH118
            )
            for name in sorted(names):
                path = os.path.join(where, name)  # noqa: PTH118 - as the walking of documents
                if name.startswith(".") or name.endswith(SUFFIXES) or os.path.islink(path):  # noqa: PTH114
                    continue
                if len(self._files) >= _MOST_FILES:
                    return
                self._files.append(path)
                stem = os.path.splitext(name)[0].casefold()  # noqa: PTH122
                self._by_stem.setdefault(stem, []).append(path)
                self._by_name.setdefault(name.casefold(), []).append(path)
            for name in folders:  # the pages of one source, in order
                path = os.path.join(where, name)  # noqa: PTH118
                self._by_stem.setdefault(name.casefold(), []).append(path)


class Finder:
    """Finds the evidence for the citations of one document."""

    def __init__(self, document: Document, folders: SourceFolders, shelf: Shelf) -> None:
        self._document = document
        self._folders = folders
        self._shelf = shelf
        self._pointers = {source["id"]: at for at, source in reversed(document.sources)}
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
        at = self._pointers[source["id"]]
        for index, copy in enumerate(source.get("copies", ())):
            if not copy or "path" not in copy:
                continue
            path = copy["path"]
            file, fault = self._resolved(path)
            yield Evidence(
                source["id"],
                f"{at}/copies/{index}",
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
