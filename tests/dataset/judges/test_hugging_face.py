"""Hugging Face ``datasets`` loads the tables and the documents, with no network."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.describing.hugging_face import LISTS, OBJECTS, TEXTS, loading_documents
from pincite.dataset.tables import TABLES
from pincite.model.format import DocumentData

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from pincite.model.json_value import JsonObject

pq = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def datasets(tmp_path: Path) -> Iterator[ModuleType]:
    """Return the library, with a cache of its own."""
    with pytest.MonkeyPatch.context() as here:
        for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
            here.setenv(name, "1")
        here.setenv("HF_HOME", str(tmp_path))
        library: ModuleType = pytest.importorskip("datasets")
        here.setattr(library.config, "HF_DATASETS_CACHE", tmp_path / "cache")
        library.disable_progress_bars()
        yield library


def test_the_tables_are_loaded(dataset: Path, datasets: ModuleType) -> None:
    for table in TABLES:
        path = dataset / "tables" / f"{table.name}.parquet"
        expected = pq.read_table(path).to_pylist()
        if expected:  # a split without rows is an error to the library
            loaded = datasets.load_dataset("parquet", data_files=str(path), split="train")
            assert loaded.to_list() == expected


def test_the_documents_are_loaded(dataset: Path, datasets: ModuleType) -> None:
    assert _loaded(dataset, datasets) == _lines(dataset)


def test_documents_that_differ_from_chunk_to_chunk_are_loaded(
    built: object, datasets: ModuleType, tmp_path: Path
) -> None:
    first, second = _lines(built("invented"))  # type: ignore[operator]  # a fixture
    short: JsonObject = {**first, "article": {"title": "A clock", "date": "1845-04-12"}}
    second = {**second, "annotation": {"on": "2026", "by": {"literal": "M. Quay", "family": "Quay"}}}
    documents = [short] * 20 + [second] * 20
    (tmp_path / "documents.jsonl").write_text("".join(json.dumps(one) + "\n" for one in documents), "utf-8")
    # what the card says, with chunks of few documents instead of 10 MB
    assert _loaded(tmp_path, datasets, "chunksize=10_000, ") == documents


def test_all_members_of_documents_have_a_type() -> None:
    members = [*TEXTS, *OBJECTS, *LISTS]
    assert sorted(members) == sorted(DocumentData.__annotations__.keys() - {"catalogues"})


def _loaded(folder: Path, datasets: ModuleType, more: str = "") -> list[JsonObject]:
    """Return the documents as the lines for the card load them, without the members that are null there."""
    code = "\n".join(loading_documents()).replace('"json", ', f'"json", {more}')
    names: dict[str, object] = {"datasets": datasets, "folder": str(folder)}
    exec(code, names)  # noqa: S102 - what the card tells people to run
    documents = list(names["documents"])  # type: ignore[call-overload]  # a dataset
    return [{name: value for name, value in one.items() if value is not None} for one in documents]


def _lines(folder: Path) -> list[JsonObject]:
    return [json.loads(line) for line in (folder / "documents.jsonl").read_bytes().splitlines()]
