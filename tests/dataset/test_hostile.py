"""Documents and datasets that somebody made to do harm, or by mistake: told in a line, and nothing is lost on the way."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from pincite.dataset import open as open_dataset
from pincite.dataset.checking.check import check_dataset
from pincite.dataset.package.layout import DOCUMENTS
from pincite.dataset.querying.asking import Asking
from pincite.dataset.querying.errors import QueryError
from tests.dataset.checked import edit_manifest, relist
from tests.dataset.harbours import built, column, documents, written

if TYPE_CHECKING:
    from pincite.model.json_value import JsonObject
    from tests.conftest import Pincite

pytestmark = pytest.mark.usefixtures("unhurried")


def _built(pincite: Pincite, folder: Path, found: list[JsonObject], *options: str) -> tuple[int, str]:
    """Build a dataset of documents as a call does, and return the status and what was told."""
    written(folder / "of", found)
    done = pincite("dataset", "build", "of", "-o", "out", "--no-check", *options, cwd=folder)
    return done.status, done.err


class TestNumbers:
    """Numbers that no column can hold."""

    @pytest.mark.parametrize("number", [2**63, 10**30, 1e300])
    def test_leave_their_document_out(self, tmp_path: Path, pincite: Pincite, number: float) -> None:
        found = documents(6, 4)
        found[1]["images"] = [{"id": "i1", "role": "figure", "url": "https://example.org/i", "width": number}]
        status, told = _built(pincite, tmp_path, found)
        assert status == 1
        assert told.startswith("of/harbours.pincite.jsonl:2:")
        assert "PIN006" in told
        assert "'width' of the table of images" in told
        assert len(column(tmp_path / "out", "articles", "id")) == 3
        (finding,) = (
            json.loads(line) for line in (tmp_path / "out" / "findings.jsonl").read_text().splitlines()
        )
        assert finding["pointer"] == "/images/0/width"
        assert len(list(open_dataset(tmp_path / "out").documents())) == 3

    def test_of_64_bits_go_in(self, tmp_path: Path, pincite: Pincite) -> None:
        found = documents(6, 2)
        found[1]["images"] = [
            {"id": "i1", "role": "figure", "url": "https://example.org/i", "width": 2**63 - 1, "height": 3.0}
        ]
        assert _built(pincite, tmp_path, found) == (0, "")
        assert 2**63 - 1 in column(tmp_path / "out", "images", "width")


class TestNames:
    """Ids that no dataset can keep."""

    IDS = {  # noqa: RUF012 - no test changes it
        "https://example.org/a\u202eb": "https://example.org/a%E2%80%AEb",
        f"https://example.org/{'a' * 1000}": "urn:uuid:",
        "schema:bells": "SCHEMA:bells",
    }

    def test_what_a_document_is_called_is_told(self, tmp_path: Path, pincite: Pincite) -> None:
        found = documents(6, 4)
        for one, name in zip(found, [*self.IDS, "https://example.org/a%20b"], strict=True):
            one["id"] = name
        status, _ = _built(pincite, tmp_path, found)
        assert status == 0
        names = column(tmp_path / "out", "articles", "id")
        told = [json.loads(line) for line in (tmp_path / "out" / "findings.jsonl").read_text().splitlines()]
        assert [(one["code"], one["severity"], one["line"], one["pointer"]) for one in told] == [
            ("PIN914", "warning", line, "/id") for line in (1, 2, 3)
        ]
        for finding, called, wanted in zip(told, names, self.IDS.values(), strict=False):
            assert finding["message"].startswith(f"the document is called '{called}' here: its id has ")
            assert str(called).startswith(wanted)

    def test_is_not_told_where_nobody_asks_or_nothing_is_changed(
        self, tmp_path: Path, pincite: Pincite
    ) -> None:
        found = documents(6, 4)
        found[0]["id"] = next(iter(self.IDS))
        found[1].pop("id", None)
        assert _built(pincite, tmp_path, found, "--ignore", "PIN914") == (0, "")
        assert not (tmp_path / "out" / "findings.jsonl").read_text()
        done = pincite("dataset", "merge", "out", "-o", "merged", cwd=tmp_path)
        assert (done.status, done.err) == (0, "")
        assert not (tmp_path / "merged" / "findings.jsonl").read_text()


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("hostile") / "out", documents(5, 6))


@pytest.fixture
def copy(out: Path, tmp_path: Path) -> Path:
    return Path(copytree(out, tmp_path / "copy"))


class TestManifests:
    """Manifests that do not say what they should."""

    @pytest.mark.parametrize(
        ("member", "value"),
        [
            ("files", [1, 2]),
            ("files", [{"path": "a", "bytes": "7", "sha256": "0" * 64}]),
            ("files", [{"path": ["a"], "bytes": 7, "sha256": "0" * 64}]),
            ("counts", {"articles": -1}),
            ("counts", {"articles": "7"}),
            ("counts", {"articles": 10**400}),
            ("counts", {"articles": True}),
            ("tool", {}),
        ],
    )
    def test_are_refused_by_all_commands(
        self, copy: Path, pincite: Pincite, member: str, value: object
    ) -> None:
        edit_manifest(copy, lambda one: one.update({member: value}))
        for command in ("stats", "check"):
            done = pincite("dataset", command, str(copy))
            assert done.status == (2 if command == "stats" else 1)
            assert (
                "is not the manifest of a dataset" if command == "stats" else "PIN901"
            ) in done.out + done.err
            assert max(map(len, (done.out + done.err).splitlines())) < 600

    def test_of_several_faults_the_first_by_its_place_is_told(self, copy: Path) -> None:
        edit_manifest(
            copy,
            lambda one: one.update(
                tool={"x": 1, "name": 2}, counts={"b": -1, "a": -1, "c" * 900: -1}, about=[]
            ),
        )
        (told,) = (one.message for one in check_dataset(str(copy)).findings)
        assert "schema.json: $.about: [] is not of type 'object'" in told
        edit_manifest(copy, lambda one: one.update(about={}, counts={"c" * 900: -1}))
        (told,) = (one.message for one in check_dataset(str(copy)).findings)
        assert len(told) < 500


def _changed(folder: Path, *, line: int, old: str, new: str) -> None:
    """Change a line of the documents, and what the manifest says of the file."""
    lines = (folder / DOCUMENTS).read_text("utf-8").splitlines(keepends=True)
    assert old in lines[line]
    lines[line] = lines[line].replace(old, new, 1)
    (folder / DOCUMENTS).write_text("".join(lines), "utf-8")
    relist(folder, DOCUMENTS)


class TestMadeOfOthers:
    """Datasets that are made of such as were changed by hand."""

    COMMANDS = (
        ("sample", "copy", "-n", "6", "-o", "new"),
        ("split", "copy", "--by", "article", "--part", "a=0.5", "--part", "b=0.5", "-o", "new"),
    )

    @pytest.mark.parametrize("command", [*COMMANDS, ("merge", "copy", "-o", "new"), ("diff", "copy", "copy")])
    def test_a_manifest_that_was_edited(self, copy: Path, pincite: Pincite, command: tuple[str, ...]) -> None:
        path = copy / "manifest.json"
        path.write_text(path.read_text("utf-8").replace('"articles": 6', '"articles": 5'), "utf-8")
        before = sorted(copy.parent.rglob("*"))
        done = pincite("dataset", *command, cwd=copy.parent)
        assert (done.status, done.err.count("\n")) == (2, 1)
        assert "manifest.json is not the one that was written" in done.err
        assert sorted(copy.parent.rglob("*")) == before

    @pytest.mark.parametrize("fault", ["no document", "one twice", "one more", "one less"])
    @pytest.mark.parametrize("command", COMMANDS)
    def test_no_document_is_lost(
        self, copy: Path, pincite: Pincite, command: tuple[str, ...], fault: str
    ) -> None:
        lines = (copy / DOCUMENTS).read_bytes().splitlines(keepends=True)
        if fault == "no document":
            lines[3] = lines[3].replace(b'"sources":[', b'"sources":[7,')
        elif fault == "one twice":
            lines[3] = lines[2]
        else:
            lines = [*lines, lines[0]] if fault == "one more" else lines[1:]
        (copy / DOCUMENTS).write_bytes(b"".join(lines))
        relist(copy, DOCUMENTS)
        before = sorted(copy.parent.rglob("*"))
        done = pincite("dataset", *command, cwd=copy.parent)
        assert (done.status, done.err.count("\n")) == (2, 1)
        assert "the dataset is damaged" in done.err
        assert sorted(copy.parent.rglob("*")) == before

    def test_a_difference_is_seen_though_nothing_tells_of_it(
        self, out: Path, copy: Path, pincite: Pincite
    ) -> None:
        _changed(
            copy, line=2, old='"pincite":"1.0"', new='"pincite":"1.0","custom":{"https://example.org/a":1}'
        )
        done = pincite("dataset", "diff", str(out), str(copy))
        assert (done.status, done.err) == (1, "")
        assert "1 changed" in done.out

    @pytest.mark.parametrize("path", [DOCUMENTS, "inputs.jsonl", "tables/claims.parquet"])
    def test_no_damaged_dataset_is_compared(self, out: Path, copy: Path, pincite: Pincite, path: str) -> None:
        (copy / path).write_bytes((copy / path).read_bytes() + b"\n")
        done = pincite("dataset", "diff", str(out), str(copy))
        assert (done.status, done.err.count("\n")) == (2, 1)
        assert f"{path} is not the file that the manifest tells of" in done.err


@pytest.mark.parametrize("content", [b"bells\n", b"[]\n", b"[" * 100_000 + b"\n", b"\n", b"\xff\n"])
@pytest.mark.parametrize("format_", ["table", "parquet"])
def test_a_line_that_is_no_document_is_told_where_it_is_asked(
    copy: Path, pincite: Pincite, content: bytes, format_: str
) -> None:
    lines = (copy / DOCUMENTS).read_bytes().splitlines(keepends=True)
    (copy / DOCUMENTS).write_bytes(b"".join([*lines, content]))
    options = () if format_ == "table" else ("-o", "a.parquet")
    done = pincite("dataset", "query", "copy", "SELECT * FROM documents", *options, cwd=copy.parent)
    assert done.status == 2
    assert re.fullmatch(r"pincite: copy/documents\.jsonl:7 is no (JSON|document)\n", done.err)
    assert not (copy.parent / "a.parquet").exists()
    done = pincite("dataset", "query", "copy", "SELECT count(*) AS number FROM articles", cwd=copy.parent)
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize(
    ("searched", "out"),
    [("in", "in"), ("in", "in/"), ("in", "."), ("in", ""), ("in/of", "in"), (".", ""), ("in", "link")],
)
def test_no_dataset_is_built_where_its_documents_are(
    tmp_path: Path, pincite: Pincite, searched: str, out: str
) -> None:
    written(tmp_path / "in" / "of", documents(5, 1))
    (tmp_path / "link").symlink_to("in")
    before = sorted(tmp_path.rglob("*"))
    done = pincite("dataset", "build", searched, "-o", out, cwd=tmp_path)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert f"is {searched}, which is searched, or holds it" in done.err
    assert sorted(tmp_path.rglob("*")) == before


class TestAnswers:
    """Values that Python has no form for, and files none."""

    @pytest.mark.parametrize("format_", ["table", "csv", "json", "jsonl", "markdown"])
    def test_times_are_told_as_duckdb_tells_them(self, out: Path, pincite: Pincite, format_: str) -> None:
        done = pincite("dataset", "query", str(out), _TIMES, "--format", format_)
        assert (done.status, done.err) == (0, "")
        for words in (
            "1 month",
            "1 year",
            "infinity",
            "-infinity",
            "5001-01-01 (BC)",
            "00:00:00.123456789",
            "24:00:00",
            "2 days",
        ):
            assert words in done.out
        assert "9999" not in done.out

    def test_in_lists_and_structures_too(self, out: Path) -> None:
        with Asking(open_dataset(out)) as asking:
            found = asking.ask(_NESTED)
            assert list(found.rows) == [
                (["infinity"], {"DATE": "infinity", "n": 3}, {"1 month": 1}, "2020-01-02", 2)
            ]
            assert [one.type for one in found.columns][:2] == ["DATE[]", "STRUCT(DATE DATE, n INTEGER)"]
            assert list(asking.ask("PIVOT (SELECT 'a' k, DATE 'infinity' v) ON k USING first(v)").rows) == [
                ("infinity",)
            ]
            assert [one.name for one in found.columns] == ["l", "s", "m", "y", "y"]

    def test_a_fault_while_times_are_worked_out_is_told_in_a_line(self, out: Path) -> None:
        with (
            Asking(open_dataset(out)) as asking,
            pytest.raises(QueryError, match="invalid date field format") as told,
        ):
            list(
                asking.ask("SELECT CAST(title || x AS DATE) FROM articles, (VALUES ('2020-13-45')) t(x)").rows
            )
        assert "\n" not in str(told.value)

    @pytest.mark.parametrize("value", ["INTERVAL 1 year", "{'a': INTERVAL 1 year}", "union_value(k := 1)"])
    def test_what_parquet_has_no_form_for_is_told(
        self, out: Path, pincite: Pincite, tmp_path: Path, value: str
    ) -> None:
        done = pincite(
            "dataset", "query", str(out), f"SELECT 1 AS x, {value} AS y", "-o", "a.parquet", cwd=tmp_path
        )
        assert (done.status, done.err.count("\n")) == (2, 1)
        assert "no form for the column 'y'" in done.err
        assert not list(tmp_path.iterdir())


_TIMES = (
    "SELECT INTERVAL 1 month a, INTERVAL 1 year b, INTERVAL 2 days c, DATE 'infinity' d, DATE '-infinity' e, DATE '-5000-01-01' f, "
    "TIMESTAMP 'infinity' g, TIMESTAMP_NS '2020-01-01 00:00:00.123456789' h, TIME '24:00:00' i"
)
_NESTED = "SELECT [DATE 'infinity'] l, {'DATE': DATE 'infinity', 'n': 3} s, MAP {INTERVAL 1 month: 1} m, DATE '2020-01-02' y, 2 y"
