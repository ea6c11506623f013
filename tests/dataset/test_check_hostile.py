"""A dataset that somebody has made to do harm, or that is being changed, gives findings and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import tracemalloc
from hashlib import sha256
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pincite.dataset.checking import buckets, circles
from pincite.dataset.checking import manifest as manifests
from pincite.dataset.checking.buckets import Buckets, digest
from pincite.dataset.checking.folder import Folder, fault_of
from pincite.dataset.package.layout import DOCUMENTS, MANIFEST
from pincite.dataset.package.manifest import read_manifest
from pincite.dataset.tables import TABLES
from pincite.dataset.tables.arrow import schema_of
from tests.dataset.checked import edit_manifest, found, reseal, told
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

    from tests.conftest import Pincite

QUOTATIONS = "tables/quotations.parquet"


def put_table(folder: Path, table: pa.Table) -> None:
    pq.write_table(table, folder / QUOTATIONS)
    reseal(folder, quotations=table.num_rows)


# ---- manifests


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe{}",
        b"null",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 5000,
        b'{"pincite_dataset": 1.0}',
        b'{"pincite_dataset": "1.0", "files": [[]]}',
        b'{"pincite_dataset": {"$ref": "file:///etc/hosts"}}',
    ],
    ids=["empty", "utf-16", "null", "lists", "objects", "digits", "number", "lists-in-files", "reference"],
)
def test_a_manifest_that_is_none(content: bytes, dataset: Path) -> None:
    (dataset / MANIFEST).write_bytes(content)
    assert found(dataset) == {f"{MANIFEST} PIN901"}


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("counts", {"claims": -1}),
        ("counts", {"claims": 1e300}),
        ("counts", {"claims": True}),
        ("about", []),
        ("files", [{"path": "a", "bytes": 1, "sha256": "x"}]),
        ("files", [{"path": "a", "bytes": "1", "sha256": "0" * 64}]),
        ("files", [{"path": ["a"], "bytes": 1, "sha256": "0" * 64}]),
        ("tool", {"name": "x"}),
    ],
)
def test_a_manifest_of_wrong_types(member: str, value: object, dataset: Path) -> None:
    edit_manifest(dataset, lambda one: one.update({member: value}))
    assert found(dataset) == {f"{MANIFEST} PIN901"}


def test_a_manifest_that_is_too_large_is_not_read(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (dataset / MANIFEST).open("r+b") as stream:
        stream.truncate(100 * 1024 * 1024)
    monkeypatch.setattr(manifests, "MAX_BYTES", 1 << 20)
    tracemalloc.start()
    try:
        assert "more than 1 MiB" in told(dataset)[0]
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


# ---- paths, links, pipes


@pytest.mark.parametrize(
    "path",
    ["../secret", "/etc/hosts", "a/../../b", "C:/x", "c:x", "a\\b", "file:///etc/hosts", "https://example.org/x",
     "a//b", "./a", "", "a\0b", "x" * 5000, "..", "/"],
)  # fmt: skip
def test_a_path_that_can_be_in_no_dataset(path: str) -> None:
    assert fault_of(path)


@pytest.mark.parametrize("path", ["a", "tables/a.parquet", "images/..a.png", "a b/ü.txt", "a...b"])
def test_a_path_that_can(path: str) -> None:
    assert fault_of(path) is None


@pytest.mark.parametrize("path", [MANIFEST, DOCUMENTS, QUOTATIONS, "tables/claims.csv", "tables"])
@pytest.mark.parametrize("inside", [True, False])
def test_no_link_is_followed(path: str, inside: bool, dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a parameter
    away = dataset / "away" if inside else dataset.parent / "away"
    (dataset / path).rename(away)
    (dataset / path).symlink_to(away)
    opened: list[str] = []
    monkeypatch.setattr(Folder, "opened", _noting(opened))
    codes = {line for line in found(dataset) if not line.startswith("away")}
    if path == "tables":
        assert codes == {
            f"tables/{table.name}.{end} PIN905" for table in TABLES for end in ("csv", "parquet")
        }
        assert not any(one.startswith("tables") for one in opened)
    else:
        assert codes == {f"{path} PIN905"}
        assert path not in opened


def _noting(opened: list[str]) -> Callable[[Folder, str], BinaryIO]:
    before = Folder.opened

    def note(self: Folder, path: str) -> BinaryIO:
        opened.append(path)
        return before(self, path)

    return note


def test_a_link_that_nothing_lists_is_told_and_not_followed(dataset: Path) -> None:
    (dataset / "images" / "home").symlink_to("/")
    (dataset / "lost").symlink_to("nowhere")
    (dataset / "circle").symlink_to(".")
    assert found(dataset) == {"images/home PIN905", "lost PIN905", "circle PIN905"}


@pytest.mark.parametrize("path", [MANIFEST, DOCUMENTS, QUOTATIONS])
def test_no_pipe_is_opened(path: str, dataset: Path) -> None:
    (dataset / path).unlink()
    os.mkfifo(dataset / path)
    os.mkfifo(dataset / "more")
    wanted = {f"{path} {'PIN901' if path == MANIFEST else 'PIN902'}"}
    assert found(dataset) == (wanted if path == MANIFEST else wanted | {"more PIN904"})


def test_folders_in_place_of_files(dataset: Path) -> None:
    (dataset / DOCUMENTS).unlink()
    (dataset / DOCUMENTS).mkdir()
    shutil.rmtree(dataset / "images")
    (dataset / "images").write_text("no folder")
    lost = next(one.path for one in read_manifest(dataset).files if one.path.startswith("images/"))
    assert found(dataset) == {f"{DOCUMENTS} PIN902", f"{lost} PIN902", "images PIN904"}


def test_a_file_that_changes_meanwhile_is_told(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Folder.opened
    times: list[str] = []

    def vanishing(self: Folder, path: str) -> BinaryIO:
        times.append(path)
        if path == QUOTATIONS and times.count(path) == 3:  # its digest, its columns
            (dataset / path).unlink()
        return before(self, path)

    monkeypatch.setattr(Folder, "opened", vanishing)
    assert f"{QUOTATIONS} PIN903" in found(dataset)


def test_a_dataset_that_is_being_written_has_no_manifest(dataset: Path) -> None:
    (dataset / MANIFEST).unlink()
    (dataset / DOCUMENTS).write_text('{"pincite"', "utf-8")
    assert told(dataset) == ["manifest.json PIN901 there is no manifest.json, which is written last"]


# ---- tables


def test_more_rows_than_the_documents_have_bytes(dataset: Path) -> None:
    table = schema_of(TABLES[3]).empty_table()
    many = (dataset / DOCUMENTS).stat().st_size + 1
    arrays = [
        pa.array([None] * many, one.type) if one.nullable else pa.array(["x"] * many) for one in table.schema
    ]
    put_table(dataset, pa.Table.from_arrays(arrays, schema=table.schema))
    assert [line for line in told(dataset) if QUOTATIONS in line.split(" ")[0]] == [
        f"{QUOTATIONS} PIN906 {QUOTATIONS} says that it has {many} rows, and {DOCUMENTS} has {many - 1} bytes"
    ]


def test_a_group_of_too_many_rows(dataset: Path) -> None:
    schema = schema_of(TABLES[3])
    arrays = [pa.nulls(60_000, one.type) if one.nullable else pa.array(["x"] * 60_000) for one in schema]
    put_table(dataset, pa.Table.from_arrays(arrays, schema=schema))
    assert "a group of it has 60000 rows; there are at most 50000" in told(dataset)[-1]


def test_a_text_that_is_stored_once_for_many_rows(dataset: Path) -> None:
    schema, rows, size = schema_of(TABLES[3]), 2_000, 1 << 20
    text = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), pa.array(["x" * size]))
    arrays = [
        text
        if one.name == "text"
        else pa.nulls(rows, one.type)
        if one.nullable
        else pa.array([str(n) for n in range(rows)])
        for one in schema
    ]
    fields = [one.with_type(text.type) if one.name == "text" else one for one in schema]
    path = dataset / QUOTATIONS
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), path, store_schema=False)
    reseal(dataset, quotations=rows)
    assert path.stat().st_size < 1 << 20
    pool = pa.default_memory_pool()
    before = pool.max_memory() or 0
    assert any("bytes of text; there are at most" in line for line in told(dataset))
    assert (pool.max_memory() or 0) - before < 256 << 20


@pytest.mark.parametrize("cut", [4, 8, 100, 1000])
def test_garbage_in_place_of_a_table(cut: int, dataset: Path) -> None:
    path = dataset / QUOTATIONS
    content = path.read_bytes()
    path.write_bytes(content[:cut] + b"\xff" * cut + content[2 * cut :])
    reseal(dataset)
    assert f"{QUOTATIONS} PIN906" in found(dataset)


@pytest.mark.parametrize("text", [b"\0" * 100, b'"id"\n"\xff\xfe"\n', b'"' * 1000, b"", b"\n" * 1000])
def test_garbage_in_place_of_csv(text: bytes, dataset: Path) -> None:
    (dataset / "tables" / "claims.csv").write_bytes(text)
    reseal(dataset)
    assert {line.replace(":1 ", " ") for line in found(dataset)} == {"tables/claims.csv PIN906"}


def test_a_csv_written_otherwise_with_the_same_cells_is_right(dataset: Path) -> None:
    path = dataset / "tables" / "claims.csv"
    path.write_text(path.read_text("utf-8").replace('"id"', "id", 1), "utf-8", newline="")
    reseal(dataset)
    assert found(dataset) == set()


# ---- documents


@pytest.mark.parametrize(
    "line",
    [b"[" * 100_000, b'{"id": 5}', b"null", b'"\\ud800"', b"\xff", b"\0", b'{"images": 5, "sources": [[]], "article": []}',
     b'{"pincite":"1.0","id":"https://example.org/a","article":{},"images":[{"id":"i","role":"figure","path":"/dev/zero"}]}',
     b'{"pincite":"1.0","id":"https://example.org/a","article":{"text":{"path":"../../secret"}}}'],
)  # fmt: skip
def test_lines_that_are_no_documents(line: bytes, dataset: Path) -> None:
    with (dataset / DOCUMENTS).open("ab") as stream:
        stream.write(line + b"\n")
    reseal(dataset)
    assert any(one.startswith("documents.jsonl:3 ") for one in found(dataset))


def test_nothing_outside_is_read_for_a_document(dataset: Path) -> None:
    secret = dataset.parent / "secret.txt"
    secret.write_text("a secret of the harbour", "utf-8")
    line = {
        "pincite": "1.0",
        "id": "https://example.org/a",
        "article": {"title": "A", "text": {"path": "../secret.txt"}},
        "quotations": [{"id": "q", "text": "a secret of the harbour", "uncited": {"reason": "x"}}],
        "catalogues": ["../secret.bib"],
    }
    with (dataset / DOCUMENTS).open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(line) + "\n")
    reseal(dataset)
    lines = [one for one in told(dataset) if one.startswith("documents.jsonl:3")]
    assert {one.split(" ")[1] for one in lines} == {"PIN905"}


def test_what_a_dataset_says_reaches_no_terminal(dataset: Path, pincite: Pincite) -> None:
    edit_manifest(
        dataset, lambda one: one["files"].append({"path": "../\x1b]0;x\x07", "bytes": 0, "sha256": "0" * 64})
    )
    done = pincite("dataset", "check", str(dataset))
    assert "PIN905" in done.out
    assert "\x1b" not in done.out


# ---- keys of any number


@pytest.mark.parametrize("held", [buckets._HELD, 200])  # noqa: SLF001 - so that few keys are many
def test_keys_meet_whether_they_fit_into_memory_or_not(
    held: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buckets, "_HELD", held)
    keys = Buckets(tmp_path, {7: [0, 1]})
    for start in range(0, 1000, 10):
        keys.add(0, [f"a{number}" for number in range(start, start + 10)])
        keys.add(1, [f"b{number}" for number in range(start, start + 10)])
        keys.add(7, [f"a{999 - start}", f"b{start}", None])
    keys.add(0, ["a500"])
    keys.add(7, ["c1", "c2"])
    met = keys.met(10)
    assert met.repeated == {0: {digest("a500")}}
    assert met.dangling == {7: {digest("c1"), digest("c2")}}
    assert not list(tmp_path.rglob("*.more/*"))


def test_the_time_for_keys_grows_with_their_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buckets, "_HELD", 100_000)  # all of them are divided

    def meet(names: list[str]) -> None:
        keys = Buckets(tmp_path, {1: [0]})
        for start in range(0, len(names), 1000):
            keys.add(0, names[start : start + 1000])
            keys.add(1, reversed(names[start : start + 1000]))
        assert keys.met(1) == ({}, {})

    assert_proportional(meet, lambda size: [str(number) for number in range(size)], 5_000)


def test_the_time_for_circles_grows_with_the_length_of_chains() -> None:
    def chain(size: int) -> dict[bytes, bytes]:
        return {b"%d" % number: b"%d" % (number + 1) for number in range(size)}

    assert_proportional(circles.circling, chain, 20_000)
    assert circles.circling({**chain(50), b"49": b"40"}) == {b"%d" % number for number in range(40, 50)}


def test_equal_keys_do_not_divide_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buckets, "_HELD", 100)
    keys = Buckets(tmp_path, {})
    for _ in range(50):
        keys.add(0, ["same"])
    assert keys.met(10).repeated == {0: {digest("same")}}


def test_no_more_is_told_than_asked_for(tmp_path: Path) -> None:
    keys = Buckets(tmp_path, {7: [0]})
    keys.add(7, [str(number) for number in range(1000)])
    assert len(keys.met(5).dangling[7]) == 6


def test_a_digest_is_that_of_the_key_alone() -> None:
    assert digest("a") != digest("b")
    assert digest("\ud800") == digest("\ud800")
    assert sha256(b"").digest()[:16] != digest("")
