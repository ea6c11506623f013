"""How often which code was found, the most frequent first: where a folder is to be taken in that nobody has checked yet."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from pincite.reporters.summary import summary

if TYPE_CHECKING:
    from pincite.model.report import Report
    from pincite.model.rule import Severity

FORMATS = ("text", "concise", "json")
"""The formats of reports in which counts are told, too."""


def statistics(report: Report, format_name: str, fail_on: Severity | None) -> str:
    """Return the counts: a table, in the format text with the summary below, or a JSON list."""
    counts = Counter((finding.code, finding.name) for finding in report.findings)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if format_name == "json":
        data = [{"code": code, "name": name, "count": count} for (code, name), count in ordered]
        return json.dumps(data, indent=2) + "\n"
    width = max((len(str(count)) for _, count in ordered), default=0)
    table = "".join(f"{count:{width}}  {code}  {name}\n" for (code, name), count in ordered)
    if format_name == "concise":
        return table
    return f"{table}\n{summary(report, fail_on)}" if table else summary(report, fail_on)
