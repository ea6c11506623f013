"""The values that options take, and the options that several commands have."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, TypeAlias

import typer


class ReportFormat(str, Enum):
    """How a report is printed: the names in ``pincite.reporters.FORMATS``."""

    text = "text"
    concise = "concise"
    json = "json"


class FailOn(str, Enum):
    """The severity from which on a finding fails the run."""

    warning = "warning"
    error = "error"


class ConfigFormat(str, Enum):
    """How the configuration in force is printed."""

    text = "text"
    json = "json"


Format: TypeAlias = Annotated[ReportFormat, typer.Option("--format", help="How to print the report.")]
FailFrom: TypeAlias = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on", help="Exit with 1 from findings of this severity on (warning); info never fails."
    ),
]
Isolated: TypeAlias = Annotated[bool, typer.Option("--isolated", help="Use no configuration at all.")]
AnnotatedOnly: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--annotated-only", help="Pass over named articles that hold no annotation, as the hook does."
    ),
]
