"""What each file of a dataset is: a name and a sentence for people, and a media type for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.describing import descriptors
from pincite.dataset.describing.plots import FOLDER as PLOTS
from pincite.dataset.package.layout import (
    CHECKSUMS,
    DOCUMENTS,
    FINDINGS,
    IMAGES,
    INPUTS,
    MANIFEST,
    table_file,
)
from pincite.dataset.package.layout import TABLES as TABLE_FOLDER
from pincite.dataset.tables import TABLES
from pincite.model.media_types import type_of_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.dataset.tables.columns import Table

PARQUET = "application/vnd.apache.parquet"
JSONL = "application/jsonl"
CSV = "text/csv"
JSON = "application/json"
JSON_LD = "application/ld+json"
_UNKNOWN = "application/octet-stream"

MARKED = (
    "A text that a spreadsheet would run, since it begins with =, +, - or @, has an apostrophe before it in CSV; in Parquet "
    "and JSONL it is as it was."
)
"""What a reader of CSV has to know, as ``tables.csv_cells`` writes it."""


class Kind(NamedTuple):
    """What a file is: its name for people, one sentence on it, and its media type (IANA)."""

    name: str
    description: str
    media_type: str


def kind_of(path: str) -> Kind:
    """Return what a file of a dataset is, by its path there; of one that is not known its media type alone."""
    known = _KNOWN.get(path) or _of_descriptor(path)
    if known is not None:
        return known
    media_type = type_of_name(path) or _BY_ENDING.get(path.rpartition(".")[2], _UNKNOWN)
    name = path.rpartition("/")[2]
    if is_picture(path):
        return Kind(
            f"Picture {name}", "A picture that articles show; the table 'images' says which.", media_type
        )
    if path.startswith(f"{PLOTS}/"):
        return Kind(f"Plot {name}", "A plot that the data card shows.", media_type)
    return Kind(name, "", media_type)


def is_data(path: str) -> bool:
    """Return whether a file has documents or rows, and is neither a picture nor a description."""
    return path in {DOCUMENTS, INPUTS, FINDINGS} or path.startswith(f"{TABLE_FOLDER}/")


def is_picture(path: str) -> bool:
    """Return whether a file is a picture that documents show."""
    return path.startswith(f"{IMAGES}/")


def _of_descriptor(path: str) -> Kind | None:
    """Return what a descriptor's file is; asked when all descriptors can be imported, which import this module."""
    return next((one.KINDS[path] for one in descriptors() if path in one.KINDS), None)


def _of_table(table: Table) -> Mapping[str, Kind]:
    title = f"Table of {table.name}"
    return {
        table_file(table, "parquet").as_posix(): Kind(f"{title} (Parquet)", table.description, PARQUET),
        table_file(table, "csv").as_posix(): Kind(f"{title} (CSV)", f"{table.description} {MARKED}", CSV),
    }


_BY_ENDING = {"json": JSON, "jsonl": JSONL}
_KNOWN: Mapping[str, Kind] = {
    DOCUMENTS: Kind("Documents", "The Pincite documents, one a line, each in one piece.", JSONL),
    INPUTS: Kind(
        "Inputs", "Where each document came from: the path and line of its input, and its digest.", JSONL
    ),
    FINDINGS: Kind("Findings", "What was found in the documents, and between them.", JSONL),
    CHECKSUMS: Kind(
        "Checksums", "The digests of files (SHA-256), as 'sha256sum -c' reads them.", "text/plain"
    ),
    MANIFEST: Kind("Manifest", "What the dataset is, what it was made by, and which files it has.", JSON),
    **{path: kind for table in TABLES for path, kind in _of_table(table).items()},
}
