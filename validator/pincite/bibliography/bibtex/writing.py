"""The sources as classic BibTeX, for the styles of 1988 and those made after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.bibliography.bibtex.entries import written
from pincite.bibliography.bibtex.losses import CLASSIC as DECLARED
from pincite.bibliography.bibtex.words import CLASSIC

if TYPE_CHECKING:
    from pincite.model.carried import Carried

__all__ = ["DECLARED", "write"]


def write(carried: Carried) -> str:
    """Return the document's sources as entries of classic BibTeX in UTF-8; keys are their ids."""
    return written(carried, CLASSIC)
