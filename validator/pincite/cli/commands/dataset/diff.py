"""``pincite dataset diff``: what is different between two datasets."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer


class DiffFormat(str, Enum):
    """How differences are told."""

    text = "text"
    json = "json"


def diff(
    old: Annotated[str, typer.Argument(metavar="A", help="The older dataset.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="B", help="The newer dataset.", show_default=False)],
    everything: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--all", help="Tell every difference, not the first of each table alone.")
    ] = False,
    form: Annotated[
        DiffFormat, typer.Option("--format", help="For people, or all differences as JSON.")
    ] = DiffFormat.text,
) -> None:
    """Tell which articles, sources, quotations and so on were added, are gone or have changed, and in which columns.

    The column 'document' stands for all that an article's document holds. A document whose id was made of its content is known
    again by its address, or else by its title and date. How many articles cite a source is not compared, nor what is said of
    a dataset as a whole, which is told and does not count.

    Exit status: 0 both have the same documents, 1 they do not, 2 wrong call.
    """
    from pincite.cli.datasets.comparing import diff_datasets  # noqa: PLC0415 - a command imports what it alone needs

    raise typer.Exit(diff_datasets(old, new, everything=everything, as_json=form is DiffFormat.json))
