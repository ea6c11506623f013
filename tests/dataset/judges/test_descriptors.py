"""What the descriptors say and leave out, whatever people said of a dataset."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import pytest

from pincite.dataset.about import About
from pincite.dataset.describing import croissant, datapackage, ro_crate, saying
from pincite.dataset.describing.facts import Facts
from pincite.dataset.package.files import File
from pincite.dataset.package.layout import DOCUMENTS, FINDINGS, INPUTS, table_file
from pincite.dataset.tables import BY_NAME, TABLES
from tests.dataset.judges.conftest import ABOUT

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.model.json_value import Json, JsonObject

_PATHS = (
    DOCUMENTS,
    INPUTS,
    FINDINGS,
    *(table_file(table, ending).as_posix() for table in TABLES for ending in ("csv", "parquet")),
)


def _facts(folder: Path, about: About) -> Facts:
    counts = {table.name: number for number, table in enumerate(TABLES)}
    return Facts(folder, about, {"rules": True}, counts, tuple(File(path, 1, "0" * 64) for path in _PATHS))


def _package(folder: Path, about: About) -> JsonObject:
    ((_, text),) = datapackage.files(_facts(folder, about))
    return cast("JsonObject", json.loads(text))


def _root(folder: Path, about: About) -> JsonObject:
    ((_, text),) = ro_crate.files(_facts(folder, about))
    graph = json.loads(text)["@graph"]
    return cast("JsonObject", next(one for one in graph if one["@id"] == "./"))


def test_what_nobody_said_is_left_out(tmp_path: Path) -> None:
    package, root = _package(tmp_path, About()), _root(tmp_path, About())
    assert package.keys() == {"$schema", "title", "description", "resources"}
    assert package["title"] == root["name"] == "Pincite dataset"
    assert not {"author", "version", "url", "identifier", "creditText"} & root.keys()


def test_what_people_said_is_told(tmp_path: Path) -> None:
    package, root = _package(tmp_path, ABOUT), _root(tmp_path, ABOUT)
    assert package["name"] == "harbour-clocks"
    assert package["title"] == root["name"] == ABOUT.title
    assert package["created"] == "2026-05-01T00:00:00Z"
    assert package["contributors"] == [{"title": one, "roles": ["creator"]} for one in ABOUT.creators]
    assert package["id"] == "https://doi.org/10.5555/harbour-clocks"
    assert root["datePublished"] == "2026-05-01"


def test_a_crate_without_a_day_says_that_it_has_none(tmp_path: Path) -> None:
    root = _root(tmp_path, About(date="soon"))
    assert root["datePublished"] == "1970-01-01"
    assert "day of its publication is not known" in str(root["description"])


@pytest.mark.parametrize("day", ["2026", "2026-05", "2024-02-29", "1845-04-12"])
def test_days(day: str) -> None:
    assert saying.day_of(About(date=day)) == day


@pytest.mark.parametrize(
    "day", ["", "0000", "2026-13", "2026-02-29", "2026-05-01T12:00", "1918?", "12 May 1918"]
)
def test_what_is_no_day(day: str) -> None:
    assert saying.day_of(About(date=day)) is None


@pytest.mark.parametrize(
    ("license_", "expected"),
    [
        ("CC0-1.0", {"name": "CC0-1.0", "path": "https://spdx.org/licenses/CC0-1.0.html"}),
        ("MIT OR CC0-1.0", {"path": "https://spdx.org/licenses/", "title": "MIT OR CC0-1.0"}),
        ("LicenseRef-mine", {"path": "https://spdx.org/licenses/", "title": "LicenseRef-mine"}),
        ("../x <b>", {"path": "https://spdx.org/licenses/", "title": "../x <b>"}),
    ],
)
def test_licences(tmp_path: Path, license_: str, expected: Json) -> None:
    assert _package(tmp_path, About(license=license_))["licenses"] == [expected]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (About(url="https://example.org/a"), "https://example.org/a"),
        (About(url="javascript:alert(1)"), None),
        (About(url="https://example.org/a b"), None),
        (About(doi="https://doi.org/10.5555/a"), "https://doi.org/10.5555/a"),
        (About(doi="doi:10.5555/a"), "https://doi.org/10.5555/a"),
        (About(doi="10.5555"), None),
        (About(), None),
    ],
)
def test_addresses(about: About, expected: str | None) -> None:
    assert saying.address_of(about) == expected


def test_columns_have_the_types_of_their_cells(tmp_path: Path) -> None:
    tables = {one["name"]: one for one in cast("list[JsonObject]", _package(tmp_path, About())["resources"])}
    schema = cast("dict[str, list[JsonObject]]", tables["quotations"]["schema"])
    types = {one["name"]: one["type"] for one in schema["fields"]}
    assert (types["segments"], types["text"], types["start"]) == ("array", "string", "integer")
    schema = cast("dict[str, list[JsonObject]]", tables["citations"]["schema"])
    types = {one["name"]: one["type"] for one in schema["fields"]}
    assert (types["locator"], types["unparsed"]) == ("object", "array")
    evidence = next(
        one
        for one in cast("dict[str, list[JsonObject]]", tables["claims"]["schema"])["fields"]
        if one["name"] == "evidence"
    )
    assert str(evidence["description"]).endswith("Keys of: quotations, sources, images, claims.")
    assert "apostrophe" in str(tables["claims"]["description"])


def test_a_key_within_its_own_table_names_no_table(tmp_path: Path) -> None:
    tables = {one["name"]: one for one in cast("list[JsonObject]", _package(tmp_path, About())["resources"])}
    keys = cast("dict[str, list[dict[str, JsonObject]]]", tables["quotations"]["schema"])["foreignKeys"]
    assert {str(one["fields"]): one["reference"].get("resource") for one in keys} == {
        "['article']": "articles",
        "['within']": None,
        "['translation_of']": None,
    }
    assert BY_NAME["quotations"].key == ("id",)


def test_descriptors_are_the_same_each_time(tmp_path: Path) -> None:
    facts = _facts(tmp_path, ABOUT)
    for module in (datapackage, croissant, ro_crate):
        ((name, text),) = module.files(facts)
        assert [(name, text)] == list(module.files(facts))
        assert str(tmp_path) not in text
