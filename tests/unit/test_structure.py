"""Structure: one finding a fault, at the key or value at fault, and nothing in its wake.

``tests/cases/structure`` holds documents that are sound but for the faults their names tell; beside each stand
all findings it gives, whatever their codes. ``pytest --update`` writes them anew.
"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite.checker import check_data, check_file
from pincite.judging import judged
from pincite.model.json_value import pointer_steps
from pincite.model.nearness import closest_word
from pincite.reading.files import RawDocument, read, read_document
from pincite.reporters.concise_format import line_of
from pincite.schemas import schema
from pincite.structure.diagnosis import MAX_FAULTS
from pincite.structure.examine import examine
from pincite.structure.other_names import OTHER_NAMES
from pincite.structure.remedies import type_hint
from pincite.structure.showing import as_written, shown
from pincite.structure.versions import is_foreign, is_newer, known, parsed, quoted

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.json_value import Json, JsonObject

CASES = Path(__file__).resolve().parents[1] / "cases" / "structure"
NAMES = sorted(path.name for path in CASES.glob("*.pincite.*"))
SOUND = CASES / "sound.pincite.yaml"
SIX = ["missing-key", "dangling-id", "impossible-date", "duplicate-id", "misspelt-key", "broken-syntax"]


def expectation(name: str) -> Path:
    return CASES / f"{name.partition('.pincite.')[0]}.expected"


def lines(name: str) -> str:
    findings = check_file(str(CASES / name)).findings
    return "".join(line_of(one).removeprefix(f"{CASES}/") + "\n" for one in findings)


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, *, update: bool) -> None:
    if update:
        expectation(name).write_text(lines(name), "utf-8")
    assert lines(name) == expectation(name).read_text("utf-8")


def test_every_expectation_has_its_case_and_the_reverse() -> None:
    assert {path.name for path in CASES.glob("*.expected")} == {expectation(name).name for name in NAMES}
    assert len(NAMES) == len({expectation(name) for name in NAMES})


@pytest.mark.parametrize("fault", SIX)
def test_each_of_six_faults_is_one_finding_in_yaml_and_in_json(fault: str) -> None:
    (in_yaml,) = check_file(str(CASES / f"six-{fault}.pincite.yaml")).findings
    (in_json,) = check_file(str(CASES / f"six-{fault}-json.pincite.json")).findings
    assert (in_yaml.code, in_yaml.pointer) == (in_json.code, in_json.pointer)
    if fault != "broken-syntax":
        assert (in_yaml.message, in_yaml.hint) == (in_json.message, in_json.hint)


def test_a_sound_document_and_its_json_give_nothing() -> None:
    assert lines("sound.pincite.yaml") == lines("sound-json.pincite.json") == ""


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name.endswith(".yaml") and "broken-syntax" not in name]
)
def test_the_same_document_as_json_gives_the_same_findings_at_the_same_pointers(name: str) -> None:
    (raw,) = read(str(CASES / name))
    assert isinstance(raw, RawDocument)
    again = read_document(raw.path, json.dumps(raw.data).encode(), is_json=True)
    assert isinstance(again, RawDocument)
    assert again.data == raw.data

    def told(one: RawDocument) -> set[tuple[str, str, str]]:
        examined = examine(one)
        findings = [*examined.findings, *judged(examined)]
        return {(each.code, each.pointer, each.message) for each in findings if each.code != "PIN004"}

    assert told(again) == told(raw)


@pytest.mark.parametrize("name", NAMES)
def test_the_input_is_not_changed(name: str) -> None:
    for raw in read(str(CASES / name)):
        if isinstance(raw, RawDocument):
            before = copy.deepcopy(raw.data)
            list(judged(examine(raw)))
            assert raw.data == before


def findings_of(data: Json) -> list[Finding]:
    raw = read_document("a.pincite.json", json.dumps(data).encode(), is_json=True)
    assert isinstance(raw, RawDocument)
    return list(examine(raw).findings)


# ---- hints: each a document, the pointer at fault, and what is proposed

HINTS: dict[str, tuple[JsonObject, str | None]] = {
    "/article/titel": ({"article": {"titel": "x"}}, "did you mean 'title'?"),
    "/article/Title": ({"article": {"Title": "x"}}, "did you mean 'title'?"),
    "/article/year": ({"article": {"year": 1931}}, "did you mean 'date'?"),
    "/article/licence": ({"article": {"licence": "CC0-1.0"}}, "did you mean 'license'?"),
    "/article/writer": ({"article": {"writer": "x"}}, "did you mean 'authors'?"),
    "/article/name": ({"article": {"name": "x"}}, "did you mean 'title'?"),
    "/article/link": ({"article": {"link": "x"}}, "did you mean 'url'?"),
    "/quotations/0/citations/0/pages": (
        {"quotations": [{"id": "q", "text": "x", "citations": [{"pages": 3}]}]},
        "it belongs under 'locator'",
    ),
    "/quotations/0/citations/0/locator": (
        {"quotations": [{"id": "q", "text": "x", "citations": [{"locator": "p. 12"}]}]},
        'for example locator: {page: "112"}',
    ),
    "/quotations/0/anchor": (
        {"quotations": [{"id": "q", "text": "x", "anchor": 5}]},
        "for example anchor: {start: 142, end: 222}",
    ),
    "/quotations/0/citations/0/locator/page": (
        {"quotations": [{"id": "q", "text": "x", "citations": [{"locator": {"page": [12, 13]}}]}]},
        'write it as text: page: "12-13" (a range) or "12, 13"',
    ),
    "/quotations/0/citations/0/locator/line": (
        {"quotations": [{"id": "q", "text": "x", "citations": [{"locator": {"line": [1, 2, 5]}}]}]},
        'write it as text: line: "1, 2, 5"',
    ),
    "/article/lang": ({"article": {"lang": "en"}}, "did you mean 'language'?"),
    "/article/code": ({"article": {"code": "7"}}, "it belongs under 'series'"),
    "/article/mood": ({"article": {"mood": "x"}}, "data of your own goes under 'custom' of the document"),
    "/quotes": ({"quotes": []}, "did you mean 'quotations'?"),
    "/sources/0/page": (
        {"sources": [{"id": "a", "type": "book", "page": "3"}]},
        "data of your own goes under 'custom' of the document",
    ),
    "/sources/0/type": ({"sources": [{"id": "a", "type": "boook"}]}, "did you mean 'book'?"),
    "/article/redistribution": (
        {"article": {"redistribution": "some"}},
        "one of: full, excerpts, none",
    ),
    "/sources/0": (
        {"sources": [{"id": "a", "titel": "x"}]},
        "add it, for example type: letter",
    ),
    "/sources/0/container": (
        {"sources": [{"id": "a", "type": "book", "container": "b"}]},
        "write {source: b}",
    ),
    "/sources/0/archive/place": (
        {"sources": [{"id": "a", "type": "book", "archive": {"place": ["x"]}}]},
        "write it without brackets: place: x",
    ),
    "/article/date": ({"article": {"date": 45}}, 'write it in quotation marks: date: "0045"'),
    "/custom/desk": ({"custom": {"desk": 1}}, "name it by a domain of yours, such as org.example.project"),
    "/pincite": ({"pincite": 1.3}, 'write it in quotation marks: "1.3"'),
    "/sources": ({"sources": {"id": "a"}}, "a list, even of one: begin it with a dash in YAML, put it into [ … ] in JSON"),
    "/catalogues": ({"catalogues": "a.yaml"}, "write a list: catalogues: [a.yaml]"),
    "/article/title": ({"article": {"title": {"x": None}}}, "in YAML, text that begins with a brace stands in quotation marks"),
}  # fmt: skip


@pytest.mark.parametrize("pointer", HINTS)
def test_hint(pointer: str) -> None:
    parts, hint = HINTS[pointer]
    document: JsonObject = {"pincite": "1.0", "article": {"title": "x"}, **parts}
    assert [one.hint for one in findings_of(document) if one.pointer == pointer] == [hint]


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("3 May 1871", 'write "1871-05-03"'),
        ("May 3rd, 1871", 'write "1871-05-03"'),
        ("Sept. 1871", 'write "1871-09"'),
        ("c. 1871", 'write "1871~": ~ behind a date makes it approximate, ? uncertain'),
        ("circa May 1871", 'write "1871-05~": ~ behind a date makes it approximate, ? uncertain'),
        ("03/05/1871", None),
        ("30/05/1871", 'write "1871-05-30"'),
        ("5/5/1871", 'write "1871-05-05"'),
        ("30.13.1871", None),
        ("1871-5-3", 'write "1871-05-03"'),
        ("1871-5", None),
        ("30 February 1871", None),
        ("3 Mayflower 1871", None),
        ("May", None),
        ("5 Maybe 1", None),
    ],
)
def test_a_date_in_words_is_written_as_the_format_does(date: str, hint: str | None) -> None:
    (found,) = findings_of({"pincite": "1.0", "article": {"title": "x", "date": date}})
    general = (
        "write an EDTF date such as 1918-04-02, 1918-04, 1918, 1918? (uncertain), "
        "1918~ (approximate) or 1918-03-13/1918-05-12"
    )
    assert found.hint == (hint or general)


def test_other_names_mean_members_of_the_format() -> None:
    members = {name for part in schema("document")["$defs"].values() for name in part.get("properties", {})}
    members |= schema("document")["properties"].keys()
    assert {name for names in OTHER_NAMES.values() for name in names} <= members
    assert OTHER_NAMES.keys().isdisjoint({"title", "date", "authors", "source"})


def test_a_mapping_is_explained_once() -> None:
    document: JsonObject = {"pincite": "1.0", "article": {"title": "x", "series": "a", "original": "b"}}
    told = [one.message for one in findings_of(document)]
    assert told == [
        "series must be a mapping (name: value), not text",
        "original must be a mapping, not text",
    ]


def test_a_document_that_is_not_judged_says_why() -> None:
    reasons = {}
    for name in ("version-other-major", "empty", "sound"):
        (raw,) = read(str(CASES / f"{name}.pincite.yaml"))
        assert isinstance(raw, RawDocument)
        reasons[name] = examine(raw).unjudged
    assert reasons == {
        "version-other-major": "this Pincite does not read the document's version",
        "empty": "the document's structure is broken",
        "sound": None,
    }


@pytest.mark.parametrize(
    ("word", "candidates", "found"),
    [
        ("publsher", ["publisher", "publisher_place"], "publisher"),
        ("LANGUAGE", ["language"], "language"),
        ("lang", ["language", "title"], "language"),
        ("pub", ["publisher", "publisher_place"], None),
        ("la", ["language"], None),
        ("quotes", ["quotations", "sources"], "quotations"),
        ("chapter_heading", ["chapter"], None),
        ("mood", ["note", "medium"], None),
    ],
)
def test_closest_word(word: str, candidates: list[str], found: str | None) -> None:
    assert closest_word(word, candidates) == found


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Ines Marrow", "Ines Marrow"),
        ("Marrow, Ines", '"Marrow, Ines"'),
        ("a: b", '"a: b"'),
        ("- a", '"- a"'),
        (7, "7"),
    ],
)
def test_a_hint_writes_what_yaml_reads_as_it_is_meant(value: str | int, text: str) -> None:
    assert as_written(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…"), (None, "nothing"), (True, "true"), ([], "a list"), (1.5, "1.5")],
)  # fmt: skip
def test_a_message_repeats_only_what_is_short(value: Json, text: str) -> None:
    assert shown(value) == text


def test_a_type_without_remedy_has_no_hint() -> None:
    assert type_hint("/article/title", [], ["string"]) is None
    assert type_hint("/custom", "x", ["object"]) is None


# ---- versions


@pytest.mark.parametrize(
    ("version", "stated", "foreign", "newer"),
    [
        ("1.0", (1, 0), False, False),
        ("1.7", (1, 7), False, True),
        ("1.10", (1, 10), False, True),
        ("2.0", (2, 0), True, False),
        ("0.9", (0, 9), True, False),
        (1, (1, 0), False, False),
        (1.7, (1, 7), False, True),
        (2, (2, 0), True, False),
        (True, None, False, False),
        (None, None, False, False),
        ("1", None, False, False),
        ("v1.0", None, False, False),
        ("1.0\n", None, False, False),
        ("1." + "9" * 5000, None, False, False),
        (-1, None, False, False),
        (1e300, None, False, False),
    ],
)
def test_version(version: Json, stated: tuple[int, int] | None, *, foreign: bool, newer: bool) -> None:
    assert parsed(version) == stated
    assert (is_foreign(version), is_newer(version)) == (foreign, newer)


def test_the_known_version_is_that_of_the_schema() -> None:
    assert known() == (1, 0)
    assert (quoted(1), quoted(1.0), quoted(1.7)) == ("1.0", "1.0", "1.7")


def test_a_newer_minor_turns_what_is_unknown_into_warnings() -> None:
    document: JsonObject = {
        "pincite": "1.7",
        "article": {"title": "x", "mood": "calm", "titel": "y"},
        "sources": [{"id": "a", "typ": "book"}, {"id": "b", "type": "hologram"}, {"id": "C", "type": "book"}],
    }
    assert [(one.code, one.severity, one.pointer) for one in sorted(findings_of(document), key=lambda one: one.pointer)] == [
        ("PIN013", "warning", "/article/mood"),
        ("PIN013", "warning", "/article/titel"),
        ("PIN013", "error", "/sources/0/typ"),
        ("PIN015", "warning", "/sources/1/type"),
        ("PIN202", "error", "/sources/2/id"),
    ]  # fmt: skip
    document["pincite"] = "1.0"
    assert {one.severity for one in findings_of(document)} == {"error"}


def test_another_major_is_refused_and_nothing_else_of_it_is_told() -> None:
    report = check_file(str(CASES / "version-other-major.pincite.yaml"))
    assert [one.code for one in report.findings] == ["PIN010"]
    assert [one.code for one in report.skipped] == ["*"]


# ---- many faults


def many(count: int) -> JsonObject:
    members: JsonObject = {f"x{number}": 1 for number in range(count)}
    return {"pincite": "1.0", "article": {"title": "x", **members}}


@pytest.mark.parametrize("count", [MAX_FAULTS, MAX_FAULTS + 1, MAX_FAULTS + 50])
def test_faults_are_capped_and_counted(count: int) -> None:
    findings = findings_of(many(count))
    told = [one for one in findings if one.code == "PIN013"]
    more = [one.message for one in findings if one.code == "PIN006"]
    assert len(told) == MAX_FAULTS
    rest = count - MAX_FAULTS
    wanted = [f"{rest} more faults of structure are not shown, only the first {MAX_FAULTS}"] if rest else []
    assert more == wanted


def test_what_is_beyond_the_cap_does_not_stop_the_rules() -> None:
    document = many(MAX_FAULTS + 50)
    document["sources"] = [3, {"id": "a", "type": "book", "volume": []}, {"id": "b"}]
    document["quotations"] = [{"id": "q1", "text": "x", "citations": [{"source": "c"}]}, {"id": "q2"}]
    document["claims"] = {"id": "c1"}
    document["foo"] = 1
    report = check_data(document)
    assert report.skipped == ()
    assert {"PIN006", "PIN013"} <= {one.code for one in report.findings}


# ---- what was left out is not missed


WITHOUT_WAKE: dict[str, tuple[str, str, str]] = {
    "a list of sources that is none": ("sources:\n  - id: clock-log\n    type", "sources:\n    id: clock-log\n    type", "/sources"),
    "a source that lacks its type": ("    type: book\n", "", "/sources/0"),
    "a source whose id is no id": ("  - id: clock-log", "  - id: [clock-log]", "/sources/0/id"),
    "a source that is text": ("sources:\n", "sources:\n  - The log\n", "/sources/0"),
    "sources misspelt, and faulty too": ("sources:\n  - id: clock-log\n    type", "sorces:\n    id: clock-log\n    type", "/sorces"),
    "citations that are none": ('citations:\n      - source: clock-log\n        locator: {page: "12"}\n        raw: (Marrow, p. 12)', "citations: (Marrow, p. 12)", "/quotations/0/citations"),
    "a page that is a list": ('{page: "12"}', "{page: [12]}", "/quotations/0/citations/0/locator/page"),
    "a date that is a mapping": ('date: "1871"', "date: {year: 1871}", "/sources/0/date"),
    "authors misspelt": ("authors:", "auhtors:", "/sources/0/auhtors"),
    "publisher that is empty": ("publisher: Harbour Press", "publisher:", "/sources/0/publisher"),
    "a text that is none": ("  text:\n    content: |\n      The", "  text: |\n      The", "/article/text"),
}  # fmt: skip


@pytest.mark.parametrize("name", WITHOUT_WAKE)
def test_one_fault_is_one_finding(name: str) -> None:
    old, new, pointer = WITHOUT_WAKE[name]
    text = SOUND.read_text("utf-8")
    assert text.count(old) == 1
    raw = read_document("a.pincite.yaml", text.replace(old, new).encode(), is_json=False)
    assert isinstance(raw, RawDocument)
    examined = examine(raw)
    assert [one.pointer for one in [*examined.findings, *judged(examined)]] == [pointer]


def test_an_archive_entry_that_is_broken_leaves_its_code_defined() -> None:
    text = SOUND.read_text("utf-8").replace("        raw: ", "        archive_code: HM\n        raw: ")
    for archives in ("archives: {HM: Harbour Museum}\n", "archives: Harbour Museum\n"):
        raw = read_document("a", (archives + text).encode(), is_json=False)
        assert isinstance(raw, RawDocument)
        examined = examine(raw)
        assert [one.code for one in [*examined.findings, *judged(examined)]] == ["PIN014"]
    raw = read_document("a", text.encode(), is_json=False)
    assert isinstance(raw, RawDocument)
    assert [one.code for one in judged(examine(raw))] == ["PIN307"]


def test_numbers_become_text_wherever_a_number_is_printed() -> None:
    source: JsonObject = {
        "id": "a", "type": "book", "date": 1871, "received": 1872, "coverage": 1870, "volume": 4, "issue": 5,
        "number": 6, "edition": 2.0, "archive": {"box": 3, "folder": 7, "item": 0, "name": "Town Archive"},
        "container": {"source": "b", "number": 9, "locator": {"page": 12}},
    }  # fmt: skip
    document: JsonObject = {
        "pincite": "1.0",
        "article": {"date": 2019, "series": {"part": 3}},
        "sources": [source],
        "quotations": [{"id": "q", "text": "x", "citations": [{"source": "a", "locator": {"page": 12}}]}],
        "claims": [{"id": "c", "text": "x", "citations": [{"source": "a", "locator": {"line": 1}}]}],
        "images": [{"id": "i", "width": 5, "depicts": [{"source": "a", "locator": {"folio": 2}}]}],
    }
    before = copy.deepcopy(document)
    raw = read_document("a", json.dumps(document).encode(), is_json=True)
    assert isinstance(raw, RawDocument)
    examined = examine(raw)
    assert examined.findings == []
    assert examined.document is not None
    numbers = re.findall(r'"(\w+)": (-?[0-9.]+)', json.dumps(examined.document.data))
    assert numbers == [("width", "5")]
    assert document == before == raw.data
    for pointer, digits in {
        "/sources/0/edition": "2",
        "/sources/0/archive/item": "0",
        "/sources/0/container/number": "9",
        "/article/series/part": "3",
    }.items():
        value: object = examined.document.data
        for step in pointer_steps(pointer):
            value = value[int(step)] if isinstance(value, list) else value[step]  # type: ignore[index]
        assert value == digits
