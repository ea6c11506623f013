"""``pincite dataset build``: a folder of documents becomes a dataset."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from pincite.cli.commands import completion
from pincite.cli.commands.options import (
    Config,
    DatasetCreators,
    DatasetDescription,
    DatasetLicense,
    DatasetName,
    DatasetOut,
    DatasetTitle,
    DatasetVersion,
    Isolated,
    Processes,
    one_of,
)
from pincite.dataset.engines import ALONE, ENGINES, Workers

if TYPE_CHECKING:
    from pincite.model.json_value import Json


class Texts(str, Enum):
    """How much of articles' texts goes in."""

    declared = "declared"
    full = "full"
    none = "none"


class Quotations(str, Enum):
    """How much of quotations goes in."""

    declared = "declared"
    full = "full"
    excerpt = "excerpt"
    none = "none"


class Images(str, Enum):
    """What becomes of the files of pictures."""

    declared = "declared"
    copy = "copy"
    hash = "hash"


class LeaveOut(str, Enum):
    """From which findings on a document is left out."""

    error = "error"
    warning = "warning"
    never = "never"


def build(  # noqa: PLR0917 - typer's form: one parameter for each option
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FOLDER...",
            help="Folders to search for Pincite files, or the files.",
            show_default=False,
            autocompletion=completion.documents,
        ),
    ],
    out: DatasetOut,
    articles: Annotated[
        Texts | None,
        typer.Option(
            help="Texts of articles: as 'redistribution' or an open licence allows (by default), all whatever is declared, or none."
        ),
    ] = None,
    quotations: Annotated[
        Quotations | None,
        typer.Option(
            help="Texts of quotations: as 'redistribution' allows (by default), whole whatever is declared, those allowed cut to "
            "--excerpt, or none."
        ),
    ] = None,
    excerpt: Annotated[
        int | None,
        typer.Option(min=20, help="The most characters of a quotation that is cut; 300 by default."),
    ] = None,
    images: Annotated[
        Images | None,
        typer.Option(
            help="Files of pictures: copied under an open licence (by default), all copied whatever is declared, or none."
        ),
    ] = None,
    verify: Annotated[
        bool | None,
        typer.Option(
            "--verify/--no-verify",
            help="Hold quotations against the copies of their sources, too; what is found counts for --leave-out.",
            show_default=False,
        ),
    ] = None,
    check: Annotated[  # noqa: FBT002 - typer's form
        bool,
        typer.Option(
            "--check/--no-check",
            help="Judge documents by all rules, or hold them against the schema alone.",
        ),
    ] = True,
    leave_out: Annotated[
        LeaveOut | None,
        typer.Option(
            help="Leave out documents with findings of this severity on; by default error. What breaks the schema never goes in."
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Ask these rules alone.", autocompletion=completion.selectors),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(help="Do not ask these rules.", autocompletion=completion.selectors),
    ] = None,
    name: DatasetName = None,
    title: DatasetTitle = None,
    description: DatasetDescription = None,
    version: DatasetVersion = None,
    license_: DatasetLicense = None,
    creators: DatasetCreators = None,
    url: Annotated[str | None, typer.Option(help="Its address.", show_default=False)] = None,
    doi: Annotated[str | None, typer.Option(help="Its DOI.", show_default=False)] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help="The day of its publication; by default the newest day on which a document was annotated.",
            show_default=False,
        ),
    ] = None,
    workers: Processes = 1,
    engine: Annotated[
        str, one_of("--engine", ENGINES, "engine", "Who works: this machine, or a Dask cluster.")
    ] = ALONE.engine,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="The address of the cluster's scheduler.")
    ] = None,
    config: Config = None,
    isolated: Isolated = False,  # noqa: FBT002 - typer's form
) -> None:
    """Build a dataset of all documents in folders: lines, tables, pictures, and what describes them.

    The same documents give the same bytes. Of documents with one id the first by its path goes in. A run that was stopped goes on where it was. What no option says, the table
    'dataset' of the folder's configuration may.

    Exit status: 0 all documents are in, 1 some were left out, 2 wrong call.
    """
    from pincite.cli.configuration import settings_of  # noqa: PLC0415 - a command imports what it alone needs
    from pincite.cli.datasets.building import Call, build_dataset  # noqa: PLC0415
    from pincite.cli.output import CallError  # noqa: PLC0415

    if scheduler is not None and engine == ALONE.engine:
        others = " or ".join(one for one in ENGINES if one != ALONE.engine)
        raise CallError(f"--scheduler goes with --engine {others}")
    settings = settings_of(select, ignore or (), config=config, isolated=isolated, baseline=None)
    options: dict[str, Json] = {
        "articles": articles and articles.value,
        "quotations": quotations and quotations.value,
        "images": images and images.value,
        "excerpt": excerpt,
        "verify": verify,
        "leave-out": leave_out and leave_out.value,
        "name": name,
        "title": title,
        "description": description,
        "version": version,
        "license": license_,
        "creators": [*creators] if creators else None,
        "url": url,
        "doi": doi,
        "date": date,
    }
    call = Call(tuple(paths), out, options, check, config, isolated, Workers(engine, workers, scheduler))
    raise typer.Exit(build_dataset(call, settings))
