"""Where a report goes, in which format, and the exit status that comes of it: the same for all that judge documents."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.output import CallError, show, tell, wants_colour, write_bytes_whole
from pincite.reporters import DEFAULT, WITH_EDITS, format_for, renderer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.model.report import Report
    from pincite.model.rule import Severity


class Delivery(NamedTuple):
    """How a report is told. Without *format_name* it is the format of the output's name, else the one for people."""

    format_name: str | None = None
    fail_on: Severity | None = None
    output: str | None = None
    statistics: bool = False
    exit_zero: bool = False


USUAL = Delivery()
"""How a report is told where nobody says how."""


def consistent(wanted: Delivery) -> Delivery:
    """Return what is wanted with its format; raises CallError where options do not go together."""
    output = None if wanted.output == "-" else wanted.output
    name = wanted.format_name or (format_for(output) if output is not None else None)
    if wanted.statistics:
        from pincite.reporters.statistics import FORMATS  # noqa: PLC0415 - only where it is asked for

        name = name or DEFAULT
        if name not in FORMATS:
            raise CallError(
                f"--statistics counts, and {name} has no place for counts; there are: {', '.join(FORMATS)}"
            )
    return wanted._replace(output=output, format_name=name)


def ready(output: str | None, files: Sequence[str]) -> None:
    """Raise CallError, before anything is judged, where the report cannot be written: over a judged file, say."""
    if output is None:
        return
    if os.path.isdir(output):  # noqa: PTH112 - as in lookup
        raise CallError(f"--output: {output} is a folder; name a file")
    folder = os.path.dirname(output) or "."  # noqa: PTH120
    if not os.path.isdir(folder):  # noqa: PTH112
        raise CallError(f"--output: there is no folder {folder}")
    there = os.path.realpath(output)
    if any(os.path.realpath(file) == there for file in files):
        raise CallError(f"--output: {output} is one of the files to judge; name another")


def deliver(
    report: Report,
    wanted: Delivery,
    before: str = "",
    *,
    contents: Mapping[str, bytes] | None = None,
    aside: bool = False,
) -> int:
    """Tell a report and return the exit status; people read *before* first.

    *contents* are those of files that were not opened. *aside*: to standard error, because standard output holds
    something else.
    """
    if wanted.format_name in WITH_EDITS and any(one.fix is not None for one in report.findings):
        report = _with_edits(report, contents or {})
    text = _text(report, wanted, before)
    if wanted.output is None and aside:
        tell(text.removesuffix("\n"))
    elif wanted.output is None:
        show(text)
    else:
        from pincite.reporters.summary import summary  # noqa: PLC0415 - only where it stands alone

        write_bytes_whole(wanted.output, text.encode("utf-8", "backslashreplace"))
        told = summary(report, wanted.fail_on)
        tell(told.removesuffix("\n")) if aside else show(told)
    return 1 if report.failed_files(wanted.fail_on) and not wanted.exit_zero else 0


def _text(report: Report, wanted: Delivery, before: str) -> str:
    name = wanted.format_name or DEFAULT
    if wanted.statistics:
        from pincite.reporters.statistics import statistics  # noqa: PLC0415 - as above

        return statistics(report, name, wanted.fail_on)
    colour = wanted.output is None and wants_colour()
    text = renderer(name)(report, fail_on=wanted.fail_on, colour=colour)
    if name == DEFAULT:
        text = before + text
    if wanted.format_name is None and in_github_actions():
        # people read the log, so the report stays; the annotations come on top
        from pincite.reporters.github_format import beside  # noqa: PLC0415 - as above

        return beside(text, renderer("github")(report, fail_on=wanted.fail_on, colour=False))
    return text


def _with_edits(report: Report, contents: Mapping[str, bytes]) -> Report:
    from pincite.cli.writing_back import content_of  # noqa: PLC0415 - as above
    from pincite.fixing.with_edits import with_edits  # noqa: PLC0415 - as above

    def content(path: str) -> bytes | None:
        found = contents[path] if path in contents else content_of(path)
        return found if isinstance(found, bytes) else None

    return with_edits(report, content)


def in_github_actions() -> bool:
    """Return whether this runs as a step of a workflow of GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"
