"""Where an article came from, and where its document will stand: what the paths in the document need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.format import Original


@dataclass(frozen=True)
class Origin:
    """All paths have ``/`` between their parts and lead from the folder of the document.

    ``original`` is the file that the text was taken from, None where the text is all there was. ``folder`` is the
    article's folder, None where nobody knows it. ``climbs`` says how many folders up a path may lead and still be
    followed by a check. ``pictures`` is the folder that embedded pictures are written to, None where they are not.
    """

    original: Original | None = None
    folder: str | None = None
    climbs: int = 0
    pictures: str | None = None


NOWHERE = Origin()
"""The origin of a text that came from no file, for a document that goes into none."""
