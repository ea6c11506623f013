"""``pincite dataset query``: answers, in every form; what is refused; and that a query reaches nothing but the dataset."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pincite.cli.datasets.answers import FORMATS
from pincite.cli.datasets.answers.values import Screen
from pincite.dataset import Dataset, NoDatasetError
from pincite.dataset import open as open_dataset
from pincite.dataset.building.build import Plan, build
from pincite.dataset.querying.asking import Asking
from pincite.dataset.querying.errors import QueryError
from pincite.reporters.columns import columns
from tests.dataset.harbours import WITHOUT_RULES, built, documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Outcome, Pincite

pytestmark = pytest.mark.usefixtures("unhurried")
ROOT = Path(__file__).resolve().parents[2]
QUERIES = re.findall(r"## (.*?)\n+```sql\n(.*?)```", (ROOT / "docs/queries.md").read_text("utf-8"), re.DOTALL)
BELL = "\x1b[31m\u202ered"
"""What would steer a terminal."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("query") / "it's [a] *", documents(5, 12))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples") / "out"
    named = sorted(
        one.relative_to(ROOT / "examples").as_posix()
        for one in (ROOT / "examples").glob("*/*.pincite.yaml")
        if one.parent.name != "faulty"
    )
    build(Plan(ROOT / "examples", tuple(named), judging=WITHOUT_RULES), folder)
    return folder


@pytest.fixture(scope="module")
def asking(out: Path) -> Iterator[Asking]:
    with Asking(open_dataset(out)) as found:
        yield found


def names_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def run(pincite: Pincite, out: Path, *arguments: str, stdin: bytes = b"") -> Outcome:
    return pincite("dataset", "query", str(out), *arguments, stdin=stdin)


@pytest.mark.parametrize("table", Dataset.tables)
def test_tables_are_those_of_the_dataset(asking: Asking, out: Path, table: str) -> None:
    rows = [tuple(one.values()) for one in open_dataset(out).rows(table)]
    assert list(asking.ask(f"FROM {table}").rows) == rows
    schema, batches = asking.arrow(f"FROM {table}")
    found = pa.Table.from_batches(batches, schema)
    assert [tuple(one.values()) for one in found.to_pylist()] == rows


def test_documents_are_json(asking: Asking, out: Path) -> None:
    found = asking.ask("SELECT id, document FROM documents")
    assert [one.type for one in found.columns] == ["VARCHAR", "VARCHAR"]
    whole = list(open_dataset(out).documents())
    assert [(one, json.loads(str(text))) for one, text in found.rows] == [(one["id"], one) for one in whole]
    titles = asking.ask("SELECT document->>'$.article.title' FROM documents").rows
    assert [one for (one,) in titles] == [one["article"]["title"] for one in whole]


@pytest.mark.parametrize(("title", "sql"), QUERIES, ids=[title for title, _ in QUERIES])
def test_queries_of_the_documentation_have_answers(examples: Path, title: str, sql: str) -> None:
    with Asking(open_dataset(examples)) as asking:
        # all citations of the examples name a place
        assert bool(list(asking.ask(sql).rows)) == (title != "Quotations whose citations name no place")


REFUSED = {
    "": "there is no query",
    "-- nothing": "there is no query",
    "SELECT 1; SELECT 2": "one query at a time",
    "SELECT '\ud800'": "half of a surrogate pair",
    "selec": 'line 1, column 1: syntax error at or near "selec"',
    "FROM\n  tides": "line 2, column 3: Table with name tides does not exist",
    "SELECT " + "1 + " * 100 + "tide FROM articles": "line 1, column 408: Referenced column",
    "SELECT 'é🔔' || tide FROM articles": "line 1, column 16: Referenced column",
    "SELECT cast(title AS int) FROM articles": "line 1, column 8: Could not convert",
    "SELECT error('no\n\x1b[31m')": re.escape("no; \x1b[31m"),
    **{
        sql: f"a dataset is only read: .*, not by {sql.split()[0]}"
        for sql in (
            "CREATE TABLE x AS SELECT 1", "DROP VIEW articles", "INSERT INTO articles VALUES (1)", "COPY (SELECT 1) TO 'FILE'", "ATTACH 'FILE'", "SET threads = 1",
            "LOAD httpfs", "PREPARE p AS SELECT 1", "EXPORT DATABASE 'FILE'", "DETACH memory",
        )
    },
    "INSTALL httpfs": "a dataset is only read",
    "PRAGMA enable_profiling": "a dataset is only read",
    **dict.fromkeys(("EXPLAIN ANALYZE COPY (SELECT 1) TO 'FILE' (use_tmp_file false)", "WITH a AS (COPY (SELECT 1) TO 'FILE' (use_tmp_file false)) FROM a", "FROM 'FILE'", "FROM read_csv('FILE')", "FROM read_text('FILE')", "FROM read_blob('/etc/hostname')", "FROM glob('/*')", "FROM read_parquet('FILE')", "FROM parquet_metadata('FILE')", "FROM read_json('FILE')", "FROM sniff_csv('FILE')", "FROM read_csv('/dev/stdin')", "FROM read_parquet('http://127.0.0.1:9/a')", "SELECT getenv('HOME')", "FROM enable_logging()", "FROM duckdb_secrets()", "FROM sql", "FROM secret"), "file system operations are disabled by configuration|configuration has been locked|does not exist"),
}  # fmt: skip


@pytest.mark.parametrize("sql", REFUSED, ids=lambda one: ascii(one)[:50])
def test_what_cannot_be_asked_is_told_in_one_line(asking: Asking, tmp_path: Path, sql: str) -> None:
    file = tmp_path / "file.parquet"
    pq.write_table(pa.table({"secret": [1]}), file)
    before = file.read_bytes()
    secret = pa.table({"a": [1]})  # a name that stands here is no table
    with pytest.raises(QueryError, match=REFUSED[sql]) as told:
        list(asking.ask(sql.replace("FILE", str(file))).rows)
    assert "\n" not in str(told.value)
    assert file.read_bytes() == before
    assert names_in(tmp_path) == ["file.parquet"]
    assert secret.num_rows == 1


def test_a_query_that_needs_more_than_memory_leaves_nothing(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Asking(open_dataset(out)) as asking:
        assert len(names_in(tmp_path)) == 1
        list(asking.ask("SELECT 1").rows)
    assert names_in(tmp_path) == []


def test_a_table_with_a_fault_is_told(out: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(out, tmp_path / "copy")
    path = copy / "tables" / "quotations.parquet"
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(byte ^ 0xFF for byte in content[60:90])
    path.write_bytes(content)
    with Asking(open_dataset(copy)) as asking, pytest.raises(QueryError, match="quotations"):
        list(asking.ask("FROM quotations").rows)
    path.unlink()
    path.symlink_to(out / "tables" / "quotations.parquet")
    with pytest.raises(NoDatasetError, match="is a link"):
        Asking(open_dataset(copy))


# --- the forms of an answer -------------------------------------------------------------------------------------------

MIXED = (
    "FROM (VALUES (1, 2.50, '=cmd', NULL, ['a', NULL], {'b': DATE '2020-01-02'}, true, 'a|b'), "
    f"(2, 'nan'::double, '', 'two' || chr(10) || 'lines', [], NULL, false, '{BELL}')) "
    'AS t(n, f, said, "none", items, held, yes, "<b>")'
)
FIRST = {"n": 1, "f": 2.5, "said": "=cmd", "none": None, "items": ["a", None], "held": {"b": "2020-01-02"}, "yes": True, "<b>": "a|b"}  # fmt: skip
SECOND = {"n": 2, "f": "nan", "said": "", "none": "two\nlines", "items": [], "held": None, "yes": False, "<b>": BELL}  # fmt: skip


def test_json(pincite: Pincite, out: Path) -> None:
    done = run(pincite, out, MIXED, "--format", "json")
    assert json.loads(done.out) == [FIRST, SECOND]
    assert "\u202e" not in done.out
    assert json.loads(run(pincite, out, "SELECT 1 AS a WHERE false", "--format", "json").out) == []
    lines = run(pincite, out, MIXED, "--format", "jsonl").out
    assert [json.loads(line) for line in lines.splitlines()] == [FIRST, SECOND]


def test_csv(pincite: Pincite, out: Path) -> None:
    done = run(pincite, out, MIXED, "--format", "csv")
    head, *rows = csv.reader(io.StringIO(done.out))
    assert head == list(FIRST)
    assert rows == [
        ["1", "2.5", "'=cmd", "", '["a",null]', '{"b":"2020-01-02"}', "true", "a|b"],
        ["2", "nan", "", "two\nlines", "[]", "", "false", BELL],
    ]
    assert '"","two\nlines"' in done.out
    assert '"\'=cmd",,' in done.out
    assert run(pincite, out, 'SELECT 1 AS "=cmd"', "--format", "csv").out == '"\'=cmd"\n1\n'


def test_markdown(pincite: Pincite, out: Path) -> None:
    head, marks, first, second = run(pincite, out, MIXED, "--format", "markdown").out.splitlines()
    assert head == r"| n | f | said | none | items | held | yes | \<b\> |"
    assert marks == "| ---: | ---: | --- | --- | --- | --- | --- | --- |"
    assert first == r'| 1 | 2.5 | =cmd |  | \["a",null\] | \{"b":"2020-01-02"\} | true | a\|b |'
    assert second.endswith(r"| two lines | \[\] |  | false | \\x1b\[31m\\u202ered |")


def test_table(pincite: Pincite, out: Path) -> None:
    sql = "SELECT 7 AS n, 'tide' AS a, repeat('ab ', 60) AS long, '潮' || chr(10) || 'x' AS b, NULL AS c UNION ALL SELECT 10, NULL, '', '', NULL"
    lines = run(pincite, out, sql).out.splitlines()
    assert lines[0].split() == ["n", "a", "long", "b", "c"]
    assert lines[2].startswith(" 7  tide  ab ab ")
    assert lines[2].endswith("…  潮⏎x  –")
    assert lines[3].startswith("10  –     ")
    assert {columns(line) <= 80 for line in lines} == {True}


def test_many_columns_are_told_one_below_the_other(pincite: Pincite, out: Path) -> None:
    lines = run(pincite, out, "FROM sources ORDER BY id LIMIT 2").out.splitlines()
    assert lines[0] == "row 1"
    assert re.fullmatch("  id +s-[0-9a-f]{32}", lines[1])
    assert "row 2" in lines
    assert max(map(columns, lines)) <= 80


def told(pincite: Pincite, out: Path, columns: dict[str, str]) -> list[str]:
    """Return the lines that tell of two rows with some columns, given as SQL by their names."""
    named = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    return run(pincite, out, f"FROM range(2) SELECT {named}").out.splitlines()


def test_what_is_cut_keeps_what_tells_it_apart(pincite: Pincite, out: Path) -> None:
    address = "'https://example.org/harbours/' || repeat('x', 60) || '/' || range || '#q1'"
    lines = told(pincite, out, {"id": address, "other": address})[2:]
    assert [line.split()[0][:1] for line in lines] == ["…", "…"]
    assert [line.split()[0][-6:] for line in lines] == ["x/0#q1", "x/1#q1"]
    for text, start in (("repeat('some words ', 20)", "some wor"), ("repeat(['x'], 90)", '["x","x"')):
        line = told(pincite, out, {"said": text})[2]
        assert (line[:8], line[-1]) == (start, "…")


def test_where_columns_would_be_too_narrow_rows_are_told_in_lines(pincite: Pincite, out: Path) -> None:
    address = "'https://example.org/harbours/long' || range"
    assert told(pincite, out, dict.fromkeys("abcde", address))[0].split() == [*"abcde"]
    lines = told(pincite, out, dict.fromkeys("abcdef", address))
    assert lines[:2] == ["row 1", "  a  https://example.org/harbours/long0"]
    assert told(pincite, out, dict.fromkeys("abcdefghijkl", "range"))[0].split() == [*"abcdefghijkl"]


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.is_text])
@pytest.mark.parametrize("width", [1, 7, 20, 33, 80])
def test_no_form_steers_a_terminal_or_breaks(name: str, width: int) -> None:
    rows: list[tuple[object, ...]] = [(BELL, "潮" * 50, None, 3, "\t\r\x00")] * 2 + [("", "", 1.5, None, "x")]
    text = "".join(
        FORMATS[name].pieces((BELL, "a", "b", "c", "d"), iter(rows), Screen(width, is_terminal=True))
    )
    assert text.endswith("\n")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)


def test_two_columns_of_one_name(pincite: Pincite, out: Path, tmp_path: Path) -> None:
    for more in (["--format", "json"], ["-o", str(tmp_path / "a.parquet")]):
        done = run(pincite, out, "SELECT 1 AS a, 2 AS a", *more)
        assert (done.status, done.err) == (
            2,
            "pincite: two columns are called 'a'; give one of them another name: AS other\n",
        )
    assert run(pincite, out, "SELECT 1 AS a, 2 AS a", "--format", "csv").out == '"a","a"\n1,2\n'
    assert names_in(tmp_path) == []


def test_rows_are_capped_for_people_alone(pincite: Pincite, out: Path) -> None:
    sql = "FROM range(101)"
    done = run(pincite, out, sql)
    assert (len(done.out.splitlines()), done.err) == (
        102,
        "there are more than these 100 rows; --rows 0 for all\n",
    )
    for more, lines in ((["--rows", "0"], 103), (["--rows", "101"], 103), (["--format", "csv"], 102)):
        done = run(pincite, out, sql, *more)
        assert (len(done.out.splitlines()), done.err) == (lines, "")


@pytest.mark.parametrize(
    ("form", "ending"),
    [*((name, each) for name, one in FORMATS.items() for each in one.endings), ("table", ".txt")],
)
def test_files_are_written_as_they_end(
    pincite: Pincite, out: Path, tmp_path: Path, form: str, ending: str
) -> None:
    file = tmp_path / f"answer{ending.upper()}"
    assert run(pincite, out, "SELECT id FROM articles", "-o", str(file)).out == ""
    if form == "parquet":
        assert pq.read_table(file).column("id").to_pylist() == [one["id"] for one in pincite_rows(out)]
    else:
        assert file.read_text("utf-8") == run(pincite, out, "SELECT id FROM articles", "--format", form).out


def test_formats_are_those_that_there_are(pincite: Pincite, out: Path, tmp_path: Path) -> None:
    assert {"." + one for one in ("csv", "json", "jsonl", "ndjson", "md", "parquet")} == {
        each for one in FORMATS.values() for each in one.endings
    }
    for name in FORMATS:
        done = run(pincite, out, "SELECT 1 AS a", "--format", name, "-o", str(tmp_path / name))
        assert (done.status, done.err) == (0, ""), name
    done = run(pincite, out, "SELECT 1", "--format", "xml")
    assert (done.status, done.err) == (
        2,
        f"pincite: --format: no format is called 'xml'; there are: {', '.join(FORMATS)}\n",
    )


def test_an_ending_that_tells_no_format_is_asked_about(pincite: Pincite, out: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.xyz"
    for what in ("SELECT 1 AS a", "--tables", "--schema"):
        done = run(pincite, out, what, "-o", str(file))
        assert (done.status, names_in(tmp_path)) == (2, [])
        assert "answer.xyz: no answer has a file of this kind, but .csv, .json, " in done.err
    assert run(pincite, out, "SELECT 1 AS a", "-o", str(file), "--format", "csv").status == 0
    assert file.read_text("utf-8") == '"a"\n1\n'


def pincite_rows(out: Path) -> list[dict[str, object]]:
    return [dict(one) for one in open_dataset(out).rows("articles", ["id"])]


@pytest.mark.parametrize("what", ["SELECT 1 AS a", "--tables", "--schema"])
def test_no_answer_goes_into_the_dataset(pincite: Pincite, out: Path, tmp_path: Path, what: str) -> None:
    (tmp_path / "other").symlink_to(out)
    before = names_in(out)
    for name in ("a.csv", "manifest.json"):
        target = str(tmp_path / "other" / name)
        done = run(pincite, out, what, "-o", target)
        told = f"pincite: --output: {target} would lie in the dataset, which has its own files alone\n"
        assert (done.status, done.err) == (2, told)
    assert names_in(out) == before


def test_a_query_that_fails_leaves_the_file_as_it_was(pincite: Pincite, out: Path, tmp_path: Path) -> None:
    for ending in ("csv", "parquet"):
        file = tmp_path / f"answer.{ending}"
        file.write_bytes(b"before")
        late = "SELECT CASE WHEN range = 90000 THEN error('late') ELSE 'a' END AS a FROM range(100000)"
        done = run(pincite, out, late, "-o", str(file))
        assert (done.status, done.err) == (2, "pincite: late\n")
        assert file.read_bytes() == b"before"
    assert len(names_in(tmp_path)) == 2
    done = run(pincite, out, "SELECT 1", "-o", str(tmp_path / "none" / "a.csv"))
    assert (done.status, done.err) == (
        2,
        f"pincite: cannot write {tmp_path}/none/a.csv: no such file or directory\n",
    )


# --- calls ------------------------------------------------------------------------------------------------------------


def test_tables_and_schema_tell_everything(pincite: Pincite, out: Path) -> None:
    told = json.loads(run(pincite, out, "--tables", "--format", "json").out)
    assert [one["table"] for one in told] == [*Dataset.tables, "documents"]
    assert told[0] == {"table": "articles", "rows": 12, "description": "The articles, each with the document that describes it."}  # fmt: skip
    columns_told = json.loads(run(pincite, out, "--schema", "--format", "json").out)
    with Asking(open_dataset(out)) as asking:
        real = [
            (table, name, kind)
            for table in (*Dataset.tables, "documents")
            for name, kind, *_ in asking.ask(f"DESCRIBE {table}").rows
        ]
    assert [(one["table"], one["column"], one["type"]) for one in columns_told] == real
    assert all(one["description"].endswith(".") for one in columns_told)
    for option in ("--tables", "--schema"):
        lines = run(pincite, out, option).out.splitlines()
        assert max(map(len, lines)) <= 80
        assert lines[0].startswith("table")
    help_ = " ".join(pincite("dataset", "query", "--help").out.split())
    assert [one for one in (*Dataset.tables, "documents") if one not in help_] == []


def test_calls_that_are_wrong(pincite: Pincite, out: Path, tmp_path: Path) -> None:
    wrong = {
        (str(out),): "give one query",
        (str(out), "SELECT 1", "--tables"): "give one query",
        (str(out), "SELECT 1", "--format", "parquet"): "name a file: -o FILE.parquet",
        (str(out), "--tables", "--format", "parquet"): "table, csv, json, jsonl, markdown",
        (str(tmp_path), "SELECT 1"): "is no dataset",
        (str(tmp_path / "none"), "--schema"): "there is no folder",
        (str(out), "selec"): "line 1, column 1: syntax error",
        (str(out), f"SELECT error('{BELL}')"): "\\x1b[31m\\u202ered",
    }
    for arguments, told in wrong.items():
        done = pincite("dataset", "query", *arguments)
        assert (done.status, done.out) == (2, "")
        assert told in done.err
        assert len(done.err.splitlines()) == 1
    done = run(pincite, out, "-", stdin=b"\xff")
    assert (done.status, done.err) == (2, "pincite: standard input: byte 0xff is not UTF-8\n")


def test_a_query_from_standard_input(pincite: Pincite, out: Path) -> None:
    assert run(pincite, out, "-", "--format", "csv", stdin=b"SELECT 1 AS a;\n").out == '"a"\n1\n'


@pytest.mark.skipif(os.name == "nt", reason="signals of another kind")
def test_an_interrupt_ends_a_query(out: Path, tmp_path: Path) -> None:
    sql = "SELECT max(hash(range)) FROM range(1000000000000)"
    place = tmp_path / "temporary"
    place.mkdir()
    child = subprocess.Popen(
        [sys.executable, "-m", "pincite", "dataset", "query", str(out), sql, "-o", str(tmp_path / "a.csv")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(place)},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    for _ in range(600):
        if any(place.iterdir()):
            break
        time.sleep(0.05)
    time.sleep(0.3)
    child.send_signal(signal.SIGINT)
    assert child.communicate(timeout=30)[0] == b""
    assert child.returncode == 130
    assert names_in(tmp_path) == ["temporary"]
    assert names_in(place) == []
