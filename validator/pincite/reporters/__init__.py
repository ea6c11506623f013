"""Ways to print a report: each a pure function from a report to text.

A new one is a module here with ``render`` and a line in ``FORMATS``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing import Protocol

    from pincite.model.report import Report
    from pincite.model.rule import Severity

    class Render(Protocol):
        """A report as text; ``fail_on`` as in ``Report.failed_files``; ``colour`` allows terminal colours."""

        def __call__(self, report: Report, *, fail_on: Severity | None, colour: bool) -> str:
            """Return the report as text."""


FORMATS = ("text", "concise", "json")
"""The names of the formats, which are the names of their modules; the first is the default."""


def renderer(name: str) -> Render:
    """Return the function that renders the format *name*, imported when it is asked for."""
    return cast("Render", import_module(f"pincite.reporters.{name}_format").render)
