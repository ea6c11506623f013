"""``pincite check``: what it reads, how it ends, and what it prints for programs."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from pincite.cli.commands.options import FailOn
from pincite.model.rule import SEVERITIES
from pincite.reporters import FORMATS
from pincite.schemas import schema

if TYPE_CHECKING:
    from tests.conftest import Pincite, PinciteInside

ROOT = Path(__file__).resolve().parents[2]
CLEAN = 'pincite: "1.0"\narticle: {title: The harbour clock}\n'
WARNING = CLEAN + "quotations: [{id: q1, text: The tide turned at six.}]\n"
ERROR = 'pincite: "1.0"\narticle: {title: The harbour clock, date: soon}\n'
INFO = CLEAN + (
    "quotations: [{id: q1, text: The tide turned., citations: [{source: note}]}]\n"
    "sources:\n"
    "  - {id: note, type: letter, authors: [{literal: Ada Fenn}], recipients: [{literal: Brook Lund}],\n"
    '     date: "1871-04-02", archive: {name: Town Archive, box: "3"}}\n'
)
FOUND = {"clean": CLEAN, "info": INFO, "warning": WARNING, "error": ERROR}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.pincite.yaml").write_text(text, "utf-8")


# --- exit status ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("severity", "options", "status"),
    [
        ("clean", [], 0),
        ("info", [], 0),
        ("warning", [], 1),
        ("error", [], 1),
        ("clean", ["--fail-on", "error"], 0),
        ("info", ["--fail-on", "error"], 0),
        ("warning", ["--fail-on", "error"], 0),
        ("error", ["--fail-on", "error"], 1),
        ("info", ["--fail-on", "warning"], 0),
        ("warning", ["--fail-on", "warning"], 1),
    ],
)
def test_status_follows_the_loudest_finding(
    severity: str, options: list[str], status: int, here: Path, pincite_inside: PinciteInside
) -> None:
    write(here, a=FOUND[severity])
    found = json.loads(pincite_inside("check", "--format", "json", "a.pincite.yaml").out)["findings"]
    assert {one["severity"] for one in found} == {severity} - {"clean"}
    for chosen in FORMATS:
        assert pincite_inside("check", *options, "--format", chosen, "a.pincite.yaml").status == status


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["check"], "Missing argument 'paths'"),
        (["check", "--format", "xml", "a"], f"no report is called 'xml'; there are: {', '.join(FORMATS)}"),
        (["check", "--fail-on", "info", "a"], "'info' is not one of 'warning', 'error'"),
        (["check", "--mend", "a"], "No such option: --mend"),
        (["check", "--unsafe-fixes", "a"], "give --fix or --diff with it"),
        (["check", "--fix", "-"], "give --stdin-filename"),
        (["check", "--fix", "--write-baseline", "b", "a"], "run --fix before"),
        (["chekc", "a"], "No such command 'chekc'"),
    ],
)
def test_a_wrong_call_ends_with_2(arguments: list[str], complaint: str, pincite: Pincite) -> None:
    done = pincite(*arguments)
    assert (done.status, done.out) == (2, "")
    assert complaint in done.err
    assert "Traceback" not in done.err


def test_options_name_what_there_is() -> None:
    assert {one.value for one in FailOn} == set(SEVERITIES) - {"info"}


# --- what is read -----------------------------------------------------------------------------------------


def test_a_missing_file_is_a_finding_and_the_others_are_judged(
    here: Path, pincite_inside: PinciteInside
) -> None:
    write(here, a=WARNING, c=WARNING)
    (here / "folder.pincite.yaml").symlink_to("nowhere")
    done = pincite_inside(
        "check",
        "--format",
        "concise",
        "a.pincite.yaml",
        "b.pincite.yaml",
        "c.pincite.yaml",
        "folder.pincite.yaml",
    )
    assert done.out.splitlines() == [
        "a.pincite.yaml:3:14: PIN101 quotation 'q1' has no citation",
        "b.pincite.yaml: PIN001 cannot read the file: no such file or directory",
        "c.pincite.yaml:3:14: PIN101 quotation 'q1' has no citation",
        "folder.pincite.yaml: PIN001 cannot read the file: no such file or directory",
    ]
    assert done.status == 1


def test_a_file_that_is_none_is_a_finding(here: Path, pincite_inside: PinciteInside) -> None:
    os.mkfifo(here / "pipe.pincite.yaml")
    done = pincite_inside("check", "--format", "concise", "pipe.pincite.yaml", "/dev/null")
    assert done.out.splitlines() == [
        "/dev/null: PIN001 cannot read the file: not a regular file",
        "pipe.pincite.yaml: PIN001 cannot read the file: not a regular file",
    ]


def test_folders_are_searched_for_pincite_files(here: Path, pincite_inside: PinciteInside) -> None:
    for name in (
        "b/x.pincite.yaml",
        "b/deep/er/x.pincite.yml",
        "a/x.pincite.json",
        "a/x.pincite.jsonl",
        "a/notes.yaml",
        "a/pincite.yaml",
        ".hidden/x.pincite.yaml",
    ):
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"pincite": "1.0", "article": {"title": "T"}}')
    (here / "round").symlink_to(".")
    (here / "a" / "link.pincite.yaml").symlink_to(here / "b" / "x.pincite.yaml")
    (here / "a" / "link.md").symlink_to("/etc/passwd")
    done = pincite_inside("check", "--format", "json", ".", "a/x.pincite.json", "a")
    assert [one["path"] for one in json.loads(done.out)["files"]] == [
        "a/x.pincite.json",
        "a/x.pincite.jsonl",
        "b/deep/er/x.pincite.yml",
        "b/x.pincite.yaml",
    ]


def test_a_named_link_is_followed(here: Path, pincite_inside: PinciteInside) -> None:
    (here / "elsewhere").write_text(WARNING, "utf-8")
    (here / "a.pincite.yaml").symlink_to("elsewhere")
    done = pincite_inside("check", "--format", "concise", "a.pincite.yaml")
    assert done.out == "a.pincite.yaml:3:14: PIN101 quotation 'q1' has no citation\n"


@pytest.mark.parametrize("options", [[], ["--articles"], ["--annotated-only"]])
def test_the_empty_path_is_no_folder(options: list[str], here: Path, pincite_inside: PinciteInside) -> None:
    write(here, a=WARNING)
    done = pincite_inside("check", *options, "--format", "concise", "")
    assert (done.status, done.out) == (1, ": PIN001 cannot read the file: no such file or directory\n")


def test_a_folder_without_pincite_files_is_told(here: Path, pincite_inside: PinciteInside) -> None:
    (here / "notes").mkdir()
    done = pincite_inside("check", "notes")
    assert done.status == 0
    assert done.out == "0 files, 0 quotations, 0 citations: no findings\n"
    assert (
        done.err
        == "pincite: no Pincite files in notes (NAME.pincite.yaml, .yml, .json, .jsonl, annotated NAME.md)\n"
    )


def test_folders_without_pincite_files_are_told_beside_others(
    here: Path, pincite_inside: PinciteInside
) -> None:
    for name in ("notes", "more\x1b[31m"):
        (here / name).mkdir()
    (here / "a.pincite.json").write_text('{"pincite": "1.0", "article": {"title": "T"}}')
    done = pincite_inside("check", "notes", "a.pincite.json", "more\x1b[31m")
    assert done.status == 0
    assert done.out == "1 file, 0 quotations, 0 citations: no findings\n"
    assert done.err == (
        "pincite: no Pincite files in notes, more\\x1b[31m (NAME.pincite.yaml, .yml, .json, .jsonl, annotated NAME.md)\n"
    )


_CONVERT = "pincite convert 'a b{0}' -o 'a b.pincite.yaml', then: pincite check 'a b.pincite.yaml'"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        (
            "a b.md",
            "articles in .md files are not judged where they stand; plain text is",
            _CONVERT.format(".md"),
        ),
        (
            "a b.DOCX",
            "articles in .docx files are not judged where they stand; plain text is",
            _CONVERT.format(".DOCX"),
        ),
        (
            "a b.pdf",
            "articles are not read from .pdf files",
            "save it as plain text, then: pincite check 'a b.txt'",
        ),
    ],
)
def test_an_article_that_is_not_judged_where_it_stands_is_told_as_one(
    name: str, message: str, hint: str, here: Path, pincite_inside: PinciteInside
) -> None:
    (here / name).write_bytes(b"The tide: it turned: at six.\xff")
    done = pincite_inside("check", "--format", "json", name)
    (told,) = json.loads(done.out)["findings"]
    assert done.status == 1
    assert (told["code"], told["message"], told["hint"]) == ("PIN001", message, hint)


UNREADABLE = {
    "not UTF-8": (b"The tide\nturned at six.\xff", "a.txt:2:15: PIN002 byte 0xff is not UTF-8"),
    "a picture": (b"\0\0\0", "a.txt: PIN001 the file is not text (it holds the character U+0000)"),
    "blank": (b"\xef\xbb\xbf \n", "a.txt: PIN001 the file has no visible text"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_article_that_cannot_be_read_is_a_finding(
    name: str, here: Path, pincite_inside: PinciteInside
) -> None:
    content, told = UNREADABLE[name]
    (here / "a.txt").write_bytes(content)
    done = pincite_inside("check", "--format", "concise", "a.txt")
    assert (done.status, done.out) == (1, told + "\n")


def test_an_article_is_judged_at_its_own_lines(here: Path, pincite_inside: PinciteInside) -> None:
    (here / "a.TXT").write_bytes(
        b"\xef\xbb\xbfThe harbour clock\r\nby Ines Marrow\r\n\r\nThe keeper wrote:\r\n\r\n"
        b"The tide turned at six. (Day Book, Jonas Pell, 1871)\r\n"
    )
    done = pincite_inside("check", "--format", "concise", "a.TXT")
    assert "a.TXT:6:25: PIN108 book " in done.out
    assert done.status == 1


def test_an_article_that_is_not_there_is_told_as_missing(here: Path, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", "--format", "concise", str(here / "a.txt"))
    assert "PIN001 cannot read the file: no such file or directory" in done.out


@pytest.mark.parametrize(
    "text",
    [
        WARNING,
        '\ufeff\n {"pincite": "1.0", "article": {"title": "T"}, "quotations":\n [{"id": "q1", "text": "T"}]}',
    ],
    ids=["yaml", "json"],
)
def test_standard_input_is_yaml_or_json(text: str, pincite: Pincite) -> None:
    done = pincite("check", "--format", "concise", "-", stdin=text.encode())
    assert done.out.startswith("-:3:")
    assert done.out.endswith(": PIN101 quotation 'q1' has no citation\n")
    assert (done.status, done.err) == (1, "")


def test_standard_input_needs_no_options(pincite: Pincite) -> None:
    assert (
        pincite("check", "-", stdin=CLEAN.encode()).out == "1 file, 0 quotations, 0 citations: no findings\n"
    )


UNUSUAL = {
    b"-leading.pincite.yaml": r"-leading.pincite.yaml",
    b"new\nline.pincite.yaml": r"new\x0aline.pincite.yaml",
    b"not-\xff-utf-8.pincite.yaml": r"not-\udcff-utf-8.pincite.yaml",
    b"with space.pincite.yaml": r"with space.pincite.yaml",
    "Söderhavn-港.pincite.yaml".encode(): "Söderhavn-港.pincite.yaml",
    b"--.pincite.yaml": r"--.pincite.yaml",
    b"a\x1b[31m.pincite.yaml": r"a\x1b[31m.pincite.yaml",
}


@pytest.mark.parametrize(("name", "shown"), UNUSUAL.items(), ids=UNUSUAL.values())
def test_unusual_names_can_be_given(name: bytes, shown: str, tmp_path: Path, pincite: Pincite) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(WARNING)
    done = pincite("check", "--format", "concise", "--", name, cwd=tmp_path)
    assert done.out == f"{shown}:3:14: PIN101 quotation 'q1' has no citation\n"
    assert pincite("check", "--format", "concise", ".", cwd=tmp_path).out == done.out
    assert pincite("check", "--", name, cwd=tmp_path).out.startswith(f"{shown}:3:14: warning PIN101 ")
    as_json = pincite("check", "--format", "json", "--", name, cwd=tmp_path)
    assert os.fsencode(json.loads(as_json.out)["findings"][0]["path"]) == name
    assert {done.status, as_json.status} == {1}


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=["C", "C-without-coercion", "ascii"],
)
@pytest.mark.parametrize("chosen", ["text", "concise", "json", "sarif"])
def test_the_locale_changes_nothing(
    env: dict[str, str], chosen: str, tmp_path: Path, pincite: Pincite
) -> None:
    (tmp_path / "港.pincite.yaml").write_text(ERROR.replace("soon", "十九世紀"), "utf-8")
    usual = pincite("check", "--format", chosen, "港.pincite.yaml", cwd=tmp_path, env={"LC_ALL": "C.UTF-8"})
    assert "十九世紀" in usual.out
    told = pincite("check", "--format", chosen, ".", cwd=tmp_path, env=env)
    if "PYTHONUTF8" in env:  # the system's own names arrive as bytes then
        told_path = "".join(f"\\udc{byte:02x}" for byte in "港".encode())
        assert told.out.replace(told_path, "港") == usual.out
    else:
        assert told == usual
    assert pincite("check", "--help", env=env).status == 0


# --- what programs read -----------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["tests/cases", "examples", "tests/cli/text"])
def test_json_is_as_its_schema_says(
    folder: str, monkeypatch: pytest.MonkeyPatch, pincite_inside: PinciteInside
) -> None:
    monkeypatch.chdir(ROOT)
    report = json.loads(pincite_inside("check", "--format", "json", folder).out)
    assert [error.message for error in Draft202012Validator(schema("report")).iter_errors(report)] == []
    assert report["summary"]["files"] == len(report["files"]) > 5
    assert report["summary"]["findings"] == len(report["findings"]) > 0
    assert sum(one["findings"] for one in report["files"]) == len(report["findings"])


def test_json_of_one_finding(here: Path, pincite_inside: PinciteInside) -> None:
    text = (
        'article:\n  {title: The harbour clock, date: "2019", publication: Skerrow Almanac,\n'
        "   text: {content: The tide turned at six.}}\n"
    )
    write(here, a=f'pincite: "1.0"\n{text}quotations: [{{id: q1, text: The tide turned at six.}}]\n')
    report = json.loads(pincite_inside("check", "--format", "json", "a.pincite.yaml").out)
    assert report["summary"] == {
        "files": 1,
        "quotations": 1,
        "citations": 0,
        "findings": 1,
        "errors": 0,
        "warnings": 1,
        "infos": 0,
        "failed_files": ["a.pincite.yaml"],
    }
    assert report["findings"] == [
        {
            "code": "PIN101",
            "name": "quotation-uncited",
            "severity": "warning",
            "message": "quotation 'q1' has no citation",
            "hint": "name its source under 'citations', or say why there is none under 'uncited'",
            "path": "a.pincite.yaml",
            "line": 5,
            "column": 14,
            "end_line": 5,
            "end_column": 53,
            "pointer": "/quotations/0",
            "span": {"start": 0, "end": 23},
        }
    ]
    lenient = json.loads(
        pincite_inside("check", "--format", "json", "--fail-on", "error", "a.pincite.yaml").out
    )
    assert lenient["summary"]["failed_files"] == []
