"""Generates ``docs/formats.md``: every format, its direction, and what it cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.cli.format_table import groups, rows
from rule_docs import note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.cli.format_table import Row

PATH = "docs/formats.md"
_INTRODUCTION = """\
# Formats

`pincite convert DOCUMENT --to FORMAT` writes a document as what others read, `pincite convert ARTICLE` makes one of an article, and
`pincite convert BIBLIOGRAPHY` one of the sources that a reference manager keeps. `pincite formats` prints this page's table, and
`pincite formats NAME` one of its sections.

Nothing is lost in silence: what a format cannot hold is declared below. With `--losses`, `pincite convert` tells it of one document, each value with
its place ([PIN801](rules/PIN801-member-left-out.md), [PIN802](rules/PIN802-value-changed.md), [PIN803](rules/PIN803-value-set-aside.md)). A value is

- **left out** where the format has no place for it,
- **changed** where it is written in a form that does not lead back to it,
- **set aside** where it stands in a corner of the format that other programs pass over, and Pincite reads it back.

"""
_HEAD = "| format | what it is | read | written | endings | reading needs |\n| --- | --- | --- | --- | --- | --- |\n"


def pages() -> dict[str, str]:
    """Return the page under its path."""
    every = rows()
    table = _HEAD + "".join(_line(one) for one in every)
    sections = "".join(f"\n{text}" for one in every for text in _section(one))
    return {PATH: f"{_INTRODUCTION}{table}{sections}\n{note('the formats themselves')}"}


def _line(row: Row) -> str:
    name = f"[{row.name}](#{row.name})" if row.losses else row.name
    extra = f"`pincite[{row.extra}]`" if row.extra else ""
    endings = ", ".join(f"`{one}`" for one in row.suffixes)
    return f"| {name} | {row.summary} | {', '.join(row.reads)} | {row.writes} | {endings} | {extra} |\n"


def _section(row: Row) -> Iterator[str]:
    if not row.losses:
        return
    yield f"## {row.name}\n\n| members | | why |\n| --- | --- | --- |\n" + "".join(
        f"| {', '.join(f'`{member}`' for member in one.members)} | {one.how}{f', {one.when}' if one.when else ''} | {one.why} |\n"
        for one in groups(row.losses)
    )
