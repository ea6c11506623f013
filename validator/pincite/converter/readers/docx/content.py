"""What all parts of a document share while they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.converter.readers.docx.notes import Notes
    from pincite.converter.readers.docx.numbering import Lists
    from pincite.converter.readers.docx.package import Package
    from pincite.converter.readers.docx.pictures import Pictures
    from pincite.converter.readers.docx.styles import Styles


@dataclass(frozen=True)
class Content:
    """The package, and what was read of it before its text."""

    package: Package
    styles: Styles
    lists: Lists
    notes: Notes
    pictures: Pictures
