"""``pincite verify``: documents and single questions; how it ends and what it prints."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from pincite.cli import writing_back
from pincite.schemas import schema
from tests.conftest import Pincite

if TYPE_CHECKING:
    from tests.conftest import PinciteInside

PYTHONPATH = os.environ.get("PYTHONPATH", "")
LOG = """\
[page 12]
Invented for this test. Nobody winds the clock but Osric Vane.
[page 13]
The clock was silent for 16 days. Osric Vane came on the nineteenth with a new
rope, and by noon it was going.
"""
HEAD = 'pincite: "1.0"\narticle: {title: The clock of the ferry house, language: en}\n'
SOURCES = "sources:\n  - {id: log, type: book, title: Log, copies: [{path: log.txt}]}\nquotations:\n"


def quotation(name: str, text: str, page: str = "13") -> str:
    return f'  - {{id: {name}, text: "{text}", citations: [{{source: log, locator: {{page: "{page}"}}}}]}}\n'


EXACT = quotation("q-exact", "The clock was silent for 16 days.")
FOLDED = quotation("q-folded", "with a new rope, and by noon")
EDITED = quotation("q-edited", "Osric Vane came … with a new rope")
ALTERED = quotation("q-altered", "silent for 17 days. Osric Vane came on the nineteenth")
ABSENT = quotation("q-absent", "Every bell in the harbour was rung by hand.")
MOVED = quotation("q-moved", "The clock was silent for 16 days.", "12")
UNCHECKED = "  - {id: q-none, text: It struck twice.}\n"
UNCITED = "  - {id: q-own, text: It struck twice., uncited: {reason: heard by the author}}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "log.txt").write_text(LOG)
    return tmp_path


def write(*quotations: str, name: str = "a.pincite.yaml", head: str = HEAD) -> None:
    Path(name).write_text(head + SOURCES + "".join(quotations), "utf-8")


# ---- how it ends


@pytest.mark.parametrize(
    ("quotations", "options", "status"),
    [
        ([EXACT, FOLDED, EDITED], [], 0),
        ([EXACT, ALTERED], [], 1),
        ([ABSENT], [], 1),
        ([MOVED], [], 1),
        ([MOVED], ["--fail-on", "error"], 0),
        ([MOVED], ["--ignore", "PIN709"], 0),
        ([MOVED, ALTERED], ["--select", "page-mismatched"], 1),
        ([EXACT], ["--select", "PIN70"], 0),
        ([EXACT, UNCHECKED], [], 0),
        ([EXACT, UNCHECKED], ["--fail-unchecked"], 1),
        ([EXACT, UNCHECKED], ["--fail-unchecked", "--ignore", "PIN706"], 1),
        ([EXACT, UNCHECKED], ["--fail-unchecked", "--fail-on", "error"], 1),
        ([EXACT, UNCITED], ["--fail-unchecked"], 0),
    ],
)
def test_status(
    quotations: list[str], options: list[str], status: int, here: Path, pincite_inside: PinciteInside
) -> None:
    assert here
    write(*quotations)
    for chosen in ("text", "concise", "json"):
        assert pincite_inside("verify", *options, "--format", chosen, "a.pincite.yaml").status == status


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], 'nothing to verify: give Pincite files or folders, --quote "…" --in FILE, or --batch FILE.jsonl'),
        (["--quote", "a"], '--quote and --in go together: pincite verify --quote "…" --in FILE'),
        (["--in", "log.txt"], '--quote and --in go together: pincite verify --quote "…" --in FILE'),
        (["--quote", "a", "--in", "log.txt", "b"], "--quote asks one question without a document; leave out the paths"),
        (["--page", "3", "a"], "--page and --language go with --quote"),
        (["--batch", "q.jsonl", "a"], "--batch takes its quotations and files from its lines; leave out the rest"),
        (["--batch", "none.jsonl"], "cannot read none.jsonl: no such file or directory"),
        (["--sources", "none", "a"], "--sources: there is no folder none"),
        (["--jobs", "0", "a"], "--jobs: at least one process is needed"),
        (["--cache", "x", "--no-cache", "a"], "--cache and --no-cache exclude each other"),
        (["--isolated", "--config", "x.toml", "a"], "--isolated and --config exclude each other"),
        (["--select", "PIN799", "a"], "--select: no rule is called 'PIN799'; did you mean PIN721 (cut-unmarked)?"),
    ],
)  # fmt: skip
def test_a_call_that_makes_no_sense_is_told(
    arguments: list[str], complaint: str, here: Path, pincite_inside: PinciteInside
) -> None:
    assert here
    ended = pincite_inside("verify", *arguments)
    assert (ended.status, ended.out, ended.err) == (2, "", f"pincite: {complaint}\n")


def test_a_file_that_cannot_be_read_is_a_finding_and_the_others_go_on(
    here: Path, pincite_inside: PinciteInside
) -> None:
    assert here
    write(EXACT)
    Path("b.pincite.yaml").write_text("a: [")
    ended = pincite_inside(
        "verify", "--format", "concise", "a.pincite.yaml", "b.pincite.yaml", "c.pincite.yaml"
    )
    assert ended.status == 1
    assert [line.split(" ")[:2] for line in ended.out.splitlines()] == [
        ["b.pincite.yaml:1:5:", "PIN003"],
        ["c.pincite.yaml:", "PIN001"],
    ]


def test_an_article_is_told_to_be_none_of_the_documents(here: Path, pincite_inside: PinciteInside) -> None:
    assert here
    ended = pincite_inside("verify", "log.txt")
    told = " ".join(ended.out.split())
    assert ended.status == 1
    assert "this is an article (.txt), not a document: its quotations have to be annotated first" in told
    assert "pincite convert log.txt -o log.pincite.yaml, then: pincite verify log.pincite.yaml" in told


def test_what_fails_a_run_is_told_though_its_finding_is_not_wanted(
    here: Path, pincite_inside: PinciteInside
) -> None:
    assert here
    write(EXACT, UNCHECKED)
    ended = pincite_inside("verify", "--fail-unchecked", "--ignore", "PIN7", "a.pincite.yaml")
    assert (ended.status, ended.err) == (
        1,
        "pincite: --fail-unchecked: 1 quotation could not be checked, and PIN706, which tells why, is not wanted\n",
    )
    assert pincite_inside("verify", "--fail-unchecked", "a.pincite.yaml").err == ""


# ---- what it prints


def test_the_report_for_people(here: Path, pincite_inside: PinciteInside) -> None:
    assert here
    write(FOLDED, EDITED, ALTERED, UNCHECKED)
    ended = pincite_inside("verify", "a.pincite.yaml")
    assert ended.out == (
        "a.pincite.yaml:8:27: error PIN702 (quotation-altered)\n"
        "  quotation 'q-altered' differs from log.txt, page 13 (line 4 of the copy):\n"
        "  silent for [-17-]{+16+} days. Osric Vane …\n"
        '  8 |   - {id: q-altered, text: "silent for 17 days. Osric Vane came on the nin…\n'
        "    |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  = print what the source has, or mark the change: … for words left out, [word]\n"
        "    for words of your own\n"
        "\n"
        "a.pincite.yaml:9:24: info PIN706 (quotation-unchecked)\n"
        "  quotation 'q-none' could not be checked: it has no citation\n"
        "  9 |   - {id: q-none, text: It struck twice.}\n"
        "    |                        ^^^^^^^^^^^^^^^^\n"
        "\n"
        "1 file, 4 quotations, 3 citations: 1 error, 1 info\n"
        "4 quotations: 1 normalised, 1 edited, 1 altered, 1 unchecked\n"
        "pincite explain CODE tells more about a finding\n"
    )


def test_all_that_was_found_is_shown_where_it_is_wanted(here: Path, pincite_inside: PinciteInside) -> None:
    assert here
    write(EXACT, EDITED, UNCHECKED)
    shown = pincite_inside("verify", "--show-all", "a.pincite.yaml").out
    assert "exact: q-exact: the quotation stands in log.txt character for character\n" in shown
    assert "  place       page 13 (line 4 of the copy)\n" in shown
    assert "  marked      omission: “on the nineteenth”\n" in shown
    assert shown.endswith(
        "3 quotations: 1 exact, 1 edited, 1 unchecked\npincite explain CODE tells more about a finding\n"
    )


def test_the_report_for_programs_keeps_to_its_schema(here: Path, pincite_inside: PinciteInside) -> None:
    assert here
    write(EXACT, FOLDED, EDITED, ALTERED, ABSENT, MOVED, UNCHECKED)
    report = json.loads(pincite_inside("verify", "--format", "json", "a.pincite.yaml").out)
    Draft202012Validator(schema("report")).validate(report)
    assert [(one["id"], one["verdict"], one["page"], one["page_agrees"]) for one in report["verdicts"]] == [
        ("q-exact", "exact", "13", True),
        ("q-folded", "normalised", "13", True),
        ("q-edited", "edited", "13", True),
        ("q-altered", "altered", "13", True),
        ("q-absent", "absent", report["verdicts"][4]["page"], None),
        ("q-moved", "exact", "13", False),
        ("q-none", "unchecked", None, None),
    ]
    exact = report["verdicts"][0]
    start = LOG.index("The clock was silent")
    assert exact["spans"] == [[start, start + 33]]
    assert (exact["copy"], exact["sha256"]) == ("log.txt", hashlib.sha256(LOG.encode()).hexdigest())
    assert exact["citation"] == exact["copies"][0]["citation"] == "/quotations/0/citations/0"


def test_a_report_of_check_has_no_verdicts(here: Path, pincite_inside: PinciteInside) -> None:
    assert here
    write(EXACT)
    assert "verdicts" not in json.loads(pincite_inside("check", "--format", "json", "a.pincite.yaml").out)


def test_several_processes_print_the_same(here: Path, pincite: Pincite) -> None:
    for number in range(5):
        write(EXACT, ALTERED, name=f"{number}.pincite.yaml")
    one, three = (pincite("verify", "--format", "json", "--jobs", jobs, ".", cwd=here) for jobs in ("1", "3"))
    assert one == three
    assert one.status == 1


# ---- what a project asks for


def test_a_configuration_counts(here: Path, pincite_inside: PinciteInside) -> None:
    (here / "pincite.toml").write_text('ignore = ["PIN709"]\n[severity]\nPIN701 = "warning"\n')
    write(MOVED, FOLDED, ABSENT)
    out = pincite_inside("verify", "--format", "json", "a.pincite.yaml").out
    assert [(one["code"], one["severity"]) for one in json.loads(out)["findings"]] == [("PIN701", "warning")]


def test_a_comment_in_the_document_counts_here_and_is_not_called_unused_by_check(
    here: Path, pincite_inside: PinciteInside
) -> None:
    assert here
    comment = "  # pincite: ignore[PIN702] the printer's slip, kept on purpose\n"
    write(FOLDED, comment, ALTERED)
    assert pincite_inside("verify", "--format", "concise", "a.pincite.yaml").out == ""
    assert "PIN020" not in pincite_inside("check", "--format", "concise", "a.pincite.yaml").out
    write(comment, EXACT)
    assert "PIN020" in pincite_inside("verify", "--format", "concise", "a.pincite.yaml").out


def test_a_comment_for_check_is_none_of_verifys_business(here: Path, pincite_inside: PinciteInside) -> None:
    assert here
    write(EXACT.replace("\n", "  # pincite: ignore[PIN104] it has none\n"))
    assert pincite_inside("verify", "--format", "concise", "a.pincite.yaml").out == ""


def test_what_was_read_is_kept_only_where_that_is_wanted(here: Path, pincite_inside: PinciteInside) -> None:
    write(EXACT.replace("log.txt", "log.html"), head=HEAD)
    page = f"<html><body><p>{LOG}</p></body></html>"
    (here / "log.html").write_text(page)
    document = here / "a.pincite.yaml"
    document.write_text(document.read_text("utf-8").replace("log.txt", "log.html"), "utf-8")
    pincite_inside("verify", "a.pincite.yaml")
    assert not (here / ".pincite-cache").exists()
    (here / ".pincite-cache").mkdir()
    pincite_inside("verify", "--no-cache", "a.pincite.yaml")
    assert list((here / ".pincite-cache").iterdir()) == []
    first = pincite_inside("verify", "--format", "json", "a.pincite.yaml")
    assert [path.name for path in (here / ".pincite-cache").iterdir()] == ["copies"]
    assert pincite_inside("verify", "--format", "json", "a.pincite.yaml") == first
    pincite_inside("verify", "--cache", "kept", "a.pincite.yaml")
    assert (here / "kept").is_dir()


# ---- one question


def test_one_question_gets_a_readable_answer(here: Path, pincite_inside: PinciteInside) -> None:
    assert here
    ended = pincite_inside(
        "verify", "--quote", "silent for 17 days. Osric Vane came on the nineteenth", "--in", "log.txt"
    )
    assert ended.status == 1
    lines = ended.out.splitlines()
    assert lines[:2] == [
        "altered: log.txt has other words, and no mark says so",
        "  place       page 13 (line 4 of the copy)",
    ]
    assert "  altered     number: “17” for “16”" in lines
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("quote", "more", "status", "verdict"),
    [
        ("The clock was silent for 16 days.", [], 0, "exact"),
        ("with a new rope, and", [], 0, "normalised"),
        ("Osric Vane came … with a new rope", [], 0, "edited"),
        ("Osric Vane", [], 1, "ambiguous"),
        ("Osric Vane", ["--page", "12"], 0, "exact"),
        ("Every bell in the harbour was rung.", [], 1, "absent"),
        ("…", [], 1, "unchecked"),
    ],
)
def test_one_question_ends_by_its_verdict(  # noqa: PLR0917 - what comes in and what goes out
    quote: str, more: list[str], status: int, verdict: str, here: Path, pincite_inside: PinciteInside
) -> None:
    assert here
    ended = pincite_inside("verify", "--quote", quote, "--in", "log.txt", *more, "--format", "json")
    assert (ended.status, json.loads(ended.out)["verdict"]) == (status, verdict)
    assert pincite_inside("verify", "--quote", quote, "--in", "log.txt", *more).out.startswith(f"{verdict}: ")


@pytest.mark.parametrize(
    ("quote", "more", "status"),
    [
        ("Nobody winds the clock", [], 1),  # but Osric Vane
        ("Nobody winds the clock", ["--fail-on", "error"], 0),
        ("The clock was silent for 16 days.", ["--page", "12"], 1),
        ("The clock was silent for 16 days.", ["--page", "12", "--fail-on", "error"], 0),
        ("The clock was silent for 16 days.", ["--page", "13"], 0),
        ("The clock was silent for 17 days.", ["--fail-on", "error"], 1),
        ("The clock was silent for … days. Osric Vane came", [], 0),  # a number, which is worth knowing
    ],
)
def test_warnings_of_one_question_count_as_in_a_document(
    quote: str, more: list[str], status: int, here: Path, pincite_inside: PinciteInside
) -> None:
    assert here
    assert pincite_inside("verify", "--quote", quote, "--in", "log.txt", *more).status == status


def test_a_file_that_cannot_be_read_leaves_the_question_open(
    here: Path, pincite_inside: PinciteInside
) -> None:
    assert here
    ended = pincite_inside("verify", "--quote", "a b", "--in", "none.txt")
    assert (ended.status, ended.out.splitlines()[0]) == (
        1,
        "unchecked: the quotation could not be held against none.txt",
    )


# ---- a batch

BATCH: list[dict[str, object]] = [
    {"id": 1, "text": "The clock was silent for 16 days.", "source": "log.txt"},
    {"id": "two", "text": "Osric Vane", "source": "log.txt", "page": 12},
    {"text": "a", "source": "none.txt", "note": "mine"},
    {"id": 4, "text": "Osric Vane came with", "source": "log.txt", "segments": [
        {"type": "text", "text": "Osric Vane came "},
        {"type": "omission", "mark": "…"},
        {"type": "text", "text": "with"},
    ]},
]  # fmt: skip


def test_a_batch_is_answered_line_by_line(here: Path, pincite_inside: PinciteInside) -> None:
    (here / "deep").mkdir()
    (here / "deep" / "log.txt").write_text(LOG)
    lines = [json.dumps(line) for line in BATCH]
    (here / "deep" / "q.jsonl").write_text("\n".join([*lines[:2], "nope", *lines[2:]]) + "\n")
    ended = pincite_inside("verify", "--batch", "deep/q.jsonl")
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.status == 0
    assert ended.err == "pincite: members of the batch that nobody reads: note (line 4)\n"
    assert [(one["id"], one["verdict"], one["page"]) for one in answers] == [
        (1, "exact", "13"),
        ("two", "exact", "12"),
        (None, "unchecked", None),
        (None, "unchecked", None),
        (4, "edited", "13"),
    ]
    assert answers[2]["reason"] == "line 3 is not JSON: expecting value"
    single = pincite_inside(
        "verify", "--quote", str(BATCH[0]["text"]), "--in", "deep/log.txt", "--format", "json"
    )
    assert {**json.loads(single.out), "id": 1, "source": "log.txt"} == answers[0]


def test_a_batch_in_several_processes_is_the_same(here: Path, pincite: Pincite) -> None:
    (here / "b.txt").write_text(LOG)
    questions = [
        {"id": number, "text": f"silent for {number} days", "source": ("log.txt", "b.txt")[number % 2]}
        for number in range(700)
    ]
    content = "".join(json.dumps(one) + "\n" for one in questions).encode()
    one, three = (
        pincite("verify", "--batch", "-", "--jobs", jobs, cwd=here, stdin=content) for jobs in ("1", "3")
    )
    assert one == three
    assert one.out.count("\n") == 700


def test_members_that_nobody_reads_are_told_with_what_may_be_meant(
    here: Path, pincite_inside: PinciteInside
) -> None:
    lines = ['{"id": 1, "quote": "a", "source": "log.txt"}', '{"id": 2, "text": "", "sorce": "log.txt"}']
    (here / "q.jsonl").write_text("\n".join(lines))
    ended = pincite_inside("verify", "--batch", "q.jsonl")
    assert ended.err == (
        "pincite: members of the batch that nobody reads: "
        "quote (line 1, did you mean 'text'?), sorce (line 2, did you mean 'source'?)\n"
    )
    assert [json.loads(line)["reason"] for line in ended.out.splitlines()] == [
        "'text' is missing",
        "'text' is empty: there are no words to look for",
    ]


def test_a_deep_id_is_answered_in_several_processes(here: Path, pincite: Pincite) -> None:
    deep = f'{{"id": {"[" * 900}{"]" * 900}, "text": "Osric Vane", "source": "log.txt"}}\n'
    ended = pincite("verify", "--batch", "-", "--jobs", "2", cwd=here, stdin=deep.encode())
    assert (ended.status, json.loads(ended.out)["verdict"]) == (0, "unchecked")


def test_an_answer_comes_before_the_next_question_is_asked(here: Path) -> None:
    command = [sys.executable, "-m", "pincite", "verify", "--batch", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=here, env=Pincite.environment()
    ) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        timer = threading.Timer(30, asked.kill)
        timer.start()
        for number in range(2):
            asked.stdin.write(json.dumps({**BATCH[0], "id": number}).encode() + b"\n")
            asked.stdin.flush()
            assert json.loads(asked.stdout.readline())["id"] == number
        asked.stdin.close()
        assert asked.wait(30) == 0
        timer.cancel()


# ---- what is stored


def test_what_was_found_is_stored_once_and_holds(here: Path, pincite_inside: PinciteInside) -> None:
    assert here
    write(EXACT, EDITED, ALTERED, UNCHECKED, head=f"# kept as it is\n{HEAD}")
    before = Path("a.pincite.yaml").read_text("utf-8")
    ended = pincite_inside("verify", "--write", "a.pincite.yaml")
    assert (ended.status, ended.err) == (1, "pincite: a.pincite.yaml: 4 members stored\n")
    after = Path("a.pincite.yaml").read_text("utf-8")
    start, digest = LOG.index("The clock"), hashlib.sha256(LOG.encode()).hexdigest()
    assert [one for one in after.splitlines() if one in before.splitlines()] == [
        one
        for one in before.splitlines()
        if "q-exact" not in one and "q-edited" not in one and "path:" not in one
    ]
    assert f"copies: [{{path: log.txt, media_type: text/plain, sha256: {digest}}}]" in after
    assert after.count("passage:") == 2
    assert f"start: {start}, end: {start + 33}" in after
    again = pincite_inside("verify", "--write", "a.pincite.yaml")
    assert again.err == ""
    assert Path("a.pincite.yaml").read_text("utf-8") == after
    assert "PIN720" not in again.out


def test_a_stored_place_that_no_longer_holds_is_told_and_stored_anew(
    here: Path, pincite_inside: PinciteInside
) -> None:
    digest = hashlib.sha256((here / "log.txt").read_bytes()).hexdigest()
    passage = f", passage: {{copy: {digest}, start: 1, end: 9}}}}]}}\n"
    write(EXACT.replace("}]}\n", passage))
    assert "PIN720" in pincite_inside("verify", "--write", "--format", "concise", "a.pincite.yaml").out
    assert pincite_inside("verify", "--format", "concise", "a.pincite.yaml").out == ""


def test_a_document_too_large_to_be_written_to_is_told(
    here: Path, pincite_inside: PinciteInside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing_back, "_MOST_BYTES", 100)
    write(EXACT)
    before = (here / "a.pincite.yaml").read_bytes()
    ended = pincite_inside("verify", "--write", "a.pincite.yaml")
    assert ended.status == 1
    assert "a.pincite.yaml: nothing is stored: more than 0 MiB" in ended.err
    assert (here / "a.pincite.yaml").read_bytes() == before


def test_standard_input_is_not_written_to(pincite_inside: PinciteInside) -> None:
    ended = pincite_inside("verify", "--write", "-")
    assert (ended.status, ended.err) == (2, "pincite: standard input cannot be written to; name a file\n")


def test_a_missing_extra_is_told(here: Path, pincite: Pincite) -> None:
    (here / "numpy.py").write_text("raise ModuleNotFoundError(\"No module named 'numpy'\", name='numpy')\n")
    ended = pincite("verify", "--quote", "a b", "--in", "log.txt", env={"PYTHONPATH": f"{here}:{PYTHONPATH}"})
    told = "quotations are compared with numpy, which is not installed; pip install 'pincite[verify]'"
    assert (ended.status, ended.err) == (2, f"pincite: {told}\n")
