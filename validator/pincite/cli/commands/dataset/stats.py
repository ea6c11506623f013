"""``pincite dataset stats``: the figures of a dataset."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.commands.options import ConfigFormat


def stats(
    dataset: Annotated[
        str,
        typer.Argument(
            metavar="DATASET",
            help="The folder of a dataset.",
            show_default=False,
            autocompletion=completion.folders,
        ),
    ],
    format_: Annotated[ConfigFormat, typer.Option("--format", help="How to print it.")] = ConfigFormat.text,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write it to this file.", show_default=False),
    ] = None,
) -> None:
    """Count what a dataset has: rows, coverage, values, the sources cited most, findings.

    All figures are exact. They come of the tables, which are read in pieces.
    """
    from pincite.cli.datasets.stats import show_stats  # noqa: PLC0415 - a command imports what it alone needs

    show_stats(dataset, format_.value, output)
