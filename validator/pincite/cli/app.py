"""The command line: its commands, each of which is a file in ``commands``."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite import __version__
from pincite.cli.commands.check import check
from pincite.cli.commands.config import config
from pincite.cli.commands.convert import convert
from pincite.cli.commands.dataset import dataset
from pincite.cli.commands.explain import explain
from pincite.cli.commands.fmt import fmt
from pincite.cli.commands.formats import formats
from pincite.cli.commands.init import init
from pincite.cli.commands.lsp import lsp
from pincite.cli.commands.new import new
from pincite.cli.commands.pin import pin
from pincite.cli.commands.rules import rules
from pincite.cli.commands.schema import schema
from pincite.cli.commands.verify import verify
from pincite.cli.output import show

app = typer.Typer(
    name="pincite",
    help="Check and convert provenance annotations: what an article quotes, from which source, at which place.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status."""
    try:
        status = app(args=arguments, prog_name="pincite", standalone_mode=True)
    except SystemExit as end:
        return int(end.code or 0)
    return int(status or 0)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,  # noqa: FBT002 - typer's form
) -> None:
    if version:
        show(f"pincite {__version__}\n")
        raise typer.Exit


_COMMANDS = (init, new, check, fmt, convert, formats, verify, pin, lsp, explain, rules, config, schema)
"""In the order of the help: to begin, to check, to change, to look things up."""
for _command in _COMMANDS:
    app.command()(_command)
app.add_typer(dataset)
