"""The last lines of a report for people: what there was, what was found, and which files failed."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from pincite.model.verdicts import VERDICTS
from pincite.reporters.columns import wrapped
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.report import Report, Skipped
    from pincite.model.rule import Severity

WIDTH = 80
"""Columns of the widest line, except for a path that is longer."""
MOST = 20
"""Files that are named; of more, the first ones are, and the others counted: JSON names all."""


def summary(report: Report, fail_on: Severity | None) -> str:
    """Return how many files, quotations and citations there are and what was found, and which files failed."""
    counts = [
        counted(number, severity)
        for severity, number in (
            ("error", report.number_of("error")),
            ("warning", report.number_of("warning")),
            ("info", report.number_of("info")),
        )
        if number
    ]
    held = (
        f"{counted(len(report.files), 'file')}, "
        f"{counted(sum(one.quotations for one in report.files), 'quotation')}, "
        f"{counted(sum(one.citations for one in report.files), 'citation')}"
    )
    untold = [
        f"{number} {where}"
        for number, where in (
            (report.ignored, "ignored by comments"),
            (report.baselined, "in the baseline"),
        )
        if number
    ]
    failed = report.failed_files(fail_on)
    lines = wrapped(f"{held}: {', '.join(counts) or 'no findings'}", WIDTH)
    if report.verdicts is not None:
        lines += wrapped(_verdicts([str(one["verdict"]) for one in report.verdicts]), WIDTH)
    if untold:
        lines.append(f"not told: {', '.join(untold)}")
    lines += _fixable(report)
    if report.unmatched:
        lines += wrapped(
            f"{counted(report.unmatched, 'entry')} of the baseline match nothing any more; --write-baseline makes it anew",
            WIDTH,
        )
    if failed and len(report.files) > 1:
        lines.append("failed: " + counted(len(failed), "file"))
        lines += [f"  {safe(path)}" for path in failed[:MOST]]
        lines += _more(len(failed))
    lines += _not_applied(report.skipped)
    return "\n".join(lines) + "\n"


def _fixable(report: Report) -> Iterator[str]:
    """Yield what fixes there are, and how they are made."""
    fixes = Counter(one.fix.safety for one in report.findings if one.fix is not None)
    if fixes["safe"]:
        more = f", {fixes['unsafe']} more with --unsafe-fixes" if fixes["unsafe"] else ""
        yield f"{counted(fixes['safe'], 'finding')} can be fixed with --fix{more}"
    elif fixes["unsafe"]:
        yield f"{counted(fixes['unsafe'], 'finding')} can be fixed with --fix --unsafe-fixes"


def _verdicts(given: Sequence[str]) -> str:
    """Return how many quotations have which verdict."""
    counts = [f"{given.count(one.name)} {one.name}" for one in VERDICTS if one.name in given]
    return f"{counted(len(given), 'quotation')}: {', '.join(counts)}" if counts else "no quotations"


def _more(number: int) -> list[str]:
    return [f"  and {number - MOST} more"] if number > MOST else []


def _not_applied(skipped: Sequence[Skipped]) -> Iterator[str]:
    """Yield a line for each file that no rule was applied to, and one for each reason why single rules were not."""
    unjudged: dict[str, None] = {}  # each once, however many broken documents the file has
    of_rules: dict[str, list[Skipped]] = {}
    for one in skipped:
        if one.code == "*":
            unjudged[f"{safe(one.path)}: rules not applied: {safe(one.reason)}"] = None
        else:
            of_rules.setdefault(one.reason, []).append(one)
    yield from islice(unjudged, MOST)
    yield from _more(len(unjudged))
    for reason, ones in of_rules.items():
        paths, codes = sorted({one.path for one in ones}), sorted({one.code for one in ones})
        where = safe(paths[0]) if len(paths) == 1 else counted(len(paths), "file")
        yield f"{where}: {', '.join(codes)} not applied: {safe(reason)}"
