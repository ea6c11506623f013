"""``pincite fmt``: every file in canonical form, or what would change in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.output import CallError, show, tell, told
from pincite.cli.patches import show_file, show_patch
from pincite.cli.writing_back import content_of, save_or_say
from pincite.editing.edits import EditingError
from pincite.formatting.formatted import formatted
from pincite.reading.limits import MAX_BYTES
from pincite.reading.opening import STDIN, open_bytes
from pincite.reporters.concise_format import line_of
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe
from pincite.settings import ConfigError
from pincite.settings.walking import pincite_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.editing.draft import Draft
    from pincite.settings.run import Settings


class Asked(NamedTuple):
    """What the call asks for.

    ``check``: nothing is written, and what would be is named. ``diff``: the same, and it is shown.
    """

    check: bool = False
    diff: bool = False
    annotated_only: bool = False
    stdin_filename: str | None = None

    @property
    def writes(self) -> bool:
        """Return whether anything is to be written."""
        return not (self.check or self.diff)


class _Counts:
    """How many files a run changed (or would), found in form, and left alone."""

    def __init__(self) -> None:
        self.changed = self.unchanged = self.faulty = 0

    def summary(self, *, writes: bool) -> str:
        """Return the figures in one line."""
        done = "formatted" if writes else "would change"
        faults = f"; {counted(self.faulty, 'fault')}" if self.faulty else ""
        return f"{counted(self.changed, 'file')} {done}, {counted(self.unchanged, 'file')} unchanged{faults}"


def fmt(paths: Sequence[str], asked: Asked, settings: Settings) -> int:
    """Format files, tell which change, and return the exit status.

    1 where a file could not be read or is left as it is and, with ``check`` and ``diff``, where one would change.
    Raises CallError.
    """
    if STDIN in paths:
        return _of_stdin(paths, asked)
    if asked.stdin_filename is not None:
        raise CallError("--stdin-filename names what comes from standard input; give - as a path")
    if asked.annotated_only:
        from pincite.cli.judge import annotated  # noqa: PLC0415 - imports all rules, and only the hook asks for it

        paths = annotated(paths)
    counts = _Counts()
    for path in _files(paths, settings):
        _file(path, asked, counts)
    tell(f"pincite: {counts.summary(writes=asked.writes)}")
    return 1 if counts.faulty or (counts.changed and not asked.writes) else 0


def _files(paths: Sequence[str], settings: Settings) -> list[str]:
    """Return the files to format; tell which named ones are excluded, and which folders hold none. Raises CallError."""
    try:
        below = {path: pincite_files([path], settings) for path in paths}
        excluded = sorted({one for found in below.values() for one in found if settings.excludes(one)})
    except ConfigError as error:
        raise CallError(str(error)) from None
    bare = [path for path, found in below.items() if not found]
    if bare:
        tell(
            f"pincite: no Pincite files in {safe(', '.join(bare))} "
            "(NAME.pincite.yaml, .yml, .json, .jsonl, annotated NAME.md)"
        )
    if excluded:
        tell(f"pincite: excluded by the configuration: {safe(', '.join(excluded))}")
    return sorted({one for found in below.values() for one in found} - set(excluded))


def _file(path: str, asked: Asked, counts: _Counts) -> None:
    content = content_of(path)
    if isinstance(content, str):
        counts.faulty += 1
        tell(f"{safe(path)}: {safe(content)}")
        return
    draft = _draft(path, content, counts)
    if draft is None or not draft.differs:
        counts.unchanged += draft is not None
        return
    if asked.writes:
        fault = save_or_say(draft)
        if fault:
            counts.faulty += 1
            tell(safe(fault))
            return
    counts.changed += 1
    if asked.diff:
        show_patch(draft.path, draft.before, draft.after)
    else:
        show(f"{safe(path)}\n")


def _draft(path: str, content: bytes, counts: _Counts) -> Draft | None:
    """Return what a file becomes, None where it is left as it is; tell what is at fault."""
    try:
        found = formatted(path, content)
    except EditingError as error:
        counts.faulty += 1
        tell(safe(str(error)))
        return None
    for finding in found.unread:
        counts.faulty += 1
        tell(line_of(finding))
    return found.draft if found.draft.differs or not found.unread else None


def _of_stdin(paths: Sequence[str], asked: Asked) -> int:
    """Format standard input onto standard output; what is left as it is comes out as it came in."""
    if len(paths) > 1:
        raise CallError("standard input is formatted alone; name - and nothing else")
    name = STDIN if asked.stdin_filename is None else asked.stdin_filename
    if not name or os.path.isdir(name):  # noqa: PTH112 - as elsewhere in cli
        raise CallError(f"--stdin-filename: '{name}' is no name of a file")
    try:
        with open_bytes(STDIN) as stream:
            content = stream.read()
    except OSError as error:
        raise CallError(f"cannot read standard input: {told(error)}") from None
    counts = _Counts()
    draft = _draft(name, content, counts)
    changes = draft is not None and draft.differs
    if asked.writes and len(content) <= MAX_BYTES:  # of more there is only the beginning
        show_file(content if draft is None else draft.after)
    elif draft is not None and changes:
        if asked.diff:
            show_patch(draft.path, draft.before, draft.after)
        else:
            show(f"{safe(name)}\n")
    return 1 if counts.faulty or (changes and not asked.writes) else 0
