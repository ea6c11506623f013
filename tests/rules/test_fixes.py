"""What fixes make of every faulty case, held against a golden beside it, and what they promise.

``NAME.fix`` beside a case tells each fix that was made, ``safe 4:48 PIN236 title``, each that could not be, and the lines that
changed. ``pytest --update`` writes these files anew; look at each changed line before it is committed.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from pincite.fixing.fixed import Fixed, fixed
from pincite.model.line_changes import line_changes
from pincite.rules.catalogue import catalogue
from pincite.settings.run import USUAL
from tests.rules.test_cases import CASES, INPUTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.model.finding import Finding
    from pincite.model.fix import Safety

ANY: frozenset[Safety] = frozenset({"safe", "unsafe"})
FAULTY = [
    path
    for path in sorted(CASES.rglob("*"))
    if path.name.endswith((*INPUTS, ".txt")) and not path.name.startswith("pass-")
]
COME_TO_LIGHT = {
    "PIN014/fail-one-thing.pincite.yaml": {"PIN102", "PIN103", "PIN303"},
    "PIN202/fail-everywhere.pincite.yaml": {"PIN103"},
    "PIN301/fail-not-in-the-catalogue.pincite.yaml": {"PIN103"},
    "structure/all-at-once.pincite.yaml": {"PIN103"},
    "structure/broken-items.pincite.yaml": {"PIN103"},
    "structure/lists-and-mappings.pincite.yaml": {"PIN301"},
}
"""What is missing or idle in a case all along, and is told when the faults of structure are gone that kept it back."""
every_faulty = pytest.mark.parametrize("path", FAULTY, ids=lambda path: f"{path.parent.name}/{path.name}")


def golden_of(path: Path) -> Path:
    stem = path.name.partition(".pincite.")[0] if ".pincite." in path.name else path.stem
    return path.with_name(f"{stem}.fix")


def described(done: Fixed) -> Iterator[str]:
    """Yield the lines of a golden."""
    for finding in done.taken:
        assert finding.fix is not None
        yield f"{finding.fix.safety} {where(finding)} {finding.code} {finding.fix.title}"
    for finding, reason in done.left:
        yield f"left {where(finding)} {finding.code} {reason}"
    old, new = (
        content.decode("utf-8", "surrogateescape").split("\n") for content in (done.before, done.after)
    )
    for start, end, new_start, new_end in line_changes(old, new):
        yield from (f"-{line}" for line in old[start:end])
        yield from (f"+{line}" for line in new[new_start:new_end])


def where(finding: Finding) -> str:
    return f"{finding.place.line}:{finding.place.column}" if finding.place else "-"


def codes(content: bytes, name: str) -> Counter[str]:
    return Counter(one.code for one in fixed(name, USUAL, content, ()).found)


@every_faulty
def test_a_faulty_case_is_mended_as_its_golden_says(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    monkeypatch.chdir(path.parent)
    done = fixed(path.name, USUAL, path.read_bytes(), ANY)
    golden = golden_of(path)
    text = "".join(f"{line}\n" for line in described(done))
    if update:
        golden.unlink(missing_ok=True)
        if text:
            golden.write_text(text, "utf-8", newline="\n")
    assert text == (golden.read_text("utf-8") if golden.exists() else "")


@every_faulty
@pytest.mark.parametrize("safeties", [ANY, frozenset({"safe"})], ids=["all", "safe"])
def test_what_was_fixed_is_gone_and_nothing_has_come(
    path: Path, safeties: frozenset[Safety], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    before = path.read_bytes()
    done = fixed(path.name, USUAL, before, safeties)
    expected = codes(before, path.name)
    expected.subtract(one.code for one in done.taken)
    found = codes(done.after, path.name)
    come = {code for code in found if found[code] > expected[code]}
    assert come == (COME_TO_LIGHT.get(path.relative_to(CASES).as_posix(), set()) if done.taken else set())
    again = fixed(path.name, USUAL, done.after, safeties)
    assert (again.after, again.taken) == (done.after, ())


def test_no_golden_is_without_its_case() -> None:
    assert set(CASES.rglob("*.fix")) <= {golden_of(path) for path in FAULTY}


def test_what_a_rule_says_of_its_fixes_is_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, set[str]] = {}
    for path in FAULTY:
        monkeypatch.chdir(path.parent)
        for finding in fixed(path.name, USUAL, path.read_bytes(), ()).found:
            if finding.fix is not None:
                made.setdefault(finding.code, set()).add(finding.fix.safety)
    said = {one.rule.code: one.rule.fix for one in catalogue() if one.rule.fix is not None}
    assert {code: "both" if len(kinds) > 1 else kinds.pop() for code, kinds in made.items()} == said


def test_the_page_of_fixes_names_each_rule_that_has_one() -> None:
    page = (CASES.parents[1] / "docs" / "fix.md").read_text("utf-8")
    named: dict[str, set[str]] = {}
    for code, safety in _rows(page):
        named.setdefault(code, set()).add(safety)
    said = {one.rule.code: one.rule.fix for one in catalogue() if one.rule.fix is not None}
    assert {code: "both" if len(kinds) > 1 else kinds.pop() for code, kinds in named.items()} == said


def _rows(page: str) -> Iterator[tuple[str, str]]:
    """Yield the codes and safeties that the tables of the page tell; a row without a code goes on with the one before."""
    codes: list[str] = []
    for row in re.finditer(r"^\| (.*?) ?\| (safe|unsafe) \|", page, re.MULTILINE):
        codes = re.findall(r"\[(PIN\d+)\]", row[1]) or codes
        yield from ((code, row[2]) for code in codes)


def test_the_page_of_fixes_says_once_why_a_rule_has_none() -> None:
    page = (CASES.parents[1] / "docs" / "fix.md").read_text("utf-8").partition("has no fix, and why")[2]
    codes = [one.rule.code for one in catalogue()]
    said: list[str] = []
    for row in re.findall(r"^\| (PIN.*?) \|", page, re.MULTILINE):
        for first, last, excepted in re.findall(r"(PIN\d+)(?: to (PIN\d+))?((?:, but [^|]*)?)", row):
            without = re.findall(r"PIN\d+", excepted)
            said += [code for code in codes if first <= code <= (last or first) and code not in without]
    assert sorted(said) == sorted(one.rule.code for one in catalogue() if one.rule.fix is None)
