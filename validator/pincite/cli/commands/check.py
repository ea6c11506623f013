"""``pincite check``: documents are held against the rules."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.commands.options import AnnotatedOnly, Config, FailFrom, Isolated, JudgeFormat, Output
from pincite.cli.output import CallError


def check(  # noqa: PLR0917 - typer's form: one parameter for each option
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Pincite files, articles (NAME.txt), folders to search, or - for standard input.",
            show_default=False,
            autocompletion=completion.judged,
        ),
    ],
    format_: JudgeFormat = None,
    output: Output = None,
    statistics: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--statistics", help="Tell how often each code was found, instead of each finding."),
    ] = False,
    fail_on: FailFrom = None,
    fix: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--fix", help="Mend what can be mended without changing what a document means; tell the rest."
        ),
    ] = False,
    unsafe_fixes: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--unsafe-fixes", help="With --fix or --diff: make the fixes, too, that somebody should look at."
        ),
    ] = False,
    diff: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--diff", help="Show what --fix would change, and change nothing; exit with 1 where it would."
        ),
    ] = False,
    exit_zero: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help="Apply these rules alone: codes, their beginnings, names, ALL; commas between.",
            autocompletion=completion.selectors,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            help="Do not apply these rules, besides those ignored already.",
            autocompletion=completion.selectors,
        ),
    ] = None,
    config: Config = None,
    isolated: Isolated = False,  # noqa: FBT002 - typer's form
    baseline: Annotated[
        str | None,
        typer.Option(
            help="Count the findings that this file lists, and do not tell them.",
            autocompletion=completion.ending_in(".json"),
        ),
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option(help="Write what is found to this file, as a baseline for later runs.")
    ] = None,
    articles: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--articles", help="Search folders for articles (NAME.txt), too.")
    ] = False,
    annotated_only: AnnotatedOnly = False,  # noqa: FBT002 - typer's form
    stdin_filename: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Take standard input for this file: its syntax, its configuration, its folder.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            help="How many processes work at a time; by default as many as help.", show_default=False
        ),
    ] = None,
    cache: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            autocompletion=completion.folders,
            help="Keep what is found in this folder, for later runs; by default in the user's own for caches.",
        ),
    ] = None,
    no_cache: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--no-cache", help="Judge all files anew, and keep nothing.")
    ] = False,
) -> None:
    """Report missing and malformed citations.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong call.
    """
    from pincite.cli.configuration import settings_of  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.cli.delivery import Delivery  # noqa: PLC0415
    from pincite.cli.judge import Means, judge  # noqa: PLC0415

    if no_cache and cache is not None:
        raise CallError("--cache and --no-cache exclude each other")
    if jobs is not None and jobs < 1:
        raise CallError("--jobs: at least one process is needed")
    fixing = None
    if fix or diff:
        from pincite.cli.fixing import Fixing  # noqa: PLC0415

        fixing = Fixing(frozenset({"safe", "unsafe"} if unsafe_fixes else {"safe"}), shows=diff)
    elif unsafe_fixes:
        raise CallError("--unsafe-fixes says which fixes are made: give --fix or --diff with it")
    if fixing is not None and write_baseline is not None:
        raise CallError(
            "--write-baseline takes in what is found, and leaves nothing to fix: run --fix before"
        )
    settings = settings_of(select, ignore or (), config=config, isolated=isolated, baseline=baseline)
    status = judge(
        paths,
        Delivery(format_, fail_on.value if fail_on else None, output, statistics, exit_zero),
        settings,
        articles=articles,
        annotated_only=annotated_only,
        write_baseline=write_baseline,
        stdin_filename=stdin_filename,
        means=Means(jobs, cache, no_cache),
        fixing=fixing,
    )
    raise typer.Exit(status)
