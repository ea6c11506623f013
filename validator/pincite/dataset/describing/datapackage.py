"""The dataset as a Data Package (version 2): the tables in CSV with their columns and keys, and all other data files.

Array and object cells are JSON, as Table Schema has it. What leads to several tables (a claim's evidence) is no foreign key
there; the column's description says where it leads. Files that describe the dataset are no data, and not listed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.dataset.describing.kinds import JSON, JSONL, MARKED, PARQUET, Kind, is_picture, kind_of
from pincite.dataset.describing.named import Named, digest_in, objects
from pincite.dataset.describing.saying import (
    address_of,
    creators_of,
    day_of,
    description_of,
    doi_of,
    known,
    title_of,
    written,
)
from pincite.dataset.package.layout import DOCUMENTS, FINDINGS, INPUTS, table_file
from pincite.dataset.tables import TABLES
from pincite.export.identity import license_iri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.dataset.describing.facts import Facts
    from pincite.dataset.package.files import File
    from pincite.dataset.tables.columns import Column, Table
    from pincite.model.json_value import Json, JsonObject

NAME = "datapackage.json"
KINDS = {NAME: Kind("Data Package", "The dataset as a Data Package.", JSON)}
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_LICENSES = "https://spdx.org/licenses/"
_TYPES = {
    "string": "string",
    "integer": "integer",
    "boolean": "boolean",
    "strings": "array",
    "json": "object",
}
_FORMATS = {PARQUET: "apache-parquet", JSONL: "json-lines"}
"""Formats in words that are no endings: files that are called "parquet" or "jsonl" Frictionless takes for tables with one value in
each cell, and fails at lists and at documents."""
_A_DAY = len("1845-04-12")


def files(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the descriptor under its name."""
    yield NAME, _text(facts)


def _named(data: Json) -> Iterator[Named]:
    """Yield the paths of resources, each one or several."""
    for resource in objects(data, "resources"):
        path = resource.get("path")
        for one in path if isinstance(path, list) else [path]:
            if isinstance(one, str):
                yield Named(one, digest_in(resource.get("hash")) if not isinstance(path, list) else None)


NAMED = {NAME: _named}


def _text(facts: Facts) -> str:
    about = facts.about
    day = day_of(about)
    doi = doi_of(about)
    return written(
        known(
            {
                "$schema": _PROFILE,
                "name": _name(about.name),
                "id": None if doi is None else f"https://doi.org/{doi}",
                "title": title_of(about),
                "description": f"{description_of(facts)}\n\n{MARKED}",
                "homepage": address_of(about),
                "version": about.version,
                "created": f"{day}T00:00:00Z" if day is not None and len(day) == _A_DAY else None,
                "licenses": [_license(about.license)] if about.license else [],
                "contributors": [{"title": one.name, "roles": ["creator"]} for one in creators_of(about)],
                "resources": list(_resources({one.path: one for one in facts.files})),
            }
        )
    )


def _name(name: str) -> str:
    """Return a name with the letters, digits and marks that Data Package takes in one; others become a hyphen."""
    return re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-")


def _license(expression: str) -> Json:
    address = license_iri(expression)
    if address is None:
        return {"path": _LICENSES, "title": expression}
    return {"name": expression, "path": f"{address}.html"}


def _resources(files: Mapping[str, File]) -> Iterator[Json]:
    for table in TABLES:
        path = table_file(table, "csv").as_posix()
        yield {
            **_resource(table.name, files[path]),
            "type": "table",
            "dialect": {"header": True, "delimiter": ",", "quoteChar": '"', "doubleQuote": True},
            "schema": _schema(table),
        }
    for table in TABLES:
        path = table_file(table, "parquet").as_posix()
        yield _resource(f"{table.name}-parquet", files[path])
    for path in (DOCUMENTS, INPUTS, FINDINGS):
        yield _resource(path.partition(".")[0], files[path])
    for path in files:
        if is_picture(path):
            yield _resource(f"image-{path.rpartition('/')[2].partition('.')[0]}", files[path])


def _resource(name: str, file: File) -> JsonObject:
    kind = kind_of(file.path)
    is_text = kind.media_type.startswith("text/") or file.path.endswith(".jsonl")
    return known(
        {
            "name": name,
            "path": file.path,
            "title": kind.name,
            "description": kind.description,
            "format": _FORMATS.get(kind.media_type, file.path.rpartition(".")[2]),
            "mediatype": kind.media_type,
            "encoding": "utf-8" if is_text else None,
            "bytes": file.bytes,
            "hash": f"sha256:{file.sha256}",
        }
    )


def _schema(table: Table) -> Json:
    return known(
        {
            "fields": [_field(column, table) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(column, table) for column in table.columns if column.is_foreign_key],
        }
    )


def _field(column: Column, table: Table) -> Json:
    found: JsonObject = {
        "name": column.name,
        "type": "array" if column.is_list else _TYPES[column.type],
        "description": column.description,
    }
    if len(column.leads_to) > 1 or (column.leads_to and not column.is_foreign_key):
        found["description"] = f"{column.description} Keys of: {', '.join(column.leads_to)}."
    if (column.name,) == table.key:
        found["constraints"] = {"required": True, "unique": True}
    elif column.name in table.key:
        found["constraints"] = {"required": True}
    return found


def _foreign_key(column: Column, table: Table) -> Json:
    """Return a foreign key; without the name of a table where it leads to its own, as Table Schema has it."""
    (other,) = column.leads_to
    reference: JsonObject = {"fields": ["id"]}
    return {
        "fields": [column.name],
        "reference": reference if other == table.name else {"resource": other, **reference},
    }
