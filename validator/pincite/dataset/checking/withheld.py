"""Which findings of a document come of what its dataset holds back on purpose, and so say nothing that is wrong.

A document tells under its own key in ``custom`` which texts it holds back, or holds in part (``entering.kept``), and images
say so in their reason for being missing. What the rules find for want of these was not in the document before.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pincite.dataset.entering.kept import kept_in
from pincite.dataset.entering.pictures import NOT_PASSED_ON
from pincite.rules import images_missing, quotation_repeated, text_missing

if TYPE_CHECKING:
    from collections.abc import Container

    from pincite.model.document import Document
    from pincite.model.finding import Finding

_OF_WORDS = ("4", "6")
"""The families of rules that judge the words of quotations and claims: an ellipsis in place of them is the dataset's own."""
_OF_FILES = frozenset({"PIN507", "PIN508", "PIN510"})
"""Rules on whether a picture lies in the folder and is the one that was described: files and digests are checked for all."""


_OF_PICTURES = "5"
"""The family of rules that judge pictures."""


class Withheld:
    """What one document of a dataset holds back; pictures that are not among the *sound* files are told already."""

    def __init__(self, document: Document, sound: Container[str]) -> None:
        self._document = document
        self._sound = sound
        self._kept = kept_in(document.data)

    def explains(self, finding: Finding) -> bool:
        """Return whether a finding comes of what is held back."""
        if finding.code in _OF_FILES:
            return True
        if finding.code == text_missing.RULE.code:
            return self._kept.text is not None
        if finding.code == images_missing.RULE.code:
            return self._only_left_out
        if finding.code[3] == _OF_PICTURES and _within(finding.pointer, self._lost):
            return True
        is_about_words = finding.code[3] in _OF_WORDS or finding.code == quotation_repeated.RULE.code
        return is_about_words and _within(finding.pointer, self._pointers)

    @cached_property
    def _lost(self) -> frozenset[str]:
        """Return the pointers of images whose files are not as they were written."""
        images = enumerate(self._document.data.get("images", ()))
        return frozenset(
            f"/images/{number}" for number, one in images if "path" in one and one["path"] not in self._sound
        )

    @cached_property
    def _pointers(self) -> frozenset[str]:
        """Return the pointers of quotations and claims whose words are held back."""
        held = self._kept.whole
        if not held:
            return frozenset()
        both = (
            ("quotations", self._document.data.get("quotations", ())),
            ("claims", self._document.data.get("claims", ())),
        )
        return frozenset(
            f"/{name}/{number}"
            for name, items in both
            for number, one in enumerate(items)
            if one["id"] in held
        )

    @property
    def _only_left_out(self) -> bool:
        """Return whether all pictures that are declared missing were left out of the dataset."""
        reasons = [
            one["missing"].get("reason", "")
            for one in self._document.data.get("images", ())
            if "missing" in one
        ]
        return all(reason.startswith(NOT_PASSED_ON) for reason in reasons)


def _within(pointer: str, outer: Container[str]) -> bool:
    """Return whether a pointer leads to an object of a list, or into it, that is among others."""
    return "/".join(pointer.split("/", 3)[:3]) in outer
