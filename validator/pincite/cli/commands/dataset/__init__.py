"""``pincite dataset``: datasets of many documents. A command of it is a file here, and one line."""

from __future__ import annotations

import typer

from pincite.cli.commands.dataset.build import build
from pincite.cli.commands.dataset.check import check
from pincite.cli.commands.dataset.diff import diff
from pincite.cli.commands.dataset.merge import merge
from pincite.cli.commands.dataset.query import query
from pincite.cli.commands.dataset.sample import sample
from pincite.cli.commands.dataset.split import split
from pincite.cli.commands.dataset.stats import stats

dataset = typer.Typer(
    name="dataset",
    help="Build datasets of many documents, and work with them.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_COMMANDS = (build, check, query, stats, diff, merge, sample, split)
for _command in _COMMANDS:
    dataset.command()(_command)
