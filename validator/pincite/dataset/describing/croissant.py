"""The dataset in Croissant (1.0): its files with their digests, and a record set for each table and for the documents.

Record sets read the Parquet files. A column whose values are keys of a table that leads to no other refers to that table's key.
What else leads somewhere says so in its description. Croissant has no reference to one of several tables; and mlcroissant (1.1)
joins the tables that refer to each other: a table that refers to itself is a circle to it, and one that is referred to and refers
to others yields no rows once it was joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.describing.kinds import JSON_LD, JSONL, PARQUET, Kind, is_data, is_picture, kind_of
from pincite.dataset.describing.named import Named, digest_in, objects
from pincite.dataset.describing.saying import (
    address_of,
    citation_of,
    creators_of,
    day_of,
    description_of,
    known,
    title_of,
    written,
)
from pincite.dataset.package.layout import DOCUMENTS, IMAGES, table_file
from pincite.dataset.tables import TABLES
from pincite.export.identity import license_iri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.describing.facts import Facts
    from pincite.dataset.package.files import File
    from pincite.dataset.tables.columns import Column, Table
    from pincite.model.json_value import Json, JsonObject

NAME = "croissant.json"
KINDS = {NAME: Kind("Croissant", "The dataset in Croissant, for machine learning.", JSON_LD)}
_CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
_MEDIA_TYPES = {PARQUET: "application/x-parquet", JSONL: "application/jsonlines"}
"""Media types by the names under which programs for Croissant know them."""
_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "boolean": "sc:Boolean",
    "strings": "sc:Text",
    "json": "sc:Text",
}
_REFERRED_TO = frozenset(
    table.name
    for table in TABLES
    if not any(one.is_foreign_key and one.leads_to[0] != table.name for one in table.columns)
)
"""The tables that lead to no other."""
_CONTEXT: JsonObject = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context of Croissant 1.0, which the specification asks for as it is."""


def files(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the descriptor under its name."""
    yield NAME, _text(facts)


def _named(data: Json) -> Iterator[Named]:
    """Yield the addresses of files."""
    for one in objects(data, "distribution"):
        address = one.get("contentUrl")
        if isinstance(address, str):
            yield Named(address, digest_in(one.get("sha256")))


NAMED = {NAME: _named}


def _text(facts: Facts) -> str:
    about = facts.about
    return written(
        known(
            {
                "@context": _CONTEXT,
                "@type": "sc:Dataset",
                "name": title_of(about),
                "alternateName": about.name if about.name != title_of(about) else None,
                "description": description_of(facts),
                "conformsTo": _CONFORMS_TO,
                "license": license_iri(about.license) or about.license,
                "creator": [{"@type": f"sc:{one.type}", "name": one.name} for one in creators_of(about)],
                "datePublished": day_of(about),
                "version": about.version,
                "url": address_of(about),
                "citeAs": citation_of(about),
                "distribution": list(_distribution(facts.files)),
                "recordSet": [*map(_record_set, TABLES), _documents()],
            }
        )
    )


def _distribution(files: tuple[File, ...]) -> Iterator[Json]:
    for file in files:
        if is_data(file.path):
            kind = kind_of(file.path)
            yield known(
                {
                    "@type": "cr:FileObject",
                    "@id": file.path,
                    "name": file.path.rpartition("/")[2],
                    "description": kind.description,
                    "contentUrl": file.path,
                    "contentSize": f"{file.bytes} B",
                    "encodingFormat": _MEDIA_TYPES.get(kind.media_type, kind.media_type),
                    "sha256": file.sha256,
                }
            )
    types: list[Json] = list(
        dict.fromkeys(kind_of(file.path).media_type for file in files if is_picture(file.path))
    )
    if types:
        yield {
            "@type": "cr:FileSet",
            "@id": "pictures",
            "name": "pictures",
            "description": "The pictures, each named by the digest of its file (SHA-256).",
            "encodingFormat": types[0] if len(types) == 1 else types,
            "includes": f"{IMAGES}/*",
        }


def _record_set(table: Table) -> Json:
    keys: list[Json] = [{"@id": f"{table.name}/{name}"} for name in table.key]
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": keys[0] if len(keys) == 1 else keys,
        "field": [_field(column, table) for column in table.columns],
    }


def _field(column: Column, table: Table) -> Json:
    found: JsonObject = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": _TYPES[column.type],
        "source": {
            "fileObject": {"@id": table_file(table, "parquet").as_posix()},
            "extract": {"column": column.name},
        },
    }
    if column.type == "strings":
        found["repeated"] = True
    if column.is_foreign_key and column.leads_to[0] in _REFERRED_TO - {table.name}:
        found["references"] = {"field": {"@id": f"{column.leads_to[0]}/id"}}
    elif column.leads_to:
        found["description"] = f"{column.description} Keys of: {', '.join(column.leads_to)}."
    return found


def _documents() -> Json:
    """Return the record set of the documents; what they have within is told by the format's schema, and here by two members."""

    def field(name: str, description: str, column: str, path: str | None = None) -> Json:
        source: JsonObject = {"fileObject": {"@id": DOCUMENTS}, "extract": {"column": column}}
        if path is not None:
            source["transform"] = {"jsonPath": path}
        return {
            "@type": "cr:Field",
            "@id": f"documents/{name}",
            "name": name,
            "description": description,
            "dataType": "sc:Text",
            "source": source,
        }

    return {
        "@type": "cr:RecordSet",
        "@id": "documents",
        "name": "documents",
        "description": kind_of(DOCUMENTS).description,
        "key": {"@id": "documents/id"},
        "field": [
            field("id", "The document's id.", "id"),
            field("title", "The title of its article.", "article", "title"),
            field("text", "The text of its article, where it may be passed on.", "article", "text.content"),
        ],
    }
