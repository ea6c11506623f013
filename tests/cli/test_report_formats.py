"""How a report is asked for: its format, its file, GitHub Actions, counts, and a name for standard input."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from pincite.reporters import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite, PinciteInside

CLEAN = 'pincite: "1.0"\narticle: {title: The harbour clock}\n'
UNCITED = "quotations: [{id: q1, text: The tide turned at six.}]\n"
WARNING = CLEAN + UNCITED
ERROR = CLEAN.replace("clock", "clock, date: soon")
SUMMARY = """\
3 files, 2 quotations, 0 citations: 1 error, 2 warnings
failed: 3 files
  a.pincite.yaml
  b.pincite.yaml
  c.pincite.yaml
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", WARNING), ("b", WARNING), ("c", ERROR)):
        (tmp_path / f"{name}.pincite.yaml").write_text(text, "utf-8")
    return tmp_path


# --- a file for the report --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("option", ["-o", "--output"])
def test_a_report_goes_to_a_file_and_its_summary_to_standard_output(
    name: str, option: str, here: Path, pincite_inside: PinciteInside
) -> None:
    printed = pincite_inside("check", "--format", name, ".")
    done = pincite_inside("check", "--format", name, option, "report", ".")
    assert (done.status, done.out, done.err) == (1, SUMMARY, "")
    assert (here / "report").read_text("utf-8") == printed.out


@pytest.mark.parametrize(
    ("file", "name"), [("report.sarif", "sarif"), ("report.xml", "junit"), ("report.jsonl", "jsonl")]
)
def test_the_name_of_the_file_says_the_format(
    file: str, name: str, here: Path, pincite_inside: PinciteInside
) -> None:
    printed = pincite_inside("check", "--format", name, ".")
    pincite_inside("check", "--output", file, ".")
    assert (here / file).read_text("utf-8") == printed.out
    pincite_inside("check", "--output", file, "--format", "concise", "a.pincite.yaml")
    assert (here / file).read_text("utf-8") == "a.pincite.yaml:3:14: PIN101 quotation 'q1' has no citation\n"


def test_a_dash_is_standard_output(here: Path, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", "--output", "-", "--format", "jsonl", ".")
    assert done == pincite_inside("check", "--format", "jsonl", ".")
    assert not (here / "-").exists()


@pytest.mark.parametrize(
    ("output", "complaint"),
    [
        (".", "--output: . is a folder; name a file"),
        ("nowhere/report", "--output: there is no folder nowhere"),
        ("a.pincite.yaml", "--output: a.pincite.yaml is one of the files to judge; name another"),
        ("./link", "--output: ./link is one of the files to judge; name another"),
    ],
)
@pytest.mark.parametrize("command", ["check", "verify"])
def test_a_report_that_cannot_be_written_is_told_before_anything_is_judged(
    command: str, output: str, complaint: str, here: Path, pincite_inside: PinciteInside
) -> None:
    (here / "link").symlink_to("b.pincite.yaml")
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    done = pincite_inside(command, "--output", output, ".")
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {complaint}\n")
    assert {path.name: path.read_bytes() for path in here.iterdir()} == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110
@pytest.mark.usefixtures("here")
def test_a_report_that_does_not_fit_is_told(pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", "--output", "/dev/full", ".")
    assert (done.status, done.out) == (2, "")
    assert done.err == "pincite: cannot write /dev/full: no space left on device\n"


def test_verify_writes_its_report_too(here: Path, pincite_inside: PinciteInside) -> None:
    pytest.importorskip("rapidfuzz")
    done = pincite_inside("verify", "--output", "report.json", "a.pincite.yaml")
    report = json.loads((here / "report.json").read_text("utf-8"))
    assert [one["path"] for one in report["files"]] == ["a.pincite.yaml"]
    assert done.out.startswith("1 file, 1 quotation, 0 citations: ")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ["--quote", "x", "--in", "a", "--format", "sarif"],
            "--quote is answered as text or as json, and not as sarif",
        ),
        (
            ["--quote", "x", "--in", "a", "--output", "b"],
            "--output takes the report on documents, and here are none",
        ),
    ],
)
def test_an_answer_is_no_report(arguments: list[str], complaint: str, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("verify", *arguments)
    assert (done.status, done.err) == (2, f"pincite: {complaint}\n")


# --- GitHub Actions ---------------------------------------------------------------------------------------

ACTIONS = {"GITHUB_ACTIONS": "true"}


@pytest.mark.parametrize("options", [(), ("--fail-on", "error")])
def test_in_github_actions_annotations_come_on_top(
    options: tuple[str, ...], here: Path, pincite: Pincite
) -> None:
    text = pincite("check", *options, "a.pincite.yaml")
    commands = pincite("check", "--format", "github", "a.pincite.yaml").out
    assert commands.startswith("::warning file=a.pincite.yaml,line=3,")
    done = pincite("check", *options, "a.pincite.yaml", env=ACTIONS, cwd=here)
    assert done.out == f"{text.out}::group::annotations\n{commands}::endgroup::\n"
    assert done.status == text.status


@pytest.mark.parametrize(
    ("env", "options"),
    [
        ({"GITHUB_ACTIONS": "false"}, ()),
        (ACTIONS, ("--format", "text")),
        (ACTIONS, ("--format", "json")),
        (ACTIONS, ("--statistics",)),
        (ACTIONS, ("--output", "report")),
    ],
)
def test_annotations_come_only_where_nobody_wants_something_else(
    env: dict[str, str], options: tuple[str, ...], here: Path, pincite: Pincite
) -> None:
    done = pincite("check", *options, ".", env=env, cwd=here)
    assert "::" not in done.out
    if "--output" in options:
        assert "::" not in (here / "report").read_text("utf-8")


def test_a_clean_run_is_told_in_github_actions_as_elsewhere(here: Path, pincite: Pincite) -> None:
    (here / "clean.pincite.yaml").write_text(CLEAN)
    done = pincite("check", "clean.pincite.yaml", env=ACTIONS, cwd=here)
    assert done.out == "1 file, 0 quotations, 0 citations: no findings\n"


# --- counts and status ------------------------------------------------------------------------------------


def test_statistics_are_told_instead_of_findings(here: Path, pincite_inside: PinciteInside) -> None:
    table = "2  PIN101  quotation-uncited\n1  PIN201  date-malformed\n"
    done = pincite_inside("check", "--statistics", ".")
    assert (done.status, done.out) == (1, f"{table}\n{SUMMARY}")
    assert pincite_inside("check", "--statistics", "--format", "concise", ".").out == table
    pincite_inside("check", "--statistics", "--output", "counts.json", ".")
    assert json.loads((here / "counts.json").read_text()) == [
        {"code": "PIN101", "name": "quotation-uncited", "count": 2},
        {"code": "PIN201", "name": "date-malformed", "count": 1},
    ]


@pytest.mark.parametrize("options", [("--format", "sarif"), ("--output", "report.xml")])
def test_formats_without_a_place_for_counts_are_told(
    options: tuple[str, str], here: Path, pincite_inside: PinciteInside
) -> None:
    done = pincite_inside("check", "--statistics", *options, ".")
    name = {"sarif": "sarif", "report.xml": "junit"}[options[1]]
    assert done.status == 2
    assert done.err == (
        f"pincite: --statistics counts, and {name} has no place for counts; there are: text, concise, json\n"
    )
    assert not (here / "report.xml").exists()


@pytest.mark.usefixtures("here")
def test_a_run_may_end_well_whatever_is_found(pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", ".")
    assert pincite_inside("check", "--exit-zero", ".").out == done.out
    assert pincite_inside("check", "--exit-zero", ".").status == 0
    assert pincite_inside("check", "--exit-zero", "--select", "PIN9999", ".").status == 2


# --- a name for standard input ----------------------------------------------------------------------------

NAMES = {
    "articles/x.pincite.yaml": WARNING,
    "x.pincite.json": '{"pincite": "1.0", "article": {"title": "T"},\n\n "quotations": [{"id": "q1", "text": "T"}]}',
    "x.pincite.jsonl": '\n\n{"pincite": "1.0", "article": {"title": "T"}, "quotations": [{"id": "q1", "text": "T"}]}\n',
    "x.md": '---\npincite: "1.0"\n---\n\nShe wrote: “[The tide turned at six.]{.quotation #q1}”\n',
    "nowhere/../x.yaml": WARNING,
}


@pytest.mark.parametrize(("name", "text"), NAMES.items(), ids=NAMES)
@pytest.mark.usefixtures("here")
def test_standard_input_is_taken_for_the_file_of_its_name(
    name: str, text: str, pincite_inside: PinciteInside
) -> None:
    done = pincite_inside(
        "check",
        "--format",
        "concise",
        "--select",
        "PIN101",
        "--stdin-filename",
        name,
        "-",
        stdin=text.encode(),
    )
    assert (done.status, done.err) == (1, "")
    assert done.out.startswith(f"{os.path.normpath(name)}:{5 if name == 'x.md' else 3}:")
    assert done.out.endswith(": PIN101 quotation 'q1' has no citation\n")


@pytest.mark.usefixtures("here")
def test_an_article_may_come_from_standard_input(pincite_inside: PinciteInside) -> None:
    text = b"The harbour clock\r\nby Ines Marrow\r\n\r\nThe tide turned. (Day Book, Jonas Pell, 1871)\r\n"
    done = pincite_inside("check", "--format", "concise", "--stdin-filename", "new.txt", "-", stdin=text)
    assert "new.txt:4:18: PIN108 book " in done.out


def test_what_is_in_the_file_of_that_name_counts_for_nothing(
    here: Path, pincite_inside: PinciteInside
) -> None:
    done = pincite_inside(
        "check",
        "--format",
        "json",
        "--stdin-filename",
        "c.pincite.yaml",
        "a.pincite.yaml",
        "-",
        stdin=CLEAN.encode(),
    )
    report = json.loads(done.out)
    assert [one["path"] for one in report["files"]] == ["a.pincite.yaml", "c.pincite.yaml"]
    assert [one["path"] for one in report["findings"]] == ["a.pincite.yaml"]
    assert (here / "c.pincite.yaml").read_text() == ERROR


def test_the_configuration_is_that_of_the_named_file(here: Path, pincite_inside: PinciteInside) -> None:
    (here / "old").mkdir()
    (here / "old" / "pincite.toml").write_text('ignore = ["PIN101"]\nexclude = ["draft*"]\n')
    call = ("check", "--format", "concise", "-", "--stdin-filename")
    assert pincite_inside(*call, "new.pincite.yaml", stdin=WARNING.encode()).status == 1
    assert pincite_inside(*call, "old/new.pincite.yaml", stdin=WARNING.encode()).status == 0
    done = pincite_inside(*call, "old/draft.pincite.yaml", stdin=ERROR.encode())
    assert (done.status, done.out) == (0, "")
    assert done.err == "pincite: excluded by the configuration: old/draft.pincite.yaml\n"


def test_files_are_looked_for_beside_the_named_file(here: Path, pincite_inside: PinciteInside) -> None:
    (here / "old").mkdir()
    (here / "old" / "tide.txt").write_text("The tide turned at six.")
    text = CLEAN.replace("}", ", text: {path: tide.txt}}").encode()
    call = ("check", "--format", "concise", "--select", "PIN408", "-", "--stdin-filename")
    assert pincite_inside(*call, "old/x.pincite.yaml", stdin=text).status == 0
    assert pincite_inside(*call, "x.pincite.yaml", stdin=text).status == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ("--stdin-filename", "x.pincite.yaml", "a.pincite.yaml"),
            "--stdin-filename names what comes from standard input; give - as a path",
        ),
        (("--stdin-filename", ".", "-"), "--stdin-filename: '.' is no name of a file"),
        (("--stdin-filename", "", "-"), "--stdin-filename: '' is no name of a file"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_name_without_standard_input_is_a_wrong_call(
    arguments: tuple[str, ...], complaint: str, pincite_inside: PinciteInside
) -> None:
    done = pincite_inside("check", *arguments)
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {complaint}\n")


@pytest.mark.usefixtures("here")
def test_bytes_that_are_no_text_are_a_finding_under_the_name(pincite_inside: PinciteInside) -> None:
    done = pincite_inside(
        "check", "--format", "concise", "--stdin-filename", "x.pincite.yaml", "-", stdin=b"\xff"
    )
    assert (done.status, done.out) == (1, "x.pincite.yaml:1:1: PIN002 byte 0xff is not UTF-8\n")
