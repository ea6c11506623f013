"""Every case of ``tests/cases``: a fail case gives exactly its expected lines, a pass case none.

A case that is malformed on purpose names those codes itself, in a line ``# also gives CODE …``.
``pytest --update`` writes the ``.expected`` files anew; look at each changed line before it is committed.
"""

from __future__ import annotations

import copy
import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite import check
from pincite.cli.verification.call import Manner
from pincite.cli.verification.of_file import OfFile, verify_file
from pincite.judging import judged
from pincite.model.finding import Finding
from pincite.reading.files import SUFFIXES, RawDocument, read
from pincite.reporters.concise_format import line_of
from pincite.rules import default_codes, entries
from pincite.rules.catalogue import catalogue
from pincite.settings.run import USUAL
from pincite.settings.selection import verification_codes
from pincite.structure.examine import examine
from pincite.verifier.documents.source_folders import SourceFolders
from pincite.verifier.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.conftest import Pincite, PinciteInside

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
INPUTS = (*SUFFIXES, ".md", ".txt")
"""What the names of inputs end with: those of documents, of annotated Markdown, and of articles nobody has annotated."""
BESIDE = ".txt"
"""What the names of files end with that may lie beside an input: texts that it names."""
WITHOUT_CASE = {
    "PIN001": "a file that is not there cannot be a case; see tests/cli/test_check.py",
    "PIN704": "no case can bring a damaged scan along; see tests/verifier/test_findings.py",
    "PIN718": "no case can bring a scan along; see tests/verifier/test_findings.py",
    "PIN139": "no case can bring a house style along; see tests/rules/test_house_member_missing.py",
}


@dataclass(frozen=True)
class Case:
    """One input, judged from its own folder; the folder's name is the code it is about."""

    path: Path

    @property
    def code(self) -> str:
        return self.path.parent.name

    @property
    def fails(self) -> bool:
        return self.path.name.startswith("fail-")

    @property
    def stem(self) -> str:
        return self.path.name.removesuffix(".md").removesuffix(".txt").partition(".pincite.")[0]

    @property
    def expected(self) -> Path:
        return self.path.with_name(f"{self.stem}.expected")

    @property
    def also_gives(self) -> set[str]:
        said = re.search(rb"^# also gives (.*)$", self.path.read_bytes(), re.MULTILINE)
        return set(said[1].decode().split()) if said else set()

    def __str__(self) -> str:
        return f"{self.code}/{self.path.name}"


def cases_in(folder: Path) -> list[Case]:
    """Return the cases of all codes, in order."""
    return [
        Case(path)
        for path in sorted(folder.glob("PIN[0-9][0-9][0-9]/*"))
        if path.name.endswith(INPUTS) and path.name.startswith(("pass-", "fail-"))
    ]


def gaps(folder: Path, codes: Iterable[str]) -> list[str]:
    """Return what keeps the cases of a folder from being complete."""
    cases = cases_in(folder)
    found = [f"{one}: no {one.expected.name}" for one in cases if one.fails and not one.expected.exists()]
    named = Counter(one.expected for one in cases)
    found += [f"{one}: two inputs have this name" for one in cases if named[one.expected] > 1]
    stems = {one.expected for one in cases if one.fails}
    for path in sorted(folder.glob("PIN*/*")):
        if path.suffix == ".expected" and path not in stems:
            found.append(f"{path.parent.name}/{path.name}: no input")
        if path.name.endswith(INPUTS) and not path.name.endswith(BESIDE) and Case(path) not in cases:
            found.append(f"{path.parent.name}/{path.name}: neither pass- nor fail-")
    known = set(codes)
    found += [f"{path.name}: no such code" for path in sorted(folder.glob("PIN*")) if path.name not in known]
    for code in sorted(known - set(WITHOUT_CASE)):
        kinds = {one.fails for one in cases if one.code == code}
        found += [
            f"{code}: no {'fail' if kind else 'pass'} case" for kind in (True, False) if kind not in kinds
        ]
    return found


def findings_of(path: str | Path, code: str) -> list[Finding]:
    """Return what a check finds that asks the rule with *code*, which a configuration may have to select."""
    if code in verification_codes():
        return list(verified(path).findings)
    if code in default_codes() or code not in {entry.code for entry in entries()}:
        return list(check(path).findings)
    found: list[Finding] = []
    for raw in read(str(path)):
        examined = examine(raw) if isinstance(raw, RawDocument) else raw
        found += [examined] if isinstance(examined, Finding) else examined.findings
        if not isinstance(examined, Finding):
            found += judged(examined, default_codes() | {code})
    return sorted(found, key=lambda finding: finding.order)


def verified(path: str | Path) -> OfFile:
    """Return what holding the quotations of a document against their sources finds."""
    return verify_file(str(path), USUAL, Shelf(), SourceFolders(), Manner())


ALL = cases_in(CASES)
every_case = pytest.mark.parametrize("case", ALL, ids=str)


@every_case
def test_a_case_gives_what_is_expected_of_it(
    case: Case,
    monkeypatch: pytest.MonkeyPatch,
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    monkeypatch.chdir(case.path.parent)
    findings = findings_of(case.path.name, case.code)
    own = "".join(line_of(one) + "\n" for one in findings if one.code == case.code)
    malformed = {one.code for one in findings if one.code != case.code and one.code[3] in "02"}
    assert malformed == case.also_gives
    if case.fails and update and own:
        case.expected.write_text(own, "utf-8", newline="\n")
    assert own == (case.expected.read_text("utf-8") if case.fails else "")
    assert bool(own) == case.fails


@every_case
def test_judging_leaves_the_input_as_it_was(case: Case) -> None:
    for raw in read(str(case.path)):
        if isinstance(raw, RawDocument):
            before = copy.deepcopy(raw.data)
            examined = examine(raw)
            mended = copy.deepcopy(examined.document.data) if examined.document else None
            list(judged(examined))
            assert raw.data == before
            assert examined.document is None or examined.document.data == mended


def test_python_and_the_three_formats_give_the_same_findings(
    monkeypatch: pytest.MonkeyPatch, pincite_inside: PinciteInside
) -> None:
    monkeypatch.chdir(CASES)
    report = check(".")
    assert len(report.findings) > len(ALL) // 2
    concise = pincite_inside("check", "--format", "concise", ".")
    text = pincite_inside("check", ".")
    as_json = json.loads(pincite_inside("check", "--format", "json", ".").out)

    assert concise.out.splitlines() == [line_of(one) for one in report.findings]
    heads = re.findall(r"^(\S[^\n]*): (error|warning|info) (PIN\d{3}) \(([a-z-]+)\)$", text.out, re.MULTILINE)
    assert [(where, code) for where, _, code, _ in heads] == [
        (line.partition(": PIN")[0], one.code)
        for line, one in zip(concise.out.splitlines(), report.findings, strict=True)
    ]
    assert [(severity, name) for _, severity, _, name in heads] == [
        (one.severity, one.name) for one in report.findings
    ]
    assert [
        (
            one["path"],
            one["line"],
            one["column"],
            one["end_line"],
            one["end_column"],
            one["code"],
            one["message"],
            one["hint"],
            one["pointer"],
        )
        for one in as_json["findings"]
    ] == [
        (
            one.path,
            *(
                (one.place.line, one.place.column, one.place.end_line, one.place.end_column)
                if one.place
                else [None] * 4
            ),
            one.code,
            one.message,
            one.hint,
            one.pointer,
        )
        for one in report.findings
    ]
    assert {concise.status, text.status} == {1}


def test_the_order_of_findings_does_not_hang_on_hash_seeds(pincite: Pincite) -> None:
    printed = {
        pincite("check", "--format", "json", ".", cwd=CASES, env={"PYTHONHASHSEED": seed}).out
        for seed in "123"
    }
    assert len(printed) == 1


def test_every_rule_has_its_cases_and_every_case_its_expectation() -> None:
    assert gaps(CASES, codes_that_need_cases()) == []


def codes_that_need_cases() -> set[str]:
    """Return the codes that have a folder of cases, and of the others those that nothing else here proves.

    What reading and structure find is also proved by ``tests/cases/structure`` and by the blocks of a rule's
    own documentation (``test_rule_docs.py``), what is found on the way to and from other formats by ``tests/export``
    and ``tests/bibliography``, what is found in datasets by ``tests/dataset``.
    """
    folders = {path.name for path in CASES.glob("PIN*")}
    told = "".join(path.read_text("utf-8") for path in sorted((CASES / "structure").rglob("*.expected")))
    return {
        one.rule.code
        for one in catalogue()
        if one.rule.family not in {"other formats", "datasets"}
        if one.rule.code in folders
        or one.module.startswith("pincite.rules.")
        or (one.rule.code not in told and "```yaml" not in one.text and "```json" not in one.text)
    }


def test_gaps_are_noticed(tmp_path: Path) -> None:
    for name in (
        "PIN101/fail-a.pincite.yaml",
        "PIN101/fail-b.expected",
        "PIN101/other.pincite.yaml",
        "PIN102/fail-a.pincite.yaml",
        "PIN102/fail-a.pincite.json",
        "PIN102/fail-a.expected",
        "PIN102/pass-a.pincite.yaml",
        "PIN999/pass-a.pincite.yaml",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert gaps(tmp_path, ["PIN101", "PIN102", "PIN103"]) == [
        "PIN101/fail-a.pincite.yaml: no fail-a.expected",
        "PIN102/fail-a.pincite.json: two inputs have this name",
        "PIN102/fail-a.pincite.yaml: two inputs have this name",
        "PIN101/fail-b.expected: no input",
        "PIN101/other.pincite.yaml: neither pass- nor fail-",
        "PIN999: no such code",
        "PIN101: no pass case",
        "PIN103: no fail case",
        "PIN103: no pass case",
    ]


def test_update_is_refused_where_ci_is_set() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "--update",
            "--collect-only",
            "-q",
            "-p",
            "no:cacheprovider",
            __file__,
        ],
        cwd=ROOT,
        env={**os.environ, "CI": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "--update is refused where CI is set" in done.stderr
