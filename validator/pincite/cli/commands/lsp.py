"""``pincite lsp``: what Pincite knows is told to an editor."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.output import CallError

_EXTRA = ("pygls", "lsprotocol", "cattrs", "attrs", "attr")
"""What the extra ``editor`` brings."""


def lsp(
    stdio: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--stdio", help="Talk over standard input and output, as is done in any case.")
    ] = False,
    log: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write what goes wrong to this file, too.")
    ] = None,
) -> None:
    """Run the language server: an editor starts this and talks with it over standard input and output.

    Exit status: 0 the editor has shut the server down, 1 it is gone without that, 2 wrong call.
    """
    del stdio
    try:
        from pincite.editor.running import run  # noqa: PLC0415 - imports what an extra brings
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        message = "the language server needs pygls, which is not installed: pip install 'pincite[editor]'"
        raise CallError(message) from None
    raise typer.Exit(run(log))
