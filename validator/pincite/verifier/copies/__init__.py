"""Copies of sources become text: one reader a format, each of them run within limits."""

from pincite.verifier.copies.cache import Cache
from pincite.verifier.copies.copy_text import CopyFault, CopyText, Page, WordBox
from pincite.verifier.copies.opening import read_copy
from pincite.verifier.copies.region import region_of

__all__ = ["Cache", "CopyFault", "CopyText", "Page", "WordBox", "read_copy", "region_of"]
