"""What holds of every format: the same input gives the same bytes, no text of a document gets out of it, and time grows with the findings.

``pytest --update`` writes what is in ``expected`` anew.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from pincite import __version__
from pincite.model.finding import Finding
from pincite.model.report import FileCount, Report, Skipped
from pincite.reporters import DEFAULT, FORMATS, format_for
from pincite.reporters.statistics import statistics
from pincite.reporters.summary import MOST, summary
from tests.growth import assert_proportional
from tests.reporters.made import HOSTILE, few, many, rendered, reports

if TYPE_CHECKING:
    from tests.conftest import PinciteInside

HERE = Path(__file__).parent
PRINTED = [*FORMATS, "statistics"]
ABSENT = "gone.pincite.yaml"
# every control character but the line end, and what turns, hides or breaks text
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


@pytest.mark.parametrize("name", PRINTED)
def test_a_faulty_folder_is_told_as_before(
    name: str,
    pincite_inside: PinciteInside,
    monkeypatch: pytest.MonkeyPatch,
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    monkeypatch.chdir(HERE / "folder")
    options = ["--statistics"] if name == "statistics" else ["--format", name]
    done = pincite_inside("check", *options, ".", ABSENT)
    told = done.out.replace(f'ersion": "{__version__}"', 'ersion": "0.0.0"')
    told = re.sub(
        r'("help": {\n *"text": ).*(\n *"markdown": ).*', r'\1"…",\2"…"', told
    )  # pages of docs/rules
    expected = HERE / "expected" / f"{name}.txt"
    if update:
        expected.write_text(told, "utf-8", newline="\n")
    assert told == expected.read_text("utf-8")
    assert (done.status, done.err) == (1, "")


def test_nothing_is_expected_of_formats_that_are_none() -> None:
    assert {path.stem for path in (HERE / "expected").iterdir()} == set(PRINTED)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert rendered(name, many(400)) == rendered(name, many(400))


@few
@given(reports())
def test_nothing_unsafe_gets_out(made: Report) -> None:
    for name in FORMATS:
        text = rendered(name, made)
        assert UNSAFE.search(text) is None, name
        assert text == "" or text.endswith("\n"), name


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_paths_messages_and_reasons_are_safe(name: str, text: str) -> None:
    found = Finding(text, "PIN101", "quotation-uncited", "error", text, text)
    told = rendered(name, Report((found,), (FileCount(text, 0, 0, 1),), (Skipped("*", text, text),)))
    assert UNSAFE.search(told) is None
    assert len(told) < 20_000 + 12 * len(text)


@pytest.mark.parametrize("name", FORMATS)
def test_time_grows_with_the_findings(name: str) -> None:
    assert_proportional(lambda made: rendered(name, made), many, 1000)


@pytest.mark.parametrize("name", FORMATS)
def test_a_clean_report_is_told(name: str) -> None:
    text = rendered(name, Report((), (FileCount("a.pincite.yaml", 1, 1, 0),)))
    assert (text == "") == (name in {"concise", "jsonl", "github"})


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("report.sarif", "sarif"),
        ("folder/pincite.sarif.json", "sarif"),
        ("REPORT.JSON", "json"),
        ("a.jsonl", "jsonl"),
        ("junit.xml", "junit"),
        ("report.txt", DEFAULT),
        ("sarif", DEFAULT),
        ("", DEFAULT),
    ],
)
def test_the_name_of_a_file_asks_for_a_format(file: str, name: str) -> None:
    assert format_for(file) == name


def test_no_two_formats_claim_one_ending() -> None:
    endings = [ending for each in FORMATS.values() for ending in each]
    assert len(endings) == len(set(endings))


# --- for people -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("more", [0, 1, 500])
def test_of_many_failing_files_the_first_are_named(more: int) -> None:
    number = MOST + more
    found = tuple(
        Finding(f"{n:04}.pincite.yaml", "PIN003", "syntax-invalid", "error", "broken") for n in range(number)
    )
    files = tuple(FileCount(one.path, 0, 0, 1) for one in found)
    skipped = tuple(Skipped("*", one.path, "broken") for one in (*found, *found))
    lines = summary(Report(found, files, skipped), None).splitlines()
    left_out = [f"  and {more} more"] if more else []
    assert lines == [
        f"{number} files, 0 quotations, 0 citations: {number} errors",
        f"failed: {number} files",
        *(f"  {one.path}" for one in found[:MOST]),
        *left_out,
        *(f"{one.path}: rules not applied: broken" for one in found[:MOST]),
        *left_out,
    ]


def test_counts_begin_with_the_most_frequent_code() -> None:
    codes = ["PIN201"] * 2 + ["PIN101"] * 12 + ["PIN102"] * 2
    found = tuple(Finding("a", code, f"name-of-{code}", "error", "wrong") for code in codes)
    made = Report(found, (FileCount("a", 0, 0, 16),))
    table = "12  PIN101  name-of-PIN101\n 2  PIN102  name-of-PIN102\n 2  PIN201  name-of-PIN201\n"
    assert statistics(made, "concise", None) == table
    assert statistics(made, "text", None) == f"{table}\n{summary(made, None)}"
    assert statistics(Report((), ()), "concise", None) == ""
    assert statistics(Report((), ()), "json", None) == "[]\n"
