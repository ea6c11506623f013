"""How a dataset is to be split, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from pincite.dataset.building.build import Built
    from pincite.dataset.choosing.links import JoinedBy
    from pincite.dataset.choosing.shares import Share

By = Literal["source", "article"]


class Manner(NamedTuple):
    """How a dataset is split."""

    shares: tuple[Share, ...]
    by: By = "source"
    joined_by: JoinedBy = "source"
    seed: int = 0


class PartMade(NamedTuple):
    """A part that was built: its share, what came of the build, and the digest of its manifest."""

    share: Share
    built: Built
    manifest: str


class Split(NamedTuple):
    """What came of a split: its parts; how many groups of documents that stay together there are, and how large the largest is.

    ``sources`` are those that stand in several parts; ``works`` those among them that are works, or cited as such.
    """

    documents: int
    groups: int
    largest: int
    parts: tuple[PartMade, ...]
    sources: int
    works: int
