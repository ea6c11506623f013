"""Documents and datasets that somebody made to do harm, or by mistake: told in a line, and nothing is lost on the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pincite.dataset import open as open_dataset
from pincite.dataset.querying.asking import Asking
from pincite.dataset.querying.errors import QueryError
from tests.dataset.harbours import built, column, documents, written

if TYPE_CHECKING:
    from pathlib import Path

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
        assert told.startswith("harbours.pincite.jsonl:2:")
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


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("hostile") / "out", documents(5, 6))


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
