"""What ``pincite dataset check`` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.cli.datasets.calls import calls, shown_progress, stay_outside
from pincite.cli.delivery import consistent, deliver, ready
from pincite.model.report import Report
from pincite.reading.memory import rare_collections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.cli.delivery import Delivery
    from pincite.settings.run import Settings


def check_datasets(paths: Sequence[str], wanted: Delivery, settings: Settings, *, documents: bool) -> int:
    """Check datasets one after the other, tell what is found in one report, and return the exit status; raises CallError."""
    rare_collections()
    wanted = consistent(wanted)
    ready(wanted.output, ())
    for path in paths:
        stay_outside(wanted.output, path)
    with calls():
        from pincite.dataset.checking.check import check_dataset  # noqa: PLC0415 - imports an extra

        shown = shown_progress()
        found = [
            check_dataset(path, settings, documents=documents, progress=shown)
            for path in dict.fromkeys(paths)
        ]
    report = Report(
        tuple(sorted((one for each in found for one in each.findings), key=lambda one: one.order)),
        tuple(sorted(one for each in found for one in each.files)),
    )
    return deliver(report, wanted)
