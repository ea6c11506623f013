"""What ``pincite dataset merge`` and ``sample`` do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.datasets.building import summary, tell_left_out
from pincite.cli.datasets.calls import calls, shown_progress
from pincite.cli.output import show_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.dataset.about import About
    from pincite.dataset.engines import Workers


def merge_datasets(folders: Sequence[str], out: str, about: About, workers: Workers) -> int:
    """Merge datasets, tell what came of it, and return the exit status; raises CallError."""
    with calls():
        from pincite.dataset.merging import merge  # noqa: PLC0415 - imports an extra

        built = merge(
            [Path(one) for one in folders], Path(out), about, workers=workers, progress=shown_progress()
        )
    tell_left_out(Path(out))
    show_lines(summary(built, out))
    return 1 if built.left_out or built.lost else 0


def sample_dataset(folder: str, out: str, about: About, workers: Workers, *, number: int, seed: int) -> int:
    """Build a sample, tell what came of it, and return the exit status; raises CallError."""
    with calls():
        from pincite.dataset.choosing.sample import sample  # noqa: PLC0415 - imports an extra

        built = sample(
            Path(folder),
            Path(out),
            about,
            number=number,
            seed=seed,
            workers=workers,
            progress=shown_progress(),
        )
    show_lines(summary(built, out))
    return 0
