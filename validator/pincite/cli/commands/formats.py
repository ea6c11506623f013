"""``pincite formats``: the formats that documents come from and go to, and what each cannot hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.commands.options import ConfigFormat
from pincite.cli.output import CallError, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.cli.format_table import Row


def formats(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            help="Tell all of these formats; without names, all formats in short.",
            show_default=False,
            autocompletion=completion.formats,
        ),
    ] = None,
    format_: Annotated[ConfigFormat, typer.Option("--format", help="How to print it.")] = ConfigFormat.text,
) -> None:
    """List the formats: what is read and written, what is needed for it, and what cannot be held."""
    from pincite.cli.format_table import row, rows  # noqa: PLC0415 - a command imports what it alone needs

    known = rows()
    unknown = [name for name in names or () if name not in {one.name for one in known}]
    if unknown:
        there = ", ".join(one.name for one in known)
        raise CallError(f"no format is called '{unknown[0]}'; there are: {there}")
    chosen = [row(name) for name in names] if names else known
    if format_ is ConfigFormat.json:
        show(json.dumps([one.as_data() for one in chosen], ensure_ascii=False, indent=2) + "\n")
        return
    parts = ["".join(f"{line}\n" for line in (_in_full(one) if names else _in_short(one))) for one in chosen]
    show("\n".join(parts) if names else "".join(parts))


def _in_short(row: Row) -> Iterator[str]:
    """Yield the lines that tell a format among the others."""
    from pincite.cli.format_table import groups  # noqa: PLC0415 - as above
    from pincite.reporters.columns import wrapped  # noqa: PLC0415
    from pincite.reporters.page_text import WIDTH  # noqa: PLC0415

    yield from wrapped(row.summary, WIDTH, f"{row.name:15} {row.direction:17} ", " " * 34)
    facts = [", ".join(row.suffixes)]
    if row.extra:
        facts.append(f"reading needs pincite[{row.extra}]")
    for how in ("left out", "changed", "set aside"):
        number = sum(len(one.members) for one in groups(row.losses) if one.how == how)
        facts += [f"{number} {how}"] if number else []
    yield from wrapped("; ".join(facts), WIDTH, " " * 16)


def _in_full(row: Row) -> Iterator[str]:
    """Yield the lines that tell all of a format."""
    from pincite.cli.format_table import groups  # noqa: PLC0415 - as above
    from pincite.reporters.columns import wrapped  # noqa: PLC0415
    from pincite.reporters.page_text import WIDTH  # noqa: PLC0415

    yield from wrapped(f"{row.name}: {row.summary}", WIDTH)
    yield f"  endings  {', '.join(row.suffixes)}"
    if row.reads:
        needs = f", which needs pip install 'pincite[{row.extra}]'" if row.extra else ""
        yield f"  reads    {' and '.join(row.reads)}{needs}"
    if row.writes:
        yield f"  writes   {row.writes}"
        yield from () if row.losses else ("  holds    all of a document",)
    for one in groups(row.losses):
        yield ""
        when = f", {one.when}" if one.when else ""
        yield from wrapped(f"{one.how}{when}: {', '.join(one.members)}", WIDTH, "  ", " " * 4)
        yield from wrapped(f"({one.why})", WIDTH, " " * 4, " " * 5)
