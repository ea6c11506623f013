"""``pincite dataset sample``: some documents of a dataset, by chance."""

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
    Seed,
)


def sample(  # noqa: PLR0917 - typer's form: one parameter for each option
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="The dataset.", show_default=False)],
    number: Annotated[
        int,
        typer.Option(
            "-n",
            "--number",
            min=1,
            help="How many documents; all, where there are no more.",
            show_default=False,
        ),
    ],
    out: DatasetOut,
    seed: Seed = 0,
    name: DatasetName = None,
    title: DatasetTitle = None,
    description: DatasetDescription = None,
    version: DatasetVersion = None,
    license_: DatasetLicense = None,
    creators: DatasetCreators = None,
    workers: Processes = 1,
) -> None:
    """Build a dataset of some documents of another, each as likely as any other.

    Which these are depends on the seed and the documents' ids alone, not on their order; a document that is added later
    takes the place of one at most. What no option says is as the other dataset says it, but for the day, the address and the
    DOI, which are its own.

    Exit status: 0, or 2 for a wrong call.
    """
    from pincite.cli.datasets.deriving import sample_dataset  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.dataset.about import About  # noqa: PLC0415
    from pincite.dataset.engines import Workers  # noqa: PLC0415

    said = (name or "", title or "", description or "", version or "", license_ or "")
    about = About(*said, creators=tuple(creators or ()))
    raise typer.Exit(sample_dataset(dataset, out, about, Workers(number=workers), number=number, seed=seed))
