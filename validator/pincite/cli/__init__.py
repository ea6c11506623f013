"""The command line.

``pincite check PATHS…`` without options is what hooks and editors run on every change, so it goes straight to
the checker; everything else goes through typer, which costs more to import than the check itself.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


INTERRUPTED = 130
"""Exit status after Ctrl-C (128 and the signal's number, as shells do)."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process: 0 clean, 1 findings, 2 wrong call, 130 interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        # within the try: an interrupt during the imports is one, too
        from pincite.cli.output import guarded  # noqa: PLC0415

        status = guarded(lambda: _run(given))
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)


def _run(given: list[str]) -> int:
    if given[:1] == ["check"]:
        annotated_only = given[1:2] == ["--annotated-only"]  # as the hook says
        rest = given[2:] if annotated_only else given[1:]
        paths = rest[1:] if rest[:1] == ["--"] else rest
        if paths and (rest[0] == "--" or not any(word.startswith("-") for word in paths)):
            from pincite.cli.judge import judge  # noqa: PLC0415 - see the module's docstring

            return judge(paths, annotated_only=annotated_only)
    from pincite.cli.app import run  # noqa: PLC0415

    return run(given)
