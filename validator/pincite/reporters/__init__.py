"""Ways to print a report: each a pure function from a report to text.

A new one is a module here with ``render`` and a line in ``FORMATS``: the command line offers what stands there.
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


FORMATS: dict[str, tuple[str, ...]] = {
    "text": (),
    "concise": (),
    "json": (".json",),
    "jsonl": (".jsonl",),
    "sarif": (".sarif", ".sarif.json"),
    "github": (),
    "gitlab": (),
    "junit": (".xml",),
}
"""The formats, named as their modules are, and how the names of files end that are written in one when nobody says."""
WITH_EDITS = frozenset({"json", "jsonl", "sarif"})
"""The formats that tell what a fix would change in the text of its file."""
DEFAULT = next(iter(FORMATS))
"""The format where nobody says one: for people."""


def format_for(file: str) -> str:
    """Return the format that the name of a file asks for; of several endings the longest counts."""
    fitting = {
        ending: name
        for name, endings in FORMATS.items()
        for ending in endings
        if file.lower().endswith(ending)
    }
    return fitting[max(fitting, key=len)] if fitting else DEFAULT


def renderer(name: str) -> Render:
    """Return the function that renders the format *name*, imported when it is asked for."""
    return cast("Render", import_module(f"pincite.reporters.{name}_format").render)
