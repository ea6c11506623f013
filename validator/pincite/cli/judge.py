"""What ``pincite check`` does, with or without options."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from pincite.checker import check_paths, pincite_files, unannotated
from pincite.cli.output import is_terminal, show, tell, wants_colour
from pincite.reporters import FORMATS, renderer
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.rule import Severity


def judge(
    paths: Sequence[str],
    format_name: str = FORMATS[0],
    fail_on: Severity = "warning",
    *,
    annotated_only: bool = False,
) -> int:
    """Check files and folders, print the report, and return the exit status.

    With *annotated_only*, named articles that hold no annotation are passed over.
    """
    # documents hold no cycles and collecting among their values is slow; only jsonschema's errors need it at times
    gc.set_threshold(200_000, 50, 100)
    if annotated_only:
        passed_over = [path for path in paths if unannotated(path)]
        paths = [path for path in paths if path not in set(passed_over)]
        if passed_over:
            number = f"{len(passed_over)} file" + "s" * (len(passed_over) > 1)
            tell(f"pincite: passed over {number} without annotation")
    below = {path: pincite_files([path]) for path in paths}
    bare = [path for path, files in below.items() if not files]
    files = [file for found in below.values() for file in found]
    report = check_paths(files, _progress if is_terminal(sys.stderr) else None)
    if bare:
        tell(
            f"pincite: no Pincite files in {safe(', '.join(bare))} (NAME.pincite.yaml, .yml, .json, .jsonl, annotated NAME.md)"
        )
    show(renderer(format_name)(report, fail_on=fail_on, colour=wants_colour()))
    return 1 if report.failed_files(fail_on) else 0


_WORTH_SHOWING = 20
"""Files from which on a run is long enough for progress to be shown."""


def _progress(done: int, of: int) -> None:
    if of < _WORTH_SHOWING:
        return
    sys.stderr.write(f"\r{done} of {of} files" if done < of else "\r\x1b[K")
    sys.stderr.flush()
