"""What there is to say of a dataset, for all descriptors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pincite.dataset.about import About
    from pincite.dataset.package.files import File


class Facts(NamedTuple):
    """The folder that has all data by now, its files with their digests, how many rows its tables have, and what is said of it."""

    folder: Path
    about: About
    made_with: Mapping[str, object]
    counts: Mapping[str, int]
    files: tuple[File, ...]
