"""What came of judging one file, before a baseline is counted in: what several processes and runs hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.report import Skipped


class Outcome(NamedTuple):
    """The findings of one file in their total order, and the counts of its ``FileCount`` and of its ``Report``.

    ``words`` are, where they were asked for, the words that each finding is about, None for a finding that no baseline can
    know. ``judged`` says whether the file holds any document that was judged.
    """

    findings: tuple[Finding, ...]
    quotations: int = 0
    citations: int = 0
    skipped: tuple[Skipped, ...] = ()
    ignored: int = 0
    baselined: int = 0
    words: tuple[str | None, ...] | None = None
    judged: bool = False
