"""The values that options take, and the options that several commands have."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from pincite.cli.commands import completion
from pincite.cli.output import CallError
from pincite.reporters import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable


class FailOn(str, Enum):
    """The severity from which on a finding fails the run."""

    warning = "warning"
    error = "error"


class ConfigFormat(str, Enum):
    """How the configuration in force is printed."""

    text = "text"
    json = "json"


def one_of(option: str, names: Iterable[str], what: str, words: str, metavar: str | None = None) -> object:
    """Return an option whose value is one of some *names*, of which each is *what*; *words* tell its use."""
    known = tuple(names)

    def checked(context: typer.Context, name: str | None) -> str | None:
        if (
            name is not None and name not in known and not context.resilient_parsing
        ):  # completion asks of any call
            raise CallError(f"{option}: no {what} is called '{name}'; there are: {', '.join(known)}")
        return name

    return typer.Option(
        option,
        metavar=metavar or f"<{'|'.join(known)}>",
        autocompletion=lambda: list(known),
        callback=checked,
        help=words,
    )


def _format(by_default: str = "") -> object:
    words = f"How to print the report: {', '.join(FORMATS)}{by_default}."
    return one_of("--format", FORMATS, "report", words, "FORMAT")


Format: TypeAlias = Annotated[str | None, _format()]
JudgeFormat: TypeAlias = Annotated[
    str | None,
    _format("; by default as the name of --output says, else text, with annotations in GitHub Actions"),
]
Output: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write the report to this file, and only the summary to standard output.",
    ),
]
FailFrom: TypeAlias = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on", help="Exit with 1 from findings of this severity on (warning); info never fails."
    ),
]
Config: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Use this configuration, and look for no other.",
        autocompletion=completion.ending_in(".toml"),
    ),
]
Isolated: TypeAlias = Annotated[bool, typer.Option("--isolated", help="Use no configuration at all.")]
AnnotatedOnly: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--annotated-only", help="Pass over named articles that hold no annotation, as the hook does."
    ),
]
DatasetOut: TypeAlias = Annotated[
    str,
    typer.Option(
        "-o",
        "--out",
        metavar="FOLDER",
        help="The folder of the dataset; one that is there is replaced, if it is a dataset.",
        show_default=False,
    ),
]
DatasetName: TypeAlias = Annotated[
    str | None, typer.Option("--name", help="A short name of the dataset.", show_default=False)
]
DatasetTitle: TypeAlias = Annotated[
    str | None, typer.Option("--title", help="Its title.", show_default=False)
]
DatasetDescription: TypeAlias = Annotated[
    str | None, typer.Option("--description", help="What it is.", show_default=False)
]
DatasetVersion: TypeAlias = Annotated[
    str | None, typer.Option("--dataset-version", help="Its version.", show_default=False)
]
DatasetLicense: TypeAlias = Annotated[
    str | None, typer.Option("--license", metavar="SPDX", help="Its licence.", show_default=False)
]
DatasetCreators: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--creator", help="Who made it, 'organization: NAME' for an organization; more than once."),
]
Seed: TypeAlias = Annotated[
    int, typer.Option("--seed", help="What chance begins with: the same seed, the same documents.")
]
Processes: TypeAlias = Annotated[
    int, typer.Option("--workers", min=1, help="How many processes work at a time.")
]
