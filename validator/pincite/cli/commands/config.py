"""``pincite config``: the configuration in force."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands.options import Config, ConfigFormat
from pincite.cli.output import show


def config(
    path: Annotated[str, typer.Argument(help="The file or folder that it is about.")] = ".",
    format_: Annotated[ConfigFormat, typer.Option("--format", help="How to print it.")] = ConfigFormat.text,
    file: Config = None,
) -> None:
    """Show the configuration in force for a file.

    Each value is shown with the file and line it comes from.
    """
    from pincite.cli.configuration import shown_config  # noqa: PLC0415

    show(shown_config(path, file, as_json=format_ is ConfigFormat.json))
