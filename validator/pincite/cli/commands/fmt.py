"""``pincite fmt``: documents in canonical order and layout."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.commands.options import AnnotatedOnly, Config, Isolated


def fmt(  # noqa: PLR0917 - typer's form: one parameter for each option
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Pincite files, folders to search for them, or - for standard input.",
            show_default=False,
            autocompletion=completion.documents,
        ),
    ],
    check_: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--check", help="Write nothing; name the files that would change, and exit with 1."),
    ] = False,
    diff: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--diff", help="Write nothing; print what would change as a patch, and exit with 1."),
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Take standard input for this file: its syntax, and its name."),
    ] = None,
    annotated_only: AnnotatedOnly = False,  # noqa: FBT002 - typer's form
    config: Config = None,
    isolated: Isolated = False,  # noqa: FBT002 - typer's form
) -> None:
    """Put documents into canonical order and layout.

    Members stand in the order of the format, YAML as pincite convert writes it. What a document says stays, and so does
    every comment in it; in annotated Markdown the front matter is formatted, and the body stays.

    Exit status: 0 done or nothing to do, 1 something would change or could not be read, 2 wrong call.
    """
    from pincite.cli.configuration import settings_of  # noqa: PLC0415
    from pincite.cli.formatting.command import Asked  # noqa: PLC0415
    from pincite.cli.formatting.command import fmt as fmt_all  # noqa: PLC0415

    settings = settings_of(None, (), config=config, isolated=isolated, baseline=None)
    raise typer.Exit(fmt_all(paths, Asked(check_, diff, annotated_only, stdin_filename), settings))
