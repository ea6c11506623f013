"""What ``pincite dataset check`` does."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pincite.cli.datasets.calls import calls, shown_progress, stay_outside
from pincite.cli.delivery import consistent, deliver, ready
from pincite.cli.output import show_lines
from pincite.model.report import Report
from pincite.reading.memory import rare_collections
from pincite.reporters import DEFAULT
from pincite.reporters.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pincite.cli.delivery import Delivery
    from pincite.model.finding import Finding
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
    status = deliver(report, wanted)
    if wanted.output is not None or wanted.format_name in {None, DEFAULT}:
        show_lines(_apart(report.findings, documents=documents))
    return status


def _apart(found: Iterable[Finding], *, documents: bool) -> Iterator[str]:
    """Yield a line on the dataset as such, and one on its documents: what is found in these is no damage."""
    of_dataset: Counter[str] = Counter()
    of_documents: Counter[str] = Counter()
    for one in found:
        (of_dataset if one.code.startswith(_OF_DATASETS) else of_documents)[one.severity] += 1
    yield f"files, tables and keys: {_counted(of_dataset) or 'whole'}"
    if documents:
        yield f"documents: {_counted(of_documents) or 'nothing found'}"


def _counted(numbers: Mapping[str, int]) -> str:
    return ", ".join(counted(numbers[one], one) for one in ("error", "warning", "info") if numbers.get(one))


_OF_DATASETS = "PIN9"
"""How the codes begin of what is wrong with a dataset as such."""
