"""``pincite new``: a document to annotate an article by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.commands.options import Config, Isolated
from pincite.cli.output import CallError


def new(  # noqa: PLR0917 - typer's form: one parameter for each option
    article: Annotated[
        str,
        typer.Argument(
            help="An article: text, Markdown, HTML or Word.",
            show_default=False,
            autocompletion=completion.articles,
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to this file, or - for standard output; by default to NAME.pincite.yaml beside the article.",
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            autocompletion=lambda: list(_formats()),
            help="What the article is (pincite formats tells of each); by default as its name and content say.",
        ),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(help="How the article's text is encoded, such as windows-1251.")
    ] = None,
    config: Config = None,
    isolated: Isolated = False,  # noqa: FBT002 - typer's form
) -> None:
    """Begin a document for an article that you annotate by hand.

    It says what the article says of itself, and shows in comments how sources, quotations, claims and images are
    written. Citations are not read: where they are printed in a regular form, pincite convert finds them by itself.
    A file that is there is never replaced.
    """
    from pincite.cli.configuration import settings_of  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.cli.conversion.wishes import Wishes  # noqa: PLC0415 - as above
    from pincite.cli.starting.document import new as write  # noqa: PLC0415 - as above

    if source is not None and source not in _formats():
        raise CallError(f"--from knows no format '{source}'; there are: {', '.join(_formats())}")
    settings = settings_of(None, (), config=config, isolated=isolated, baseline=None)
    write(article, output, Wishes(source=source, encoding=encoding, settings=settings))


def _formats() -> tuple[str, ...]:
    from pincite.converter.readers import READERS  # noqa: PLC0415 - as above

    return tuple(READERS)
