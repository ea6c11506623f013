"""A descriptor is one module and one line: it is written, told in the others, and held against the dataset by a check."""

from __future__ import annotations

import json
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from pincite.dataset import describing
from pincite.dataset.describing.kinds import JSON, Kind, kind_of
from pincite.dataset.describing.named import Named
from tests.dataset.checked import built, told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.dataset.describing.facts import Facts
    from pincite.model.json_value import Json

NAME = "list.json"
KIND = Kind("List of files", "A list that a test has invented.", JSON)


@pytest.fixture
def listing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a descriptor that lists all files before it, and one that is not there."""

    class Listing(ModuleType):
        KINDS = {NAME: KIND}  # noqa: RUF012 - a module's

        @staticmethod
        def files(facts: Facts) -> Iterator[tuple[str, str]]:
            yield NAME, json.dumps([*(one.path for one in facts.files), "../clock.json"])

        @staticmethod
        def named(data: Json) -> Iterator[Named]:
            yield from (Named(str(one)) for one in (data if isinstance(data, list) else ()))

        NAMED = {NAME: named}  # noqa: RUF012 - as above

    name = "pincite.dataset.describing.listing"
    monkeypatch.setitem(sys.modules, name, Listing(name))
    *others, last = describing.DESCRIPTORS
    monkeypatch.setattr(describing, "DESCRIPTORS", (*others, "listing", last))


@pytest.mark.usefixtures("listing")
def test_a_descriptor_is_known_everywhere(tmp_path: Path) -> None:
    out = built(tmp_path / "out")
    assert "documents.jsonl" in json.loads((out / NAME).read_bytes())
    assert kind_of(NAME) == KIND
    crate = json.loads((out / "ro-crate-metadata.json").read_bytes())
    assert [one["name"] for one in crate["@graph"] if one["@id"] == NAME] == [KIND.name]
    (line,) = told(out)
    assert line.startswith(f"{NAME} PIN905 {NAME} names '../clock.json', which is no path in a dataset")


def test_all_files_of_descriptors_are_told(tmp_path: Path) -> None:
    out = built(tmp_path / "out")
    files = [one.relative_to(out).as_posix() for one in out.rglob("*") if one.is_file()]
    assert [one for one in files if not kind_of(one).description] == []
    assert {path for one in describing.descriptors() for path in one.NAMED} == {
        one for one in files if one.endswith(".json") and one != "manifest.json"
    }
