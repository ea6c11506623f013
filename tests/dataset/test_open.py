"""``pincite.dataset.open``: what is in a dataset, as programs see it; and what is wrong with one, in words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import pincite.dataset
from pincite.dataset.package.manifest import read_manifest
from tests.dataset.harbours import built, documents

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pincite.dataset import Dataset


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("open") / "out", documents(3, 90))


@pytest.fixture
def data(out: Path) -> Dataset:
    return pincite.dataset.open(out)


@pytest.fixture
def copy(out: Path, tmp_path: Path) -> Path:
    return shutil.copytree(out, tmp_path / "copy")


def test_opening_imports_no_tables(out: Path) -> None:
    code = (
        "import sys, pincite.dataset as d; early = set(sys.modules)\n"
        f"next(iter(d.open({str(out)!r}).documents()))\n"
        "assert not {'json', 'pincite.dataset.package.manifest'} & (early - before)\n"
        "assert 'pyarrow' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, pincite; before = set(sys.modules)\n{code}"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_what_it_is(data: Dataset, out: Path) -> None:
    manifest = read_manifest(out)
    assert (data.about, data.counts, data.made_with) == (manifest.about, manifest.counts, manifest.made_with)
    assert data.tables == ("articles", "sources", "citations", "quotations", "claims", "relations", "images", "descriptions")  # fmt: skip
    assert repr(data) == f"pincite.dataset.open({str(out)!r})"


def test_documents_are_those_of_the_file(data: Dataset, out: Path) -> None:
    lines = (out / "documents.jsonl").read_bytes().splitlines(keepends=True)
    assert list(data.raw_documents()) == lines
    assert list(data.documents()) == [json.loads(line) for line in lines]


def test_one_document_or_text_by_its_id(data: Dataset) -> None:
    rows = list(data.rows("articles", ["id", "text"]))
    assert len(rows) == 90
    for row, document in zip(rows, data.documents(), strict=True):
        assert data.document(str(row["id"])) == document
        assert (
            data.text_of(str(row["id"])) == row["text"] == document["article"].get("text", {}).get("content")
        )
    assert {row["text"] is None for row in rows} == {True, False}
    for call in (data.document, data.text_of):
        with pytest.raises(KeyError, match=r"no article 'https://example.org/none'"):
            call("https://example.org/none")


@pytest.mark.parametrize("table", pincite.dataset.Dataset.tables)
def test_rows_batches_and_whole_tables_are_one(data: Dataset, out: Path, table: str) -> None:
    whole = pq.read_table(out / "tables" / f"{table}.parquet")
    assert data.arrow(table).equals(whole)
    assert list(data.rows(table)) == whole.to_pylist()
    batches = list(data.batches(table, rows=7))
    assert max([0, *(one.num_rows for one in batches)]) <= 7
    assert pa.Table.from_batches(batches, whole.schema).equals(whole)
    frame = data.pandas(table)
    assert list(frame.columns) == whole.column_names
    assert len(frame) == data.counts[table] == whole.num_rows
    for name in frame.columns:
        given = [None if value is None or value is pd.NA else value for value in frame[name]]
        assert given == whole.column(name).to_pylist(), name


def test_frames_keep_whole_numbers_and_lists(data: Dataset) -> None:
    frame = data.pandas("citations", ["number", "copy_page", "images", "page"])
    assert [str(one) for one in frame.dtypes[:3]] == ["Int64", "Int64", "object"]
    assert frame["copy_page"].isna().all()
    claims = data.pandas("claims", ["evidence", "id"])
    assert list(claims.columns) == ["evidence", "id"]
    assert isinstance(next(one for one in claims["evidence"] if one is not None), list)


def test_columns_that_there_are_not_are_told_at_once(data: Dataset) -> None:
    for call in (data.rows, data.batches, data.arrow):
        with pytest.raises(KeyError, match=r"no column 'tide' in articles.parquet: id, "):
            call("articles", ["tide"])


def test_names_that_there_are_not(data: Dataset) -> None:
    for call in (
        lambda: list(data.rows("tides")),
        lambda: data.rows("tides"),
        lambda: data.batches("tides"),
        lambda: data.arrow("tides"),
        lambda: data.table_path("tides"),
    ):
        with pytest.raises(KeyError, match=r"no table .tides.: articles, .*quotations"):
            call()
    with pytest.raises(KeyError, match=r"no column 'tide' in articles\.parquet: id, "):
        data.arrow("articles", ["tide"])


def test_pictures(data: Dataset, out: Path) -> None:
    paths = {str(row["path"]) for row in data.rows("images", ["path"]) if row["path"]}
    assert paths
    for path in paths:
        assert data.image(path) == out / path
        assert data.image(path).is_file()
    for path in ("images/none.png", "manifest.json", "documents.jsonl", "../out/manifest.json", "", "images", "images/../manifest.json"):  # fmt: skip
        with pytest.raises(KeyError, match="no picture"):
            data.image(path)


@pytest.mark.parametrize("path", ["images/../../secret.png", "images//secret.png", "images/./a.png", "images/a\\b.png", "images/a\0.png"])  # fmt: skip
def test_a_manifest_that_lists_what_lies_outside(copy: Path, path: str) -> None:
    (copy.parent / "secret.png").write_bytes(b"secret")
    manifest = json.loads((copy / "manifest.json").read_bytes())
    manifest["files"].append({"path": path, "bytes": 6, "sha256": "0" * 64})
    (copy / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(pincite.dataset.NoDatasetError, match="is no path within a dataset"):
        pincite.dataset.open(copy).image(path)


def _linked(path: Path) -> None:
    path.rename(path.parent.parent / "elsewhere")
    path.symlink_to(path.parent.parent / "elsewhere")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _other_columns(path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"]}), path)


def _other_type(path: Path) -> None:
    table = pq.read_table(path)
    at = table.column_names.index("title")
    pq.write_table(table.set_column(at, "title", pa.array([1] * table.num_rows)), path)


def _no_text(path: Path) -> None:
    table = pq.read_table(path)
    wrong = pa.array([b"\xff"] * table.num_rows, pa.binary()).view(pa.string())
    pq.write_table(table.set_column(table.column_names.index("title"), "title", wrong), path)


def _flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(byte ^ 0xFF for byte in content[60:90])
    path.write_bytes(content)


TABLE_FAULTS: dict[str, Callable[[Path], object]] = {
    "has no file": lambda path: path.unlink(),
    "is a link": _linked,
    "is no ordinary file": _folder,
    "cannot be read as Parquet": lambda path: path.write_bytes(b"PAR1"),
    "cannot be read as Parquet.*": _flipped,
    "has no column 'id_given' of the type bool": _other_columns,
    "has no column 'title' of the type string": _other_type,
    "is not UTF-8": _no_text,
}


@pytest.mark.parametrize("fault", TABLE_FAULTS)
def test_a_table_with_a_fault_is_told(copy: Path, fault: str) -> None:
    TABLE_FAULTS[fault](copy / "tables" / "articles.parquet")
    data = pincite.dataset.open(copy)
    with pytest.raises(pincite.dataset.NoDatasetError, match=fault) as told:
        list(data.rows("articles"))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("content", "fault"), [(b"{\n", ":1 is no JSON"), (b"[1]\n", ":1 is no document"), (b"[" * 100_000, ":1 is no JSON")]
)  # fmt: skip
def test_lines_that_are_no_documents_are_told(copy: Path, content: bytes, fault: str) -> None:
    (copy / "documents.jsonl").write_bytes(content)
    with pytest.raises(pincite.dataset.NoDatasetError, match=fault):
        list(pincite.dataset.open(copy).documents())


def test_documents_in_another_order_than_the_table(copy: Path) -> None:
    lines = (copy / "documents.jsonl").read_bytes().splitlines(keepends=True)
    (copy / "documents.jsonl").write_bytes(b"".join(reversed(lines[1:])))
    data = pincite.dataset.open(copy)
    names = [str(row["id"]) for row in data.rows("articles", ["id"])]
    with pytest.raises(pincite.dataset.NoDatasetError, match="different orders"):
        data.document(names[0])
    with pytest.raises(pincite.dataset.NoDatasetError, match="fewer than 90 lines"):
        data.document(names[-1])


def test_what_is_no_dataset(tmp_path: Path, copy: Path) -> None:
    for path in (tmp_path / "none", tmp_path, copy / "manifest.json"):
        with pytest.raises(pincite.dataset.NoDatasetError):
            pincite.dataset.open(path)
    (copy / "documents.jsonl").unlink()
    with pytest.raises(pincite.dataset.NoDatasetError, match=r"has no file documents\.jsonl"):
        pincite.dataset.open(copy)
    with pytest.raises(AttributeError, match="tides"):
        pincite.dataset.tides  # noqa: B018 - asked for, and not there


@pytest.mark.parametrize(("library", "call", "helps"), [("pyarrow", "arrow", r"pincite\[dataset\]"), ("pandas", "pandas", "install pandas")])  # fmt: skip
def test_a_missing_library_is_named(
    data: Dataset, monkeypatch: pytest.MonkeyPatch, library: str, call: str, helps: str
) -> None:
    for module in ("table_files", "frames"):
        monkeypatch.delitem(sys.modules, f"pincite.dataset.opened.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=helps) as told:
        getattr(data, call)("articles")
    assert told.value.name == library
