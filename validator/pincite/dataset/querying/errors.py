"""A query that cannot be answered, and why, in one line."""

from __future__ import annotations

import re

from pincite.reporters.columns import fitting

_PLACE = re.compile(r"LINE (\d+): (.*)\n( *)\^")
_CUT = "..."
"""What stands for the rest of a long line."""
_KIND = re.compile(r"^(?:[A-Z][\w/]*(?: [A-Z][\w/]*)* Error|TransactionContext Error): ")


class QueryError(Exception):
    """A query cannot be answered; the text says why, and where in it (line and column, from 1)."""


def one_line(message: str, sql: str) -> str:
    """Return what DuckDB says of a query in one line, with the place in front."""
    said = _KIND.sub("", message.partition("\n\nLINE ")[0].partition("\n\nPossible solutions")[0])
    said = " ".join(said.replace("!\n", "\n").replace("\n", "; ").split())
    found = _PLACE.search(message)
    if found is None:
        return said
    line = int(found[1])
    shown, lines = found[2], sql.splitlines()
    # the arrow counts the columns of a terminal, in which some characters are wide
    before = len(fitting(shown, len(found[3]) - len(f"LINE {line}: ")))
    if shown.startswith(_CUT) and line <= len(lines):
        part = shown.removeprefix(_CUT).removesuffix(_CUT)
        before += max(0, lines[line - 1].find(part)) - len(_CUT)
    return f"line {line}, column {max(0, before) + 1}: {said}"
