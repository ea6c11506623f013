"""Frictionless judges the Data Package: its descriptor, digests, types, and keys."""

from __future__ import annotations

import csv
import shutil
import sys
from typing import TYPE_CHECKING, TypeAlias

import pytest

from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

frictionless = pytest.importorskip("frictionless")

Fault: TypeAlias = "tuple[str, str, str]"
FOREIGN_KEYS = {
    (table.name, column.name) for table in TABLES for column in table.columns if column.is_foreign_key
}


def _faults(folder: Path) -> Iterator[Fault]:
    """Yield for each fault the resource that has it, its kind, and the column in question, if any."""
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert not report.warnings
    for error in report.errors:
        yield "", error.type, ""
    for task in report.tasks:
        for error in task.errors:
            columns = getattr(error, "field_names", None) or [getattr(error, "field_name", "")]
            yield task.name, error.type, columns[0]


def test_the_package_is_valid(dataset: Path) -> None:
    assert list(_faults(dataset)) == []


@pytest.fixture(scope="module")
def spoilt(built: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> set[Fault]:
    """Return what is found in a dataset with a fault of each kind."""
    folder = tmp_path_factory.mktemp("spoilt") / "dataset"
    shutil.copytree(built("invented"), folder)
    for path in ("tables/claims.parquet", "documents.jsonl"):
        content = bytearray((folder / path).read_bytes())
        content[-2] ^= 1
        (folder / path).write_bytes(content)
    csv.field_size_limit(sys.maxsize)
    for table in TABLES:
        rows_path = folder / "tables" / f"{table.name}.csv"
        with rows_path.open(encoding="utf-8", newline="") as stream:
            header, first, *rows = csv.reader(stream)
        changed = [
            "nothing" if (table.name, name) in FOREIGN_KEYS else cell
            for name, cell in zip(header, first, strict=True)
        ]
        if table.name == "images":
            changed[table.at("width")] = "wide"
            changed[table.at("region")] = "[]"
        with rows_path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows([header, changed, *rows, *rows[-1:]])
    return set(_faults(folder))


def test_flipped_bytes_are_seen(spoilt: set[Fault]) -> None:
    assert {("claims-parquet", "hash-count", ""), ("documents", "hash-count", "")} <= spoilt


def test_broken_keys_are_seen(spoilt: set[Fault]) -> None:
    assert {("quotations", "within"), ("sources", "container")} < FOREIGN_KEYS
    assert {(table, column) for table, kind, column in spoilt if kind == "foreign-key"} == FOREIGN_KEYS


def test_a_key_twice_and_wrong_types_are_seen(spoilt: set[Fault]) -> None:
    found = {(table, kind) for table, kind, _ in spoilt}
    assert {("descriptions", "primary-key"), ("descriptions", "unique-error")} <= found
    assert {("images", "type-error", "width"), ("images", "type-error", "region")} <= spoilt
