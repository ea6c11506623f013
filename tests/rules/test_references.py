"""What names something by its id: one table of the places, which the schema and the references of documents keep to.

The two ways to look at references, by place and by id alone, agree about every document there is.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pincite.model.references import KINDS, MAY_BE_WORDS, NAMED, kinds_named_at
from pincite.reading.files import SUFFIXES, RawDocument, read
from pincite.rules.references import references, used_ids
from pincite.schemas import schema
from pincite.structure.examine import examine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    path
    for folder in ("examples", "tests/cases")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.name.endswith(SUFFIXES)
]
OWN = {f"/{name}/*/id" for name in KINDS}
"""Where things have their own ids."""


def documents(path: Path) -> Iterator[Document]:
    for raw in read(str(path)):
        document = examine(raw).document if isinstance(raw, RawDocument) else None
        if document is not None:
            yield document


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_references_and_used_ids_agree(path: Path) -> None:
    for document in documents(path):
        placed: dict[tuple[str, ...], set[str]] = {}
        for one in references(document):
            if not one.at.endswith("/container/source"):
                placed.setdefault(one.kinds, set()).add(one.id)
        assert {kinds: ids for kinds, ids in used_ids(document).items() if ids} == placed


def test_references_stand_where_the_table_says_and_at_every_such_place() -> None:
    met: dict[str, tuple[str, ...]] = {}
    for path in FILES:
        for document in documents(path):
            for one in references(document):
                assert one.kinds == kinds_named_at(one.at), (path.name, one.at)
                met[re.sub(r"/[0-9]+", "/*", one.at)] = one.kinds
    assert met == NAMED


def identifiers(part: Any, at: str = "") -> Iterator[str]:  # noqa: ANN401 - the schema is plain data
    """Yield the places where the schema has an identifier, alone or beside an object that holds one."""
    defined = schema("document")["$defs"]
    while "$ref" in part:
        part = defined[part["$ref"].removeprefix("#/$defs/")]
    if part.get("pattern") == defined["identifier"]["pattern"]:
        yield at
    for way in ("anyOf", "oneOf", "allOf"):
        for other in part.get(way, ()):
            yield from identifiers(other, at)
    for name, inner in part.get("properties", {}).items():
        yield from identifiers(inner, f"{at}/{name}")
    if isinstance(part.get("additionalProperties"), dict):
        yield from identifiers(part["additionalProperties"], f"{at}/*")
    if "items" in part:
        yield from identifiers(part["items"], f"{at}/*")


def test_the_schema_has_identifiers_where_the_table_says() -> None:
    assert set(identifiers(schema("document"))) == {*OWN, *NAMED} - MAY_BE_WORDS


@pytest.mark.parametrize(
    ("pointer", "kinds"),
    [
        ("/claims/12/evidence/0/id", ("quotation", "source", "image", "claim")),
        ("/claims/12/id", ()),
        ("/sources/0/container~1source", ()),
        ("/relations/0/from/0", ()),
        ("", ()),
    ],
)
def test_kinds_named_at(pointer: str, kinds: tuple[str, ...]) -> None:
    assert kinds_named_at(pointer) == kinds
