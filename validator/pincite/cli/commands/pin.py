"""``pincite pin``: which files the copies and pictures are is recorded."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion


def pin(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Pincite files, or folders to search for them.",
            show_default=False,
            autocompletion=completion.documents,
        ),
    ],
    check_: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 if something is missing or differs."),
    ] = False,
    diff: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--diff", help="Write nothing; print what would change as a patch, and exit as --check does."
        ),
    ] = False,
    repin: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--repin", help="Replace what is recorded of files that have changed since.")
    ] = False,
    add: Annotated[
        list[str] | None,
        typer.Option(help="Add a copy to a source: SOURCE_ID=PATH.", metavar="SOURCE_ID=PATH"),
    ] = None,
) -> None:
    """Record which files the copies of sources and the images are.

    Media type, SHA-256 digest and, of pictures, the size are written into the document where they are missing, and
    nothing else in it changes. A file that is not the one recorded is reported.

    Exit status: 0 all pinned, 1 a file is missing or has changed, 2 wrong call.
    """
    from pincite.cli.pinning.additions import addition  # noqa: PLC0415
    from pincite.cli.pinning.command import Asked  # noqa: PLC0415
    from pincite.cli.pinning.command import pin as pin_all  # noqa: PLC0415

    additions = tuple(addition(word) for word in add or ())
    raise typer.Exit(pin_all(paths, Asked(check_, diff, repin, additions)))
