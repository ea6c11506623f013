"""Fixes told as edits of the text of the file that they mend: for programs that show them or make them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pincite.editing.draft import edits_of_each
from pincite.editing.edits import EditingError
from pincite.fixing.document_numbers import DocumentNumbers
from pincite.model.fix import TextEdit
from pincite.reading.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pincite.model.finding import Finding
    from pincite.model.fix import Fix
    from pincite.model.report import Report

_MARK = "\ufeff"
_MOST_READ = 16 * 1024 * 1024
"""Bytes of a file read back for its fixes, each of which has it read once; those beyond stay without edits."""


def with_edits(report: Report, content_of: Callable[[str], bytes | None]) -> Report:
    """Return a report in which fixes tell their edits; *content_of* gives a file's bytes as they were judged."""
    findings: list[Finding] = []
    for path, group in groupby(report.findings, lambda one: one.path):
        of_file = list(group)
        if any(one.fix is not None for one in of_file):
            content = content_of(path)
            of_file = of_file if content is None else list(_in_file(path, content, of_file))
        findings += of_file
    return report._replace(findings=tuple(findings))


def _in_file(path: str, content: bytes, findings: Sequence[Finding]) -> Iterator[Finding]:
    numbers = DocumentNumbers(path, content)
    fixes = [(at, one.fix) for at, one in enumerate(findings) if one.fix is not None]
    fixes = fixes[: max(1, _MOST_READ // max(1, len(content)))]
    told: dict[int, Fix] = {}
    try:
        text = content.decode("utf-8")
        lines = Lines(text.removeprefix(_MARK))
        shift = len(text) - len(text.removeprefix(_MARK))
        wanted = [(numbers.of(findings[at]), fix.changes) for at, fix in fixes]
        for (at, fix), edits in zip(fixes, edits_of_each(path, content, wanted), strict=True):
            places = [(lines.place(one.start - shift, one.end - shift), one.text) for one in edits]
            told[at] = fix._replace(edits=tuple([TextEdit(*place[:4], new) for place, new in places]))
    except (EditingError, UnicodeDecodeError):
        pass  # the file is not what was judged any more
    for at, finding in enumerate(findings):
        yield finding._replace(fix=told[at]) if at in told else finding
