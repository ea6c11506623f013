"""Many articles into a folder: each by itself, one that fails stops none of the others."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.conversion.inputs import jobs
from pincite.cli.output import CallError, is_terminal, tell, told
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.cli.conversion.inputs import Job
    from pincite.cli.conversion.wishes import Wishes, Written

_KINDS = ("quotation", "citation", "image")
"""What the summary counts, in the order of ``Written.counts``."""


def convert_many(
    paths: Sequence[str], folder: str, wishes: Wishes, convert: Callable[[str, str, Wishes], Written]
) -> int:
    """Convert files and folders into *folder* and return the exit status: 1 where one failed.

    *convert* converts one file, and writes it. Raises CallError before anything is written where the call as a
    whole cannot be carried out.
    """
    work = jobs(paths, folder, wishes.to or "yaml", wishes.source)
    try:
        for parent in {Path(job.target).parent for job in work}:
            parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError(f"cannot make the folder {folder}: {told(error)}") from None
    counter = _Counter(len(work))
    done: list[Written] = []
    for number, job in enumerate(work):
        counter.show(number)
        written = _one(job, wishes, convert, counter)
        done += [replace(written, text="", pictures=())] if written is not None else []
    counter.clear()
    failures = len(work) - len(done)
    tell(f"pincite: {_summary(done)}" + (f"; {failures} failed" if failures else ""))
    return 1 if failures else 0


def _summary(done: Sequence[Written]) -> str:
    """Return in words what was converted."""
    articles = [one.counts for one in done if one.counts is not None]
    bibliographies = [one.sources for one in done if one.sources is not None]
    documents = len(done) - len(articles) - len(bibliographies)
    parts = []
    if articles or not done:
        totals = [sum(counts[place] for counts in articles) for place in range(len(_KINDS))]
        listed = ", ".join(counted(total, kind) for total, kind in zip(totals, _KINDS, strict=True))
        parts.append(f"{counted(len(articles), 'article')} converted: {listed}")
    if documents:
        parts.append(f"{counted(documents, 'document')} written")
    if bibliographies:
        called = counted(len(bibliographies), "bibliography")
        parts.append(f"{called} converted: {counted(sum(bibliographies), 'source')}")
    return "; ".join(parts)


def _one(
    job: Job, wishes: Wishes, convert: Callable[[str, str, Wishes], Written], counter: _Counter
) -> Written | None:
    """Convert one file and return what was written, None where that failed, which is told."""
    try:
        return convert(job.article, job.target, wishes)
    except CallError as error:
        counter.clear()
        tell(f"pincite: {safe(str(error))}")
        return None


class _Counter:
    """A line on the terminal that says how far the work has come; nothing where standard error is none."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._shown = is_terminal(sys.stderr)

    def show(self, done: int) -> None:
        if self._shown:
            sys.stderr.write(f"\r{done} of {self._total} files")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that a message can stand in its place."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
