"""``pincite dataset check``: a dataset is held against its manifest, its parts against each other, its documents against the rules."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.commands.options import Config, FailFrom, Format, Isolated, Output


def check(  # noqa: PLR0917 - typer's form: one parameter for each option
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="DATASET...",
            help="Folders of datasets.",
            show_default=False,
            autocompletion=completion.folders,
        ),
    ],
    documents: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--documents/--no-documents",
            help="Judge the documents and hold the tables against them, or check files, tables and keys alone.",
        ),
    ] = True,
    format_: Format = None,
    output: Output = None,
    fail_on: FailFrom = None,
    exit_zero: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Apply these rules alone.", autocompletion=completion.selectors),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(help="Do not apply these rules.", autocompletion=completion.selectors),
    ] = None,
    config: Config = None,
    isolated: Isolated = False,  # noqa: FBT002 - typer's form
) -> None:
    """Tell whether datasets are whole: files and digests, tables and keys, and what the rules find in the documents.

    Nothing is opened outside of a dataset's folder, and no link in it is followed.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong call.
    """
    from pincite.cli.configuration import settings_of  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.cli.datasets.checking import check_datasets  # noqa: PLC0415
    from pincite.cli.delivery import Delivery  # noqa: PLC0415

    settings = settings_of(select, ignore or (), config=config, isolated=isolated, baseline=None)
    wanted = Delivery(format_, fail_on.value if fail_on else None, output, exit_zero=exit_zero)
    raise typer.Exit(check_datasets(paths, wanted, settings, documents=documents))
