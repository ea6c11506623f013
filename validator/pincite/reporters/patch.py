"""What changes in a file, as a unified diff that ``git apply`` and ``patch -p1`` take."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from pincite.model.line_changes import line_changes
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.line_changes import LineChange

_CONTEXT = 3
"""Lines that are shown around each change."""
_NO_END = "\\ No newline at end of file"
_TO_QUOTE = re.compile(r'[\x00-\x1f\x7f"\\\udc80-\udcff]')
_LETTERS = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}


def patch(path: str, before: bytes, after: bytes) -> str:
    """Return what makes *before* into *after*, empty where they are the same.

    The two names are those of *path* below the working directory (of a file elsewhere, below the root), with forward
    slashes, quoted as Git quotes them. Lines end at line feeds alone, so carriage returns and a byte-order mark are
    part of them. Bytes that are no UTF-8 become surrogates, as in names of files: write the text with
    ``surrogateescape``.
    """
    if before == after:
        return ""
    old, new = _lines(before), _lines(after)
    name = _relative(path)
    parts = [f"--- {_quoted(f'a/{name}')}\n+++ {_quoted(f'b/{name}')}\n"]
    for hunk in _hunks(line_changes(old, new)):
        parts += _hunk(hunk, old, new)
    return "".join(parts)


def patch_to_read(text: str) -> str:
    """Return a patch for a terminal: no control character of the file reaches it, and so it can no longer be applied.

    A carriage return at the end of a line does no harm and is left away.
    """
    return "".join(f"{safe(line.removesuffix(chr(13)))}\n" for line in text.removesuffix("\n").split("\n"))


def _hunks(changes: Sequence[LineChange]) -> Iterator[list[LineChange]]:
    """Yield the changes in groups: those whose surroundings would overlap stand together."""
    group: list[LineChange] = []
    for change in changes:
        if group and change.start - group[-1].end > 2 * _CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _hunk(group: Sequence[LineChange], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield the lines of one hunk."""
    before = min(_CONTEXT, group[0].start)
    behind = min(_CONTEXT, len(old) - group[-1].end)
    at, new_at = group[0].start - before, group[0].new_start - before
    yield f"@@ -{_range(at, group[-1].end + behind)} +{_range(new_at, group[-1].new_end + behind)} @@\n"
    for start, end, new_start, new_end in group:
        yield from (_line(" ", line) for line in old[at:start])
        yield from (_line("-", line) for line in old[start:end])
        yield from (_line("+", line) for line in new[new_start:new_end])
        at = end
    yield from (_line(" ", line) for line in old[at : at + behind])


def _lines(content: bytes) -> list[str]:
    """Return the lines with their line feeds; the last may have none."""
    *whole, rest = content.decode("utf-8", "surrogateescape").split("\n")
    return [line + "\n" for line in whole] + ([rest] if rest else [])


def _line(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n{_NO_END}\n"


def _range(begin: int, end: int) -> str:
    """Return where a hunk begins and how long it is; an empty one is named by the line before it."""
    length = end - begin
    return f"{begin + 1}" if length == 1 else f"{begin + 1 if length else begin},{length}"


def _relative(path: str) -> str:
    """Return a path below the working directory or, where it does not lie there, below the root."""
    try:
        inside = os.path.relpath(path)
    except ValueError:  # on another drive
        inside = os.pardir
    if inside.split(os.sep, 1)[0] == os.pardir:
        inside = os.path.splitdrive(os.path.abspath(path))[1]  # noqa: PTH100 - names that are no UTF-8 and ".." as they are
    return inside.replace(os.sep, "/").lstrip("/")


def _quoted(name: str) -> str:
    """Return a name as Git writes it; behind one with spaces stands a tab, which ends it."""
    if not _TO_QUOTE.search(name):
        return f"{name}\t" if " " in name else name
    return '"' + _TO_QUOTE.sub(_escape, name) + '"'


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    if char in _LETTERS:
        return f"\\{_LETTERS[char]}"
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))
