"""``pincite schema``: the JSON Schemas of the format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.output import CallError, show


def schema(
    name: Annotated[
        str,
        typer.Argument(
            help="document, report, config, dataset or document.draft-07.", autocompletion=completion.schemas
        ),
    ] = "document",
    path: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--path", help="Print where the file lies instead of its content.")
    ] = False,
) -> None:
    """Print a JSON Schema of the format."""
    from pincite import schemas  # noqa: PLC0415

    if name not in schemas.names():
        raise CallError(f"no schema is called '{name}'; there are: {', '.join(schemas.names())}")
    file = Path(schemas.path_of(name))
    show(f"{file}\n" if path else file.read_text("utf-8"))
