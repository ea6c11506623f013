"""The commands, their options and their help; each calls the library once and prints what it returns."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from pincite import __version__
from pincite.cli.output import CallError, show

app = typer.Typer(
    name="pincite",
    help="Check and convert provenance annotations: what an article quotes, from which source, at which place.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class ReportFormat(str, Enum):
    """How a report is printed: the names in ``pincite.reporters.FORMATS``."""

    text = "text"
    concise = "concise"
    json = "json"


class FailOn(str, Enum):
    """The severity from which on a finding fails the run."""

    warning = "warning"
    error = "error"


class Syntax(str, Enum):
    """How a document is written: the names in ``pincite.export.FORMATS``."""

    yaml = "yaml"
    json = "json"
    markdown = "markdown"
    csl_json = "csl-json"


class ArticleFormat(str, Enum):
    """What an article is: the names in ``pincite.converter.readers.READERS``."""

    text = "text"
    html = "html"
    markdown = "markdown"
    docx = "docx"


class ConfigFormat(str, Enum):
    """How the configuration in force is printed."""

    text = "text"
    json = "json"


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status."""
    try:
        status = app(args=arguments, prog_name="pincite", standalone_mode=True)
    except SystemExit as end:
        return int(end.code or 0)
    return int(status or 0)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,  # noqa: FBT002 - typer's form
) -> None:
    if version:
        show(f"pincite {__version__}\n")
        raise typer.Exit


@app.command()
def check(  # noqa: PLR0917 - typer's form: one parameter for each option
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Pincite files, articles (NAME.txt), folders to search, or - for standard input.",
            show_default=False,
        ),
    ],
    format_: Annotated[
        ReportFormat, typer.Option("--format", help="How to print the report.")
    ] = ReportFormat.text,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="Exit with 1 from findings of this severity on (warning); info never fails."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Apply these rules alone: codes, their beginnings, names, ALL; commas between."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="Do not apply these rules, besides those ignored already.")
    ] = None,
    config: Annotated[
        str | None, typer.Option(help="Use this configuration for all files, and look for no other.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no configuration at all.")] = False,  # noqa: FBT002 - typer's form
    baseline: Annotated[
        str | None, typer.Option(help="Count the findings that this file lists, and do not tell them.")
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option(help="Write what is found to this file, as a baseline for later runs.")
    ] = None,
    articles: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--articles", help="Search folders for articles (NAME.txt), too.")
    ] = False,
    annotated_only: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--annotated-only", help="Pass over named articles that hold no annotation, as the hook does."
        ),
    ] = False,
) -> None:
    """Report missing and malformed citations.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong call.
    """
    from pincite.cli.configuration import settings_of  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.cli.judge import judge  # noqa: PLC0415

    if isolated and config is not None:
        raise CallError("--isolated and --config exclude each other")
    settings = settings_of(select, ignore or (), config=config, isolated=isolated, baseline=baseline)
    status = judge(
        paths,
        format_.value,
        fail_on.value if fail_on else None,
        settings,
        articles=articles,
        annotated_only=annotated_only,
        write_baseline=write_baseline,
    )
    raise typer.Exit(status)


@app.command()
def convert(  # noqa: PLR0917 - typer's form: one parameter for each option
    articles: Annotated[
        list[str],
        typer.Argument(
            help="Articles (text, HTML, Markdown, Word), folders of them, or - for standard input; "
            "or documents, to write them otherwise.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            help="Write to this file instead of standard output, or into this folder (FOLDER/).",
        ),
    ] = None,
    to: Annotated[
        Syntax | None,
        typer.Option(help="How to write the document; by default as the output's name says, else as YAML."),
    ] = None,
    source: Annotated[
        ArticleFormat | None,
        typer.Option("--from", help="What the article is; by default as its name and content say."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(help="How the article's text is encoded, such as windows-1251.")
    ] = None,
    style: Annotated[
        list[str] | None,
        typer.Option(
            help="How its citations are printed: a style's name, or a file such as house.yaml; "
            "by default as the configuration says, else any."
        ),
    ] = None,
    text_path: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--text-path", help="Refer to the article's file instead of including its text."),
    ] = False,
    force: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--force", help="Replace a document even if it was worked on by hand."),
    ] = False,
    update: Annotated[
        str | None,
        typer.Option(
            help="Bring this document up to date with the changed article, and keep what people did to it."
        ),
    ] = None,
    config: Annotated[
        str | None, typer.Option(help="Use this configuration for all articles, and look for no other.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no configuration at all.")] = False,  # noqa: FBT002 - typer's form
    explain: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--explain", help="Print how each citation was read, part by part; write no document."),
    ] = False,
) -> None:
    """Turn articles into Pincite documents, or write a document in another syntax.

    Everything in an article's text is kept. What a citation leaves open stays open; pincite check tells.
    """
    from pincite.cli.configuration import settings_of  # noqa: PLC0415
    from pincite.cli.conversion.command import convert as convert_all  # noqa: PLC0415 - as above
    from pincite.cli.conversion.command import explain as explain_one  # noqa: PLC0415
    from pincite.cli.conversion.command import update as update_one  # noqa: PLC0415
    from pincite.cli.conversion.wishes import Wishes  # noqa: PLC0415

    if isolated and config is not None:
        raise CallError("--isolated and --config exclude each other")
    wishes = Wishes(
        to.value if to else None,
        source.value if source else None,
        encoding,
        tuple(style or ()),
        refer=text_path,
        force=force,
        settings=settings_of(None, (), config=config, isolated=isolated, baseline=None),
    )
    if explain:
        if len(articles) > 1 or output is not None or to is not None or text_path or update is not None:
            raise CallError(
                "--explain takes one article and prints, so there is nothing to write it to or as"
            )
        explain_one(articles[0], wishes)
        return
    if update is not None:
        if len(articles) > 1:
            raise CallError("--update takes one article, that of the document")
        update_one(articles[0], update, output, wishes)
        return
    raise typer.Exit(convert_all(articles, output, wishes))


@app.command()
def verify(  # noqa: PLR0917 - typer's form: one parameter for each option
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Pincite files, folders to search, or - for standard input.", show_default=False),
    ] = None,
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--sources",
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
            "--batch", help="Answer the questions in this JSONL file, or - for standard input, line by line."
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", help="How many processes work at a time.")] = 1,
    format_: Annotated[
        ReportFormat, typer.Option("--format", help="How to print the report.")
    ] = ReportFormat.text,
    show_all: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--show-all", help="Show the places of faithful quotations, too.")
    ] = False,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="Exit with 1 from findings of this severity on (warning); info never fails."),
    ] = None,
    fail_unchecked: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--fail-unchecked", help="Exit with 1 where a quotation could not be checked.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Tell these findings alone: codes, their beginnings, names, ALL; commas between."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="Do not tell these findings, besides those ignored already.")
    ] = None,
    config: Annotated[
        str | None, typer.Option(help="Use this configuration for all files, and look for no other.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no configuration at all.")] = False,  # noqa: FBT002 - typer's form
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
    annotated_only: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--annotated-only", help="Pass over named articles that hold no annotation, as the hook does."
        ),
    ] = False,
    cache: Annotated[
        str | None,
        typer.Option(
            help="Keep what was read of copies in this folder, for later runs; .pincite-cache, where there is one."
        ),
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read all copies anew.")] = False,  # noqa: FBT002 - typer's form
) -> None:
    """Hold quotations against the copies of their sources.

    Exit status: 0 all that could be checked stands in its source, 1 findings at or above --fail-on, 2 wrong call.
    """
    from pincite.cli.verification.command import Call  # noqa: PLC0415 - as above
    from pincite.cli.verification.command import run as verified  # noqa: PLC0415

    call = Call(
        tuple(paths or ()),
        tuple(sources or ()),
        quote,
        file,
        page,
        language,
        format_.value,
        fail_on.value if fail_on else None,
        tuple(select) if select else None,
        tuple(ignore or ()),
        config,
        cache,
        isolated=isolated,
        show_all=show_all,
        fail_unchecked=fail_unchecked,
        batch=batch,
        jobs=jobs,
        pictures=pictures,
        write=write,
        annotated_only=annotated_only,
        no_cache=no_cache,
    )
    raise typer.Exit(verified(call))


@app.command()
def pin(
    paths: Annotated[
        list[str],
        typer.Argument(help="Pincite files, or folders to search for them.", show_default=False),
    ],
    check_: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 if something is missing or differs."),
    ] = False,
    diff: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--diff", help="Write nothing; show what would change, and exit as --check does.")
    ] = False,
    repin: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--repin", help="Replace what is recorded of files that have changed since.")
    ] = False,
    add: Annotated[
        list[str] | None,
        typer.Option(help="Add a copy to a source: SOURCE_ID=PATH.", metavar="SOURCE_ID=PATH"),
    ] = None,
) -> None:
    """Record which files the copies of sources and the images are.

    Media type, SHA-256 digest and, of pictures, the size are written into the document where they are missing, and
    nothing else in it changes. A file that is not the one recorded is reported.

    Exit status: 0 all pinned, 1 a file is missing or has changed, 2 wrong call.
    """
    from pincite.cli.pinning.additions import addition  # noqa: PLC0415
    from pincite.cli.pinning.command import Asked  # noqa: PLC0415
    from pincite.cli.pinning.command import pin as pin_all  # noqa: PLC0415

    additions = tuple(addition(word) for word in add or ())
    raise typer.Exit(pin_all(paths, Asked(check_, diff, repin, additions)))


@app.command()
def explain(
    code: Annotated[
        str, typer.Argument(help="A finding's code or name, such as PIN101.", show_default=False)
    ],
) -> None:
    """Tell what a finding means and what would be right."""
    from pincite.reporters.page_text import page_text  # noqa: PLC0415
    from pincite.rules.catalogue import documented, nearest  # noqa: PLC0415

    found = documented(code)
    if found is None:
        near = nearest(code)
        meant = f"; did you mean {near.code} ({near.name})?" if near else ";"
        raise CallError(f"no rule is called '{code}'{meant} pincite rules lists them all")
    show(page_text(found.page()))


@app.command()
def rules() -> None:
    """List all rules."""
    from pincite.reporters.columns import wrapped  # noqa: PLC0415
    from pincite.reporters.page_text import WIDTH  # noqa: PLC0415
    from pincite.rules.catalogue import catalogue  # noqa: PLC0415

    for one in catalogue():
        rule = one.rule
        only = "" if one.default else "  (only where selected)"
        lines = [f"{rule.code}  {rule.severity:7}  {rule.name}{only}", *wrapped(rule.summary, WIDTH, " " * 8)]
        show("".join(f"{line}\n" for line in lines))


@app.command()
def config(
    path: Annotated[str, typer.Argument(help="The file or folder that it is about.")] = ".",
    format_: Annotated[ConfigFormat, typer.Option("--format", help="How to print it.")] = ConfigFormat.text,
    file: Annotated[
        str | None, typer.Option("--config", help="Use this configuration, and look for no other.")
    ] = None,
) -> None:
    """Show the configuration in force for a file.

    Each value is shown with the file and line it comes from.
    """
    from pincite.cli.configuration import shown_config  # noqa: PLC0415

    show(shown_config(path, file, as_json=format_ is ConfigFormat.json))


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help="document, report, config or document.draft-07.")] = "document",
    path: Annotated[  # noqa: FBT002 - typer's form
        bool, typer.Option("--path", help="Print where the file lies instead of its content.")
    ] = False,
) -> None:
    """Print a JSON Schema of the format."""
    from pincite import schemas  # noqa: PLC0415

    if name not in schemas.names():
        raise CallError(f"no schema is called '{name}'; there are: {', '.join(schemas.names())}")
    file = Path(schemas.path_of(name))
    show(f"{file}\n" if path else file.read_text("utf-8"))
