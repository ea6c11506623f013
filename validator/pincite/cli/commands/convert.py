"""``pincite convert``: articles become documents, or documents another format."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.commands.options import Config, Format, Isolated
from pincite.cli.output import CallError
from pincite.export import FORMATS


def input_formats() -> tuple[str, ...]:
    """Return the names of the formats of articles and bibliographies."""
    from pincite.bibliography import BIBLIOGRAPHIES  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.converter.readers import READERS  # noqa: PLC0415 - as above

    return (*READERS, *BIBLIOGRAPHIES)


def convert(  # noqa: PLR0917 - typer's form: one parameter for each option
    articles: Annotated[
        list[str],
        typer.Argument(
            help="Articles (text, HTML, Markdown, Word), folders of them, or - for standard input; "
            "bibliographies, for a catalogue of their sources; or documents, to write them otherwise.",
            show_default=False,
            autocompletion=completion.convertible,
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
        str | None,
        typer.Option(
            metavar="FORMAT",
            autocompletion=lambda: list(FORMATS),
            help="How to write the document: "
            + ", ".join(FORMATS)
            + " (pincite formats tells of each); by default as the output's name says, else as yaml.",
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            autocompletion=lambda: list(input_formats()),
            help="What the article or bibliography is (pincite formats tells of each); "
            "by default as its name and content say.",
        ),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(help="How the article's text is encoded, such as windows-1251.")
    ] = None,
    style: Annotated[
        list[str] | None,
        typer.Option(
            autocompletion=completion.styles,
            help="How its citations are printed: a style's name, or a file such as house.yaml; "
            "by default as the configuration says, else any.",
        ),
    ] = None,
    text_path: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--text-path", help="Refer to the article's file instead of including its text."),
    ] = False,
    force: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--force",
            help="Replace a file even if somebody worked on it by hand, or it holds what the new one has not.",
        ),
    ] = False,
    update: Annotated[
        str | None,
        typer.Option(
            autocompletion=completion.documents,
            help="Bring this document up to date with the changed article, and keep what people did to it; "
            "of a bibliography, add the sources.",
        ),
    ] = None,
    losses: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--losses",
            help="Tell what the format cannot hold, or what a bibliography's fields became, each with its place; "
            "with --output write the file, too.",
        ),
    ] = False,
    format_: Format = "concise",
    config: Config = None,
    isolated: Isolated = False,  # noqa: FBT002 - typer's form
    explain: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option("--explain", help="Print how each citation was read, part by part; write no document."),
    ] = False,
) -> None:
    """Turn articles and bibliographies into Pincite documents, or write a document in another format.

    Everything in an article's text is kept. What a citation leaves open stays open; pincite check tells.
    """
    from pincite.cli.configuration import settings_of  # noqa: PLC0415
    from pincite.cli.conversion.command import convert as convert_all  # noqa: PLC0415 - as above
    from pincite.cli.conversion.command import explain as explain_one  # noqa: PLC0415
    from pincite.cli.conversion.command import update as update_document  # noqa: PLC0415
    from pincite.cli.conversion.wishes import Wishes  # noqa: PLC0415

    if to is not None and to not in FORMATS:
        raise CallError(_unknown(to))
    if source is not None and source not in input_formats():
        raise CallError(f"--from knows no format '{source}'; there are: {', '.join(input_formats())}")
    wishes = Wishes(
        to,
        source,
        encoding,
        tuple(style or ()),
        refer=text_path,
        force=force,
        losses=format_ if losses else None,
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
        raise typer.Exit(update_document(articles, update, output, wishes))
    raise typer.Exit(convert_all(articles, output, wishes))


def _unknown(name: str) -> str:
    """Return what to say of a format that there is not, with the one that was likely meant."""
    wanted = name.lower()
    meant = [
        one
        for one, format_ in FORMATS.items()
        if wanted == one or any(f".{wanted}" == ending[-len(wanted) - 1 :] for ending in format_.suffixes)
    ]
    if meant:
        return f"no format is called '{name}'; did you mean {' or '.join(meant)}?"
    return f"no format is called '{name}'; there are: {', '.join(FORMATS)}"
