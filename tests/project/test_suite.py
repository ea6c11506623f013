"""The conformance suite: this implementation passes it, its runner can fail, and another one can run it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

import suite_index
from tests.suite import (
    EXPECTED,
    INPUTS,
    SUITE,
    disagreements,
    expectations,
    inputs_of,
    judged_codes,
    name_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

CODES = judged_codes()
ALL = expectations()
every_case = pytest.mark.parametrize("expectation", ALL, ids=name_of)


def read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data


@every_case
def test_case(expectation: Path) -> None:
    assert disagreements(expectation, CODES) == []


# ---- the runner can fail

CHANGES: dict[str, tuple[str, Callable[[dict[str, Any]], object]]] = {
    "a finding too few": ("structure/source-without-id", lambda one: one["findings"].clear()),
    "a finding too many": (
        "structure/everything",
        lambda one: one["findings"].append({"code": "PIN012", "pointer": "/sources/0"}),
    ),
    "a finding twice": ("structure/source-without-both", lambda one: one["findings"].pop()),
    "another code": ("structure/article-is-text", lambda one: one["findings"][0].update(code="PIN012")),
    "another pointer": ("references/within-dangling", lambda one: one["findings"][0].update(pointer="/quotations/0")),
    "another line": ("structure/misspelt-required-member", lambda one: one["findings"][0].update(line=3)),
    "another column": ("structure/misspelt-required-member", lambda one: one["findings"][0].update(column=5)),
    "another severity": (
        "structure/version-newer-minor-with-new-member",
        lambda one: one["findings"][0].update(severity="error"),
    ),
    "valid": ("values/date-month-zero", lambda one: one.update(valid=True)),
    "not valid": ("anchors/moved", lambda one: one.update(valid=False)),
    "the schema's verdict": ("values/date-day-impossible", lambda one: one.update(schema=False)),
    "other data": ("reading/no-is-text", lambda one: one["data"]["article"].update(title=False)),
    "a truth value for a number": (
        "reading/json-values",
        lambda one: one["data"]["custom"]["org.example.lace"].__setitem__(5, 1),
    ),
    "another document": (
        "structure/whole-number-with-point",
        lambda one: one["document"]["sources"][0].update(volume="4.0"),
    ),
    "a member too few in Markdown": ("markdown/image", lambda one: one["document"]["images"][0].pop("alt")),
    "another number of documents": ("reading/lines", lambda one: one.update(documents=3)),
    "another outcome": ("anchors/ambiguous", lambda one: one["anchors"][0].update(outcome="drifted")),
    "another place of words": ("anchors/moved", lambda one: one["anchors"][0].update(start=29)),
    "another displayed text": ("segments/sic", lambda one: one["texts"][0].update(displayed="The clok was slow.")),
    "another asserted text": ("segments/correction", lambda one: one["texts"][0].update(asserted=[["The clock was slow."]])),
    "no gap": ("segments/omission", lambda one: one["texts"][0]["asserted"][0].pop(1)),
    "a short gap": ("segments/omission", lambda one: one["texts"][0]["asserted"][0].__setitem__(1, {"gap": "short"})),
    "a reading too few": ("segments/suspect-with-reading", lambda one: one["texts"][0]["asserted"].pop()),
}  # fmt: skip


def copied(name: str, folder: Path) -> Path:
    """Copy the files of a case, and return the copy of its expectation."""
    case = SUITE / name
    for path in case.parent.glob(f"{case.name}.*"):
        shutil.copy(path, folder)
    return folder / f"{case.name}{EXPECTED}"


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_expectation_is_noticed(change: str, tmp_path: Path) -> None:
    name, alter = CHANGES[change]
    changed = copied(name, tmp_path)
    assert disagreements(changed, CODES) == []
    expected = read(changed)
    alter(expected)
    changed.write_text(json.dumps(expected), "utf-8")
    assert disagreements(changed, CODES) != []


def test_a_changed_document_is_noticed(tmp_path: Path) -> None:
    case = copied("values/isbns", tmp_path)
    document = case.with_name("isbns.pincite.json")
    document.write_text(document.read_text("utf-8").replace("080442957X", "0804429570"), "utf-8")
    (line,) = [one for one in disagreements(case, CODES) if "PIN208" in one]
    assert line.startswith("isbns.pincite.json: not expected: PIN208 at '/sources/4/isbn'")


def test_a_case_without_document_is_noticed(tmp_path: Path) -> None:
    alone = Path(shutil.copy(SUITE / "values" / f"isbns{EXPECTED}", tmp_path))
    assert disagreements(alone, CODES) == [f"isbns{EXPECTED}: no document"]


# ---- the suite is whole


def test_every_expectation_has_the_form_of_its_schema() -> None:
    described = read(SUITE / "expectation.schema.json")
    Draft202012Validator.check_schema(described)
    validator = Draft202012Validator(described)
    assert {name_of(one): error.message for one in ALL for error in validator.iter_errors(read(one))} == {}


@pytest.mark.parametrize(
    "change",
    [
        {"about": ""},
        {"level": "prose"},
        {"message": "x"},
        {"findings": [{"pointer": "/a"}]},
        {"findings": [{"code": "PIN012", "column": 3}]},
        {"anchors": [{"pointer": "/a", "outcome": "moved"}]},
        {"anchors": [{"pointer": "/a", "outcome": "drifted", "start": 0}]},
        {"texts": [{"pointer": "/a", "displayed": "x", "asserted": [[{"gap": "long"}]]}]},
    ],
)
def test_an_expectation_of_another_form_is_refused(change: dict[str, Any]) -> None:
    validator = Draft202012Validator(read(SUITE / "expectation.schema.json"))
    good = {"about": "x", "level": "reading", "valid": True, "findings": []}
    assert validator.is_valid(good)
    assert not validator.is_valid(good | change)


def test_a_verdict_agrees_with_the_findings_beside_it() -> None:
    for expectation in ALL:
        expected = read(expectation)
        severities = {one.get("severity", CODES[one["code"]]["severity"]) for one in expected["findings"]}
        assert expected["valid"] == ("error" not in severities), name_of(expectation)


def test_no_case_asks_for_more_than_its_level() -> None:
    of_members = {"anchors": "anchors", "texts": "segments"}
    for expectation in ALL:
        expected = read(expectation)
        if expected["level"] == "markdown":
            continue
        asked = {CODES[one["code"]]["level"] for one in expected["findings"]}
        asked |= {level for member, level in of_members.items() if member in expected}
        reached = [suite_index.LEVELS.index(level) for level in asked]
        assert max(reached, default=0) <= suite_index.LEVELS.index(expected["level"]), name_of(expectation)


def test_every_code_has_a_case_and_every_level_both_verdicts() -> None:
    expected = [read(one) for one in ALL]
    assert {one["code"] for each in expected for one in each["findings"]} == CODES.keys()
    assert {(one["level"], one["valid"]) for one in expected} == {
        (level, valid) for level in suite_index.LEVELS for valid in (True, False)
    }


def codes_in(cell: str) -> set[str]:
    """Return the codes that a cell of the README names, ranges written out."""
    found = re.findall(r"`(?:PIN)?([0-9]{3})`(?:-`([0-9]{3})`)?", cell)
    return {f"PIN{code:03d}" for low, high in found for code in range(int(low), int(high or low) + 1)}


def test_the_readme_names_the_codes_of_the_format() -> None:
    readme = (SUITE / "README.md").read_text("utf-8")
    table = readme.partition("| part of it |")[2].partition("\n\n")[0]
    named = {code for row in table.splitlines()[2:] for code in codes_in(row.split(" | ")[0])}
    assert named == {code for listed in suite_index.CODES.values() for code in listed}
    assert codes_in("| `PIN401`-`403`, `407`") == {"PIN401", "PIN402", "PIN403", "PIN407"}


def test_every_document_has_an_expectation() -> None:
    known = {path for one in ALL for path in inputs_of(one)}
    documents = {path for path in SUITE.glob("*/*") if path.name.endswith(INPUTS)}
    assert documents == known


def test_documents_in_two_syntaxes_say_the_same() -> None:
    readme = (SUITE / "README.md").read_text("utf-8")
    names: dict[str, Any] = {}
    exec(code_block(readme).partition("suite = ")[0], names)  # noqa: S102 - the reader of our own README
    pairs = 0
    for expectation in ALL:
        as_yaml, *others = inputs_of(expectation)
        for as_json in others:
            pairs += 1
            in_yaml = names["yaml"].load(as_yaml.read_text("utf-8"), names["JsonTypes"])
            assert in_yaml == json.loads(as_json.read_text("utf-8")), name_of(expectation)
    assert pairs > len(ALL) // 2


def test_a_case_says_what_it_is_about_once() -> None:
    said = [(read(one)["about"], one.parent.name) for one in ALL]
    assert all(re.fullmatch(r"[^a-z\s].*\.", about) for about, _ in said)


# ---- another implementation


def code_block(page: str) -> str:
    (block,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return str(block)


def run_of_readme(suite: Path) -> subprocess.CompletedProcess[str]:
    script = code_block((SUITE / "README.md").read_text("utf-8"))
    command = [sys.executable, "-I", "-c", script, str(suite)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_runner_of_the_readme_passes_at_the_level_of_the_schema() -> None:
    done = run_of_readme(SUITE)
    compared = sum(len(inputs_of(one)) for one in ALL if "schema" in read(one))
    assert (done.stdout, done.stderr) == (f"{compared} documents, 0 failed\n", "")
    assert done.returncode == 0
    assert "pincite" not in code_block((SUITE / "README.md").read_text("utf-8"))


def test_the_runner_of_the_readme_fails_on_another_schema(tmp_path: Path) -> None:
    suite = tmp_path / "suite"
    shutil.copytree(SUITE / "values", suite / "values")
    cases = [one for one in read(SUITE / "manifest.json")["cases"] if one["name"].startswith("values/")]
    (suite / "manifest.json").write_text(json.dumps({"cases": cases}), "utf-8")
    published = read(SUITE.parent / "document.schema.json")
    published["$defs"]["issn"].pop("pattern")
    (tmp_path / "document.schema.json").write_text(json.dumps(published), "utf-8")
    done = run_of_readme(suite)
    *failed, last = done.stdout.splitlines()
    assert failed == [
        f"issn-without-hyphen.pincite.{syntax}: expected refused" for syntax in ("json", "yaml")
    ]
    assert last.endswith(" documents, 2 failed")
    assert done.returncode == 1


def test_the_example_of_the_readme_is_a_case() -> None:
    (example,) = re.findall(
        r"^```json\n(.*?)^```$", (SUITE / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert json.loads(example) == read(SUITE / "anchors" / f"counted-in-utf-16{EXPECTED}")
