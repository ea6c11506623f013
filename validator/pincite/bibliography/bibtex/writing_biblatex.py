"""The sources for biblatex, with its dates, types and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.bibliography.bibtex.entries import written
from pincite.bibliography.bibtex.losses import BIBLATEX as DECLARED
from pincite.bibliography.bibtex.words import BIBLATEX

if TYPE_CHECKING:
    from pincite.model.carried import Carried

__all__ = ["DECLARED", "write"]


def write(carried: Carried) -> str:
    """Return the document's sources as entries for biblatex in UTF-8; keys are their ids."""
    return written(carried, BIBLATEX)
