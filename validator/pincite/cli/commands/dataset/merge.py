"""``pincite dataset merge``: datasets become one."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands.options import (
    DatasetCreators,
    DatasetDescription,
    DatasetLicense,
    DatasetName,
    DatasetOut,
    DatasetTitle,
    DatasetVersion,
    Processes,
)


def merge(  # noqa: PLR0917 - typer's form: one parameter for each option
    datasets: Annotated[
        list[str],
        typer.Argument(metavar="DATASET...", help="The datasets, in their order.", show_default=False),
    ],
    out: DatasetOut,
    name: DatasetName = None,
    title: DatasetTitle = None,
    description: DatasetDescription = None,
    version: DatasetVersion = None,
    license_: DatasetLicense = None,
    creators: DatasetCreators = None,
    workers: Processes = 1,
) -> None:
    """Build one dataset of all documents of several, as if they had been built together.

    Of documents with one id the first goes in; where another one is not the same, it is left out and told (PIN911). Texts
    and pictures that a dataset does not hold stay out. What is said of the whole is said anew, or put together: all creators,
    all licences.

    Exit status: 0 all documents are in, 1 some were left out, 2 wrong call.
    """
    from pincite.cli.datasets.deriving import merge_datasets  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.dataset.about import About  # noqa: PLC0415
    from pincite.dataset.engines import Workers  # noqa: PLC0415

    said = (name or "", title or "", description or "", version or "", license_ or "")
    about = About(*said, creators=tuple(creators or ()))
    raise typer.Exit(merge_datasets(datasets, out, about, Workers(number=workers)))
