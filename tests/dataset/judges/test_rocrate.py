"""rocrate reads the crate, and all that it names is there."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.json_value import Json, JsonObject

rocrate = pytest.importorskip("rocrate.rocrate")
NAME = "ro-crate-metadata.json"


def test_each_file_is_there_as_it_is_told(dataset: Path) -> None:
    crate = rocrate.ROCrate(dataset)
    told = {unquote(one.id): one for one in crate.data_entities if one.type == "File"}
    there = {path.relative_to(dataset).as_posix() for path in dataset.rglob("*") if path.is_file()}
    assert set(told) == there - {NAME}
    for path, entity in told.items():
        content = (dataset / path).read_bytes()
        assert entity.get("contentSize", str(len(content))) == str(len(content)), path
        assert entity.get("sha256", sha256(content).hexdigest()) == sha256(content).hexdigest(), path
    assert {path for path, entity in told.items() if "sha256" not in entity} == {
        "SHA256SUMS",
        "manifest.json",
    }


def test_the_crate_says_what_it_is_and_how_it_was_made(dataset: Path) -> None:
    crate = rocrate.ROCrate(dataset)
    root = crate.root_dataset
    assert all(root.get(name) for name in ("name", "description", "license", "datePublished", "hasPart"))
    assert root["license"].get("name")
    (build,) = crate.get_by_type("CreateAction")
    assert (build["instrument"]["name"], build["result"].id) == ("Pincite", "./")
    assert '"quotations": "declared"' in build["description"]


def test_the_graph_is_flat_and_whole(dataset: Path) -> None:
    graph: list[JsonObject] = json.loads((dataset / NAME).read_bytes())["@graph"]
    names = [entity["@id"] for entity in graph]
    assert len(names) == len(set(map(str, names)))
    for entity in graph:
        for name, value in entity.items():
            for one in _references(value):
                assert one in names or str(one).startswith("https://w3id.org/ro/crate/"), (
                    entity["@id"],
                    name,
                )


def test_all_terms_are_in_the_context(dataset: Path) -> None:
    known = json.loads((Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld").read_bytes())["@context"]
    graph: list[JsonObject] = json.loads((dataset / NAME).read_bytes())["@graph"]
    used = {name for entity in graph for name in entity if not name.startswith("@")}
    assert used <= set(known)
    assert {entity["@type"] for entity in graph} <= set(known)


def _references(value: Json) -> Iterator[Json]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            assert set(one) == {"@id"}
            yield one["@id"]
