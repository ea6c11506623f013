"""``pincite dataset split``: the documents of a dataset, dealt out to parts."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from pincite.cli.commands.options import Processes, Seed


class By(str, Enum):
    """What stays together."""

    source = "source"
    article = "article"


class JoinedBy(str, Enum):
    """Which sources join documents."""

    source = "source"
    work = "work"


def split(  # noqa: PLR0917 - typer's form: one parameter for each option
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="The dataset.", show_default=False)],
    parts: Annotated[
        list[str],
        typer.Option(
            "--part",
            metavar="NAME=SHARE",
            help="A part and its share of the documents; once for each, 1 together.",
            show_default=False,
        ),
    ],
    out: Annotated[
        str,
        typer.Option(
            "-o", "--out", metavar="FOLDER", help="The folder of the parts' folders.", show_default=False
        ),
    ],
    by: Annotated[
        By,
        typer.Option(
            help="Let articles that share a source go to one part, or deal out each article by itself."
        ),
    ] = By.source,
    joined_by: Annotated[
        JoinedBy,
        typer.Option(
            help="Count every source as shared, periodicals and archives with many works in them too; or works alone, "
            "and what holds many of them only where it is itself cited."
        ),
    ] = JoinedBy.source,
    seed: Seed = 0,
    workers: Processes = 1,
) -> None:
    """Build datasets of the parts of another, so that no source stands in two of them.

    Each part is a dataset in a folder of its name; 'split.json' tells how they were made and how far they are from their
    shares. A group of articles that hang together by their sources goes to one part: the larger groups there are, the farther.
    The same seed and documents give the same parts, whatever their order. Licence, creators and version of the parts are those
    of the whole; the day, the address and the DOI are its own.

    Exit status: 0, or 2 for a wrong call, or where a part would be empty.
    """
    from pincite.cli.datasets.splitting import Call, split_dataset  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.dataset.engines import Workers  # noqa: PLC0415

    call = Call(dataset, out, parts, by.value, joined_by.value, seed, Workers(number=workers))
    raise typer.Exit(split_dataset(call))
