"""Copies of sources become text: one reader a format, each of them run within limits."""

from pincite.verifier.copies.copy_text import CopyFault, CopyText, Page, WordBox
from pincite.verifier.copies.opening import read_copy

__all__ = ["CopyFault", "CopyText", "Page", "WordBox", "read_copy"]
