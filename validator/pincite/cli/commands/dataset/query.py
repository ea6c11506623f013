"""``pincite dataset query``: a dataset is asked in SQL."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands.options import one_of
from pincite.cli.datasets.answers import FORMATS


def query(  # noqa: PLR0917 - typer's form: one parameter for each option
    folder: Annotated[str, typer.Argument(metavar="DATASET", help="The dataset.", show_default=False)],
    sql: Annotated[
        str | None,
        typer.Argument(
            metavar="[SQL]", help="One query, or - to read it from standard input.", show_default=False
        ),
    ] = None,
    tables: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--tables", help="Tell the tables instead, and what is in them.")
    ] = False,
    schema: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--schema", help="Tell all columns instead, and what is in them.")
    ] = False,
    format_: Annotated[
        str | None,
        one_of(
            "--format", FORMATS, "format", "How to write the answer; without it as FILE ends, or as a table."
        ),
    ] = None,
    rows: Annotated[
        int | None,
        typer.Option(
            min=0,
            help="The most rows that are written, 0 for all; without it 100 of a table or markdown, all of the others.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to a file.", show_default=False),
    ] = None,
) -> None:
    """Ask a dataset in SQL, as DuckDB understands it.

    The tables are articles, sources, citations, quotations, claims, relations, images and descriptions; documents has the
    documents as JSON. A query only reads, and nothing but the dataset.

    Exit status: 0 answered, 2 wrong call.
    """
    from pincite.cli.datasets.querying import Call, answer, told_schema, told_tables  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.cli.output import CallError  # noqa: PLC0415

    if tables + schema + (sql is not None) != 1:
        raise CallError("give one query (or - for standard input), or --tables, or --schema")
    call = Call(folder, sql, format_, rows, output)
    if sql is None:
        (told_schema if schema else told_tables)(call)
    else:
        answer(call)
