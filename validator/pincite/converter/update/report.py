"""What an update did, for people to look after: what is new, what moved, what could not be found again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.converter.update.anchors import Fate


@dataclass
class Report:
    """What became of a document.

    ``new`` are ids of objects that the article did not have before; ``moved`` counts places at other offsets;
    ``vanished`` and ``ambiguous`` name what stands nowhere, or at several places, of the new text: by its id, else
    by its words. ``shown`` are ids of images that the article shows from another place now. ``left_out`` counts what people once took out, and the conversion would bring back.
    ``is_mixed`` says that the document holds people's work, ``was_guessed`` that the old text is lost, so that
    all that differs was taken for theirs.
    """

    new: list[str] = field(default_factory=list)
    moved: int = 0
    vanished: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    left_out: int = 0
    is_mixed: bool = False
    was_guessed: bool = False

    def placed(self, moved: bool) -> None:  # noqa: FBT001 - what there is to tell
        """Count a place that the new conversion found by itself."""
        self.moved += moved

    def fate(self, fate: Fate, name: str | None, words: str) -> None:
        """Take down what became of a place in people's work."""
        self.moved += fate == "moved"
        told = name or " ".join(words.split())
        for kind, listed in (("vanished", self.vanished), ("ambiguous", self.ambiguous)):
            if fate == kind and told not in listed:
                listed.append(told)
