"""What ``pincite dataset merge`` and ``sample`` do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.datasets.building import need_sound
from pincite.cli.datasets.calls import calls, shown_progress
from pincite.cli.datasets.outcome import Judged, stopping, summary, tell_left_out
from pincite.cli.output import show_lines
from pincite.reporters.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.dataset.about import About
    from pincite.dataset.engines import Workers


def merge_datasets(folders: Sequence[str], out: str, about: About, workers: Workers) -> int:
    """Merge datasets, tell what came of it, and return the exit status; raises CallError."""
    need_sound(about.as_json())
    with calls():
        from pincite.dataset.merging import merge  # noqa: PLC0415 - imports an extra

        judged = Judged(root=os.path.commonpath([os.path.abspath(one) for one in folders]))  # noqa: PTH100 - as the plan
        with stopping(Path(out)):
            built = merge(
                [Path(one) for one in folders], Path(out), about, workers=workers, progress=shown_progress()
            )
        tell_left_out(Path(out), judged)
        show_lines([*summary(built, out, judged), *_of_merged(folders, out)])
    return 1 if built.left_out or built.lost else 0


def _of_merged(folders: Sequence[str], out: str) -> Iterator[str]:
    """Yield what a merged dataset does not have of its inputs, or may have twice."""
    from pincite.dataset.deriving.inputs import opened  # noqa: PLC0415 - as above

    whole = opened(Path(out))
    has_none = [one for one in folders if not opened(Path(one)).manifest.about.license]
    if not whole.manifest.about.license and len(has_none) < len(folders):
        yield f"the whole has no licence, because {', '.join(has_none)} {'has' if len(has_none) == 1 else 'have'} none; --license gives it one"
    unnamed = sum(not given for (given,) in whole.rows("articles", "id_given"))
    if unnamed:
        yield (
            f"{counted(unnamed, 'document')} without an id of {'its' if unnamed == 1 else 'their'} own: "
            "if two are states of one, both are in"
        )


def sample_dataset(folder: str, out: str, about: About, workers: Workers, *, number: int, seed: int) -> int:
    """Build a sample, tell what came of it, and return the exit status; raises CallError."""
    need_sound(about.as_json())
    with calls():
        from pincite.dataset.choosing.sample import sample  # noqa: PLC0415 - imports an extra

        with stopping(Path(out)):
            built = sample(
                Path(folder),
                Path(out),
                about,
                number=number,
                seed=seed,
                workers=workers,
                progress=shown_progress(),
            )
    show_lines(summary(built, out, Judged()))
    return 0
