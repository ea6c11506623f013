"""What ``pincite check`` does, with or without options."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from pincite.cache.place import default_folder
from pincite.checker import check_paths
from pincite.cli.delivery import USUAL, consistent, deliver, ready
from pincite.cli.output import CallError, is_terminal, tell, told, write_whole
from pincite.reading.memory import rare_collections
from pincite.reading.opening import STDIN, open_bytes
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe
from pincite.settings import ConfigError
from pincite.settings.run import Settings
from pincite.settings.walking import pincite_files, unannotated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.cli.delivery import Delivery
    from pincite.cli.fixing import Fixing
    from pincite.model.report import Report
    from pincite.settings.baseline import Baseline


class Means(NamedTuple):
    """By what means files are judged: how many processes (None: as many as help), and where findings are kept."""

    jobs: int | None = None
    cache: str | None = None
    no_cache: bool = False


ORDINARY = Means()
"""The means of a run where nobody names any."""


def judge(
    paths: Sequence[str],
    wanted: Delivery = USUAL,
    settings: Settings | None = None,
    *,
    articles: bool = False,
    annotated_only: bool = False,
    write_baseline: str | None = None,
    stdin_filename: str | None = None,
    means: Means = ORDINARY,
    fixing: Fixing | None = None,
) -> int:
    """Check files and folders, tell the report, and return the exit status.

    Without settings each file's configuration alone counts. With *articles* folders are searched for articles,
    too; with *annotated_only* named articles that hold no annotation are passed over. What is found is written to
    the file *write_baseline*, and counts as known. Standard input is taken for the file *stdin_filename*. *means* change
    nothing in what is told. With *fixing* the files are mended first, or it is only shown how.
    """
    rare_collections()
    wanted = consistent(wanted)
    recording = before = None
    if write_baseline is not None:
        from pincite.settings.baseline import Baseline  # noqa: PLC0415 - only where one is written

        recording, before = Baseline(write_baseline, recording=True), _before(write_baseline)
    settings = Settings() if settings is None else settings
    if annotated_only:
        paths = annotated(paths)
    contents: dict[str, bytes] = {}
    if stdin_filename is not None:
        paths, contents = _named(paths, stdin_filename)
    elif fixing is not None and STDIN in paths:
        raise CallError(
            "what comes from standard input is mended by the rules of its name: give --stdin-filename"
        )
    try:
        files = files_to_judge(paths, settings, articles=articles)
        ready(wanted.output, files)
        shown = progress if is_terminal(sys.stderr) else None
        cache = None if means.no_cache else means.cache or default_folder()

        def check(contents: Mapping[str, bytes]) -> Report:
            return check_paths(files, shown, settings, recording, contents, cache=cache, jobs=means.jobs)

        if fixing is not None:
            from pincite.cli.fixing import judge_fixed  # noqa: PLC0415 - only where it is asked for

            return judge_fixed(check, settings, fixing, contents, wanted)
        report = check(contents)
    except ConfigError as error:
        raise CallError(str(error)) from None
    if write_baseline is not None and recording is not None:
        write_whole(write_baseline, recording.text(before))
    return deliver(report, wanted, contents=contents)


def _named(paths: Sequence[str], name: str) -> tuple[list[str], dict[str, bytes]]:
    """Return the paths with a name for standard input, and what is read from there under that name; raises CallError."""
    if STDIN not in paths:
        raise CallError("--stdin-filename names what comes from standard input; give - as a path")
    if not name or os.path.isdir(name):  # noqa: PTH112 - as in lookup
        raise CallError(f"--stdin-filename: '{name}' is no name of a file")
    name = os.path.normpath(name)
    try:
        with open_bytes(STDIN) as stream:
            content = stream.read()
    except OSError as error:
        raise CallError(f"cannot read standard input: {told(error)}") from None
    return [name if path == STDIN else path for path in paths], {name: content}


def _before(path: str) -> Baseline | None:
    """Return the baseline that is there already: what it says of files that are not judged now is kept."""
    from pincite.settings.baseline import read_baseline  # noqa: PLC0415 - as above

    try:
        return read_baseline(path) if os.path.isfile(path) else None  # noqa: PTH113 - pathlib would add to every start
    except ConfigError as error:
        raise CallError(str(error)) from None


def annotated(paths: Sequence[str]) -> list[str]:
    """Return the paths without the named articles that hold no annotation; tell how many those are."""
    passed_over = {path for path in paths if unannotated(path)}
    if passed_over:
        number = counted(len(passed_over), "file")
        tell(f"pincite: passed over {number} without annotation")
    return [path for path in paths if path not in passed_over]


def files_to_judge(paths: Sequence[str], settings: Settings, *, articles: bool) -> list[str]:
    """Return the files to judge; tell which named ones are excluded, and which folders hold none."""
    below = {path: pincite_files([path], settings, articles=articles) for path in paths}
    bare = [path for path, files in below.items() if not files]
    if bare:
        also = " or articles" if articles else ""
        there = 0 if articles else len(pincite_files(bare, settings, articles=True))
        tell(
            f"pincite: no Pincite files{also} in {safe(', '.join(bare))} "
            "(NAME.pincite.yaml, .yml, .json, .jsonl, annotated NAME.md)"
            + (f"; --articles takes the {there} NAME.txt there" if there else "")
        )
    files = [file for found in below.values() for file in found]
    excluded = [file for file in files if file != STDIN and settings.excludes(file)]
    if excluded:
        tell(f"pincite: excluded by the configuration: {safe(', '.join(excluded))}")
        left_out = set(excluded)
        files = [file for file in files if file not in left_out]
    return files


_WORTH_SHOWING = 20
"""Files from which on a run is long enough for progress to be shown."""


def progress(done: int, of: int) -> None:
    """Say on the terminal how far a long run has come; the line is taken away at its end."""
    if of < _WORTH_SHOWING:
        return
    sys.stderr.write(f"\r{done} of {of} files" if done < of else "\r\x1b[K")
    sys.stderr.flush()
