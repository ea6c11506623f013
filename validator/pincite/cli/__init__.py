"""The command line.

``pincite check PATHS…`` without options is what hooks and editors run on every change, so it goes straight to
the checker; everything else goes through typer, which costs more to import than the check itself.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pincite.cli.output import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process: 0 clean, 1 findings, 2 wrong call, 130 interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(guarded(lambda: _run(given)))


def _run(given: list[str]) -> int:
    if len(given) > 1 and given[0] == "check" and not any(word.startswith("-") for word in given[1:]):
        from pincite.cli.judge import judge  # noqa: PLC0415 - see the module's docstring

        return judge(given[1:])
    from pincite.cli.app import run  # noqa: PLC0415

    return run(given)
