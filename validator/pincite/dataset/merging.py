"""Datasets become one: built of all their documents, so that sources are merged as if the inputs had been built together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.building.build import build
from pincite.dataset.deriving.inputs import opened, stay_apart
from pincite.dataset.deriving.origins import about_merged, made_with
from pincite.dataset.deriving.plan import plan_of
from pincite.dataset.engines import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pincite.dataset.about import About
    from pincite.dataset.building.build import Built
    from pincite.dataset.engines import Workers


def merge(
    folders: Sequence[Path],
    out: Path,
    about: About,
    *,
    workers: Workers = ALONE,
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """Build a dataset of all documents of others, in the order in which these are named.

    Of documents with one id the first goes in. Raises NoDatasetError for what is no dataset, or a damaged one, before
    anything is written; otherwise as ``build``.
    """
    inputs = [opened(folder) for folder in folders]
    stay_apart(out, inputs)
    for one in inputs:
        one.need_all()
    told = made_with(inputs, "merge", {"datasets": len(inputs)})
    return build(plan_of(inputs, about_merged(inputs, about), told), out, workers, progress)
