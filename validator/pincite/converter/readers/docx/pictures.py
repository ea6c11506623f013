"""Pictures: where their bytes are, or where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.manuscript import Picture
from pincite.reading.file_types import HEAD, type_of

if TYPE_CHECKING:
    from pincite.converter.readers.docx.package import Package, Relationship


class Pictures:
    """The pictures of a package; each is unpacked once, however often it is shown."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._contents: dict[str, bytes | None] = {}

    def picture(self, at: int, shown: Relationship, alt: str | None) -> Picture | None:
        """Return the picture before the character at *at*; one that is not in the package has neither a place nor content.

        None for a relation that leads out of the package where it must not.
        """
        if shown.external:
            return Picture(at, target=shown.target, alt=alt)
        if not shown.target:
            return None
        if shown.target not in self._contents:
            self._contents[shown.target] = self._package.bytes_of(shown.target)
        content = self._contents[shown.target]
        if content is None:
            return Picture(at, alt=alt)
        seen = type_of(content[:HEAD])
        declared = self._package.media_type(shown.target)
        if seen is None or (declared and not seen.startswith("image/")):
            seen = declared or seen
        return Picture(at, content=content, media_type=seen, alt=alt)
