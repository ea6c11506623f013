"""Times of an answer are told in DuckDB's own words: Python's have no infinity, no months, no nanoseconds, and no year before 1.

So a month would be 30 days, and what is infinite the last day of 9999.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duckdb.sqltypes import DuckDBPyType

_TEXT = "VARCHAR"
_TIMES = ("date", "time", "interval")
"""How the names of types begin that tell times: of ``timestamp with time zone``, too."""


def in_words(types: Sequence[DuckDBPyType]) -> str | None:
    """Return what to select of an answer with columns of some types, so that times are texts; None where it has none."""
    wanted = [_in_words(one) for one in types]
    if wanted == [str(one) for one in types]:
        return None
    return ", ".join(
        f"#{place}" if known == str(one) else f"CAST(#{place} AS {known})"
        for place, (one, known) in enumerate(zip(types, wanted, strict=True), 1)
    )


def _in_words(one: DuckDBPyType) -> str:
    """Return a type whose times are texts, wherever in it they stand; a type without times as it is."""
    if one.id.startswith(_TIMES):
        return _TEXT
    if one.id not in {"list", "array", "struct", "map", "tuple", "union"}:
        return str(one)
    children = [(name, child) for name, child in one.children if not isinstance(child, (int, list))]
    inner = [(name, _in_words(child)) for name, child in children]
    if [text for _, text in inner] == [str(child) for _, child in children]:
        return str(one)
    types = ", ".join(text for _, text in inner)
    named = ", ".join(f"{_quoted(name)} {text}" for name, text in inner)
    ways = {"list": f"{types}[]", "array": f"{types}[]", "map": f"MAP({types})", "tuple": f"TUPLE({types})"}
    if all(name for name, _ in inner):
        ways["struct"] = f"STRUCT({named})"
    return ways.get(one.id, _TEXT)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
