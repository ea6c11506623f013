"""``pincite verify``: quotations are held against the copies of their sources."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.commands.options import AnnotatedOnly, Config, FailFrom, Isolated, JudgeFormat, Output


def verify(  # noqa: PLR0917 - typer's form: one parameter for each option
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Pincite files, folders to search, or - for standard input.",
            show_default=False,
            autocompletion=completion.documents,
        ),
    ] = None,
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--sources",
            autocompletion=completion.folders,
            help="A folder of copies, found there by the source's id, by their digest or by their name; more than once.",
        ),
    ] = None,
    quote: Annotated[
        str | None, typer.Option("--quote", help="Ask for this quotation alone, without a document.")
    ] = None,
    file: Annotated[str | None, typer.Option("--in", help="The file that --quote may stand in.")] = None,
    page: Annotated[
        str | None, typer.Option(help="The page or pages where --quote is said to stand.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="The language of --quote and its file (BCP 47).")
    ] = None,
    batch: Annotated[
        str | None,
        typer.Option(
            "--batch",
            autocompletion=completion.ending_in(".jsonl"),
            help="Answer the questions in this JSONL file, or - for standard input, line by line.",
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", help="How many processes work at a time.")] = 1,
    format_: JudgeFormat = None,
    output: Output = None,
    show_all: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--show-all", help="Show the places of faithful quotations, too.")
    ] = False,
    fail_on: FailFrom = None,
    fail_unchecked: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--fail-unchecked", help="Exit with 1 where a quotation could not be checked.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help="Tell these findings alone: codes, their beginnings, names, ALL; commas between.",
            autocompletion=completion.selectors,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            help="Do not tell these findings, besides those ignored already.",
            autocompletion=completion.selectors,
        ),
    ] = None,
    config: Config = None,
    isolated: Isolated = False,  # noqa: FBT002 - typer's form
    write: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--write",
            help="Store in the documents what was found: passages, digests of copies, regions of pictures.",
        ),
    ] = False,
    pictures: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--pictures/--no-pictures", help="Read the pictures of cited pages, too, which takes its time."
        ),
    ] = True,
    annotated_only: AnnotatedOnly = False,  # noqa: FBT002 - typer's form
    cache: Annotated[
        str | None,
        typer.Option(
            autocompletion=completion.folders,
            help="Keep what was read of copies in this folder, for later runs; .pincite-cache, where there is one.",
        ),
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read all copies anew.")] = False,  # noqa: FBT002 - typer's form
) -> None:
    """Hold quotations against the copies of their sources.

    Exit status: 0 all that could be checked stands in its source, 1 findings at or above --fail-on, 2 wrong call.
    With --quote: 1 where it does not stand in the file, or with a warning or on another --page, unless --fail-on is
    error. With --batch: 0 where every line was answered.
    """
    from pincite.cli.delivery import Delivery  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.cli.verification.call import Call, Manner, Means, Scope, Single  # noqa: PLC0415 - as above
    from pincite.cli.verification.command import run  # noqa: PLC0415

    call = Call(
        tuple(paths or ()),
        Single(quote, file, page, language),
        batch,
        Scope(tuple(select) if select else None, tuple(ignore or ()), config, isolated, tuple(sources or ())),
        Manner(
            Delivery(format_, fail_on.value if fail_on else None, output),
            show_all,
            fail_unchecked,
            pictures,
            write,
        ),
        Means(jobs, cache, no_cache),
        annotated_only,
    )
    raise typer.Exit(run(call))
