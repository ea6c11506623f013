"""``--write-baseline`` and ``--baseline``: known findings are counted, new ones told, gone ones noted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from pincite import convert
from pincite.export import write
from pincite.schemas import schema

if TYPE_CHECKING:
    from tests.conftest import PinciteInside

HEAD = 'pincite: "1.0"\narticle: {title: The harbour clock}\n'
DOCUMENT = HEAD + "sources:\n  - {id: log, type: book, title: Log}\n  - {id: two, type: book, title: Tides}\n"
ARTICLE = (
    "The harbour clock\nby Ines Marrow\n2 April 2019\n\nThe keeper wrote of a quiet night:\n\n"
    "“The tide turned at six.” (Day Book, Jonas Pell, 1871)\n\nOthers saw more of it:\n\n"
    "“The lamp went out.” (Night Book, Jonas Pell, 1872, p. 4)\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def lines_of(pincite_inside: PinciteInside, *arguments: str) -> list[str]:
    return pincite_inside("check", "--ignore", "PIN303", "--format", "concise", *arguments).out.splitlines()


def summary_of(pincite_inside: PinciteInside, *arguments: str) -> object:
    done = pincite_inside("check", "--ignore", "PIN303", "--format", "json", *arguments)
    return json.loads(done.out)["summary"].get("suppressed")


def test_known_findings_are_counted_and_new_ones_told(here: Path, pincite_inside: PinciteInside) -> None:
    put("a.pincite.yaml", DOCUMENT)
    written = pincite_inside("check", "--ignore", "PIN303", "--write-baseline", "base.json", "a.pincite.yaml")
    assert (written.status, written.err) == (0, ""), here
    assert written.out == ("1 file, 0 quotations, 0 citations: no findings\nnot told: 6 in the baseline\n")
    put(
        "a.pincite.yaml",
        HEAD
        + "annotation: {method: mixed}\n\nsources:\n  - {id: new, type: book, title: Lamps}\n"
        + DOCUMENT.partition("sources:\n")[2],
    )
    assert lines_of(pincite_inside, "--baseline", "base.json", "a.pincite.yaml") == [
        f"a.pincite.yaml:6:5: PIN{number} book 'new' has no {what}"
        for number, what in ((106, "date"), (107, "author"), (108, "publisher"))
    ]
    assert summary_of(pincite_inside, "--baseline", "base.json", "a.pincite.yaml") == {
        "ignored": 0,
        "baselined": 6,
        "unmatched": 0,
    }


def test_the_counts_keep_to_the_schema_of_the_report(here: Path, pincite_inside: PinciteInside) -> None:
    put("a.pincite.yaml", DOCUMENT)
    done = pincite_inside("check", "--format", "json", "--write-baseline", "base.json", "a.pincite.yaml")
    assert json.loads(done.out)["summary"]["suppressed"]["baselined"] > 3, here
    assert list(Draft202012Validator(schema("report")).iter_errors(json.loads(done.out))) == []


def test_a_baseline_is_readable_and_sorted(here: Path, pincite_inside: PinciteInside) -> None:
    put("b/a.pincite.yaml", DOCUMENT)
    put("a.pincite.yaml", DOCUMENT)
    pincite_inside("check", "--write-baseline", "base.json", ".")
    data = json.loads((here / "base.json").read_text("utf-8"))
    assert data["version"] == "1.0"
    entries = [(one["path"], one["code"], one["message"]) for one in data["findings"]]
    assert entries == sorted(entries)
    assert ("b/a.pincite.yaml", "PIN108", "book 'log' has no publisher") in entries
    before = (here / "base.json").read_bytes()
    pincite_inside("check", "--write-baseline", "base.json", "b", "a.pincite.yaml")
    assert (here / "base.json").read_bytes() == before


def test_a_baseline_is_the_same_from_any_folder(
    here: Path, pincite_inside: PinciteInside, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("deep/a.pincite.yaml", DOCUMENT)
    pincite_inside("check", "--write-baseline", "base.json", ".")
    monkeypatch.chdir(here / "deep")
    done = pincite_inside("check", "--baseline", "../base.json", "a.pincite.yaml")
    assert done.status == 0
    assert "not told: " in done.out


def test_mended_findings_are_noted_once(here: Path, pincite_inside: PinciteInside) -> None:
    put("a.pincite.yaml", DOCUMENT)
    put("b.pincite.yaml", DOCUMENT)
    put("c.pincite.yaml", DOCUMENT)
    pincite_inside("check", "--ignore", "PIN303", "--write-baseline", "base.json", ".")
    put("a.pincite.yaml", DOCUMENT.replace("title: Log", "title: Log, date: '1871'"))
    (here / "c.pincite.yaml").unlink()
    done = pincite_inside("check", "--ignore", "PIN303", "--baseline", "base.json", "a.pincite.yaml")
    assert done.out == (
        "1 file, 0 quotations, 0 citations: no findings\n"
        "not told: 5 in the baseline\n"
        "7 entries of the baseline match nothing any more; --write-baseline makes it anew\n"
    )
    assert done.status == 0


def test_of_two_alike_each_counts_once(here: Path, pincite_inside: PinciteInside) -> None:
    put("a.pincite.yaml", DOCUMENT.replace("Tides", "Log"))
    pincite_inside("check", "--ignore", "PIN303", "--write-baseline", "base.json", ".")
    assert lines_of(pincite_inside, "--baseline", "base.json", ".") == [], here
    put("a.pincite.yaml", DOCUMENT.replace("Tides", "Log") + "  - {id: three, type: book, title: Log}\n")
    told = lines_of(pincite_inside, "--baseline", "base.json", ".")
    assert [line.split(": ")[1][:6] for line in told] == ["PIN106", "PIN107", "PIN108", "PIN317"]


def test_an_article_may_be_converted_anew(here: Path, pincite_inside: PinciteInside) -> None:
    put("a.pincite.yaml", write(convert(ARTICLE), "yaml"))
    first = pincite_inside("check", "--write-baseline", "base.json", "a.pincite.yaml")
    assert "in the baseline" in first.out, here
    more = ARTICLE.replace(
        "The keeper", "At noon she wrote:\n\n“The bell rang.” (Bell Book, Ada Fenn, 1870, p. 2)\n\nThe keeper"
    )
    put("a.pincite.yaml", write(convert(more), "yaml"))
    again = pincite_inside("check", "--baseline", "base.json", "--format", "json", "a.pincite.yaml")
    report = json.loads(again.out)
    assert report["findings"]
    assert report["summary"]["suppressed"]["baselined"] >= 3
    assert all("Bell" in one["message"] or "bell" in one["message"] for one in report["findings"]), report[
        "findings"
    ]
    assert report["summary"]["suppressed"]["unmatched"] == 0


def test_an_article_has_a_baseline_too(here: Path, pincite_inside: PinciteInside) -> None:
    put("old/a.txt", ARTICLE)
    pincite_inside("check", "--articles", "--write-baseline", "base.json", "old")
    put(
        "old/a.txt",
        ARTICLE.replace("2 April 2019\n", "2 April 2019\n\nThe harbour had a clock in those days.\n"),
    )
    assert lines_of(pincite_inside, "--articles", "--baseline", "base.json", "old") == [], here


def test_the_configuration_names_a_baseline(here: Path, pincite_inside: PinciteInside) -> None:
    put("deep/a.pincite.yaml", DOCUMENT)
    put("pincite.toml", 'baseline = "known/base.json"')
    (here / "known").mkdir()
    assert pincite_inside("check", "deep").status == 2
    pincite_inside("check", "--write-baseline", "known/base.json", "deep")
    assert lines_of(pincite_inside, "deep") == []
    assert len(lines_of(pincite_inside, "--isolated", "deep")) == 6


def test_what_keeps_a_file_from_being_judged_is_never_known(
    here: Path, pincite_inside: PinciteInside
) -> None:
    put("a.pincite.yaml", "a: [")
    put("b.pincite.yaml", DOCUMENT)
    written = pincite_inside("check", "--format", "concise", "--write-baseline", "base.json", ".")
    assert written.status == 1
    assert written.out.count("\n") == 1
    assert "a.pincite.yaml" not in (here / "base.json").read_text("utf-8")
    assert pincite_inside("check", "--baseline", "base.json", ".").status == 1


def test_records_of_one_file_are_counted_through(here: Path, pincite_inside: PinciteInside) -> None:
    record = '{"pincite": "1.0", "article": {"title": "T"}, "sources": [{"id": "a", "type": "book", "title": "Log"}]}\n'
    put("a.pincite.jsonl", record * 3)
    pincite_inside("check", "--write-baseline", "base.json", ".")
    assert lines_of(pincite_inside, "--baseline", "base.json", ".") == [], here


BROKEN = {
    "not there": (None, "base.json: cannot read the baseline: no such file or directory"),
    "not JSON": ("{\n x", "base.json:2: this is not a baseline: it is not JSON"),
    "bytes": ("\udcff", "base.json: this is not a baseline: it is not JSON"),
    "something else": ("[]", "base.json: this is not a baseline; --write-baseline makes one"),
    "newer": (
        '{"version": "9", "findings": []}',
        "base.json: this Pincite reads baselines of version 1.0; write it anew",
    ),
    "an entry without a code": (
        '{"version": "1.0", "findings": [{"path": "a"}]}',
        "base.json: entry 1 of this baseline lacks one of path, code, message, fingerprint",
    ),
    "deep": ("[" * 100_000, "base.json: this is not a baseline: it is not JSON"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_baseline_is_a_wrong_call(name: str, here: Path, pincite_inside: PinciteInside) -> None:
    content, complaint = BROKEN[name]
    put("a.pincite.yaml", DOCUMENT)
    if content is not None:
        (here / "base.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    done = pincite_inside("check", "--baseline", "base.json", "a.pincite.yaml")
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {complaint}\n")


def test_a_baseline_that_cannot_be_written_is_told(here: Path, pincite_inside: PinciteInside) -> None:
    put("a.pincite.yaml", DOCUMENT)
    done = pincite_inside("check", "--write-baseline", "none/base.json", "a.pincite.yaml")
    assert (done.status, done.out) == (2, ""), here
    assert done.err.startswith("pincite: ")


def test_writing_a_baseline_keeps_what_it_says_of_other_files(
    here: Path, pincite_inside: PinciteInside
) -> None:
    put("a.pincite.yaml", DOCUMENT)
    put("b.pincite.yaml", DOCUMENT)
    put("gone.pincite.yaml", DOCUMENT)
    pincite_inside("check", "--write-baseline", "base.json", ".")
    (here / "gone.pincite.yaml").unlink()
    pincite_inside("check", "--write-baseline", "base.json", "a.pincite.yaml")
    paths = {one["path"] for one in json.loads((here / "base.json").read_text("utf-8"))["findings"]}
    assert paths == {"a.pincite.yaml", "b.pincite.yaml"}
    assert lines_of(pincite_inside, "--baseline", "base.json", ".") == []


def test_what_is_no_baseline_is_not_written_over(here: Path, pincite_inside: PinciteInside) -> None:
    put("a.pincite.yaml", DOCUMENT)
    put("notes.json", '{"mine": 1}')
    done = pincite_inside("check", "--write-baseline", "notes.json", "a.pincite.yaml")
    assert (done.status, done.out) == (2, "")
    assert "this is not a baseline" in done.err
    assert (here / "notes.json").read_text("utf-8") == '{"mine": 1}'
