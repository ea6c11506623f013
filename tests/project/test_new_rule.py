"""A new rule is a rule from the start, and its failing case fails until it is filled in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from new_rule import known_rules, main, new_rule, next_code, with_row
from pincite.rules import REGISTRY
from pincite.rules.catalogue import catalogue
from rule_stubs import STUBS

ROOT = Path(__file__).resolve().parents[2]
REGISTRY_FILE = Path("validator/pincite/rules/__init__.py")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("validator", "schema"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def python(copy: Path, *arguments: str, at: str = ".") -> str:
    """Run Python on the copied package and return what it prints."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(copy / "validator"),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",  # an edit within one second would go unnoticed
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=copy / at,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}
    assert done.stderr == ""
    return done.stdout


def lines_of(copy: Path, code: str) -> str:
    """Return what the checker says under this code about the failing case."""
    at = f"tests/cases/{code}"
    printed = python(
        copy, "-m", "pincite", "check", "--format", "concise", "fail-minimal.pincite.yaml", at=at
    )
    return "".join(line for line in printed.splitlines(keepends=True) if f" {code} " in line)


def test_the_stubs_are_for_the_kinds_of_the_registry() -> None:
    assert set(STUBS) == set(REGISTRY)


@pytest.mark.parametrize("kind", STUBS)
def test_the_failing_case_fails_until_filled_in(copy: Path, kind: str) -> None:
    code = next_code(known_rules(copy), "3")
    written = new_rule(copy, "tide-late", "3", kind, "warning")
    assert written == [
        "validator/pincite/rules/tide_late.py",
        "validator/pincite/rules/__init__.py",
        f"tests/cases/{code}/pass-minimal.pincite.yaml",
        f"tests/cases/{code}/fail-minimal.pincite.yaml",
        f"tests/cases/{code}/fail-minimal.expected",
    ]
    assert f"{code}  warning  tide-late" in python(copy, "-m", "pincite", "rules")
    expected = (copy / f"tests/cases/{code}/fail-minimal.expected").read_text("utf-8")
    assert expected == f"fail-minimal.pincite.yaml:LINE:COLUMN: {code} FILL IN\n"
    assert lines_of(copy, code) == ""

    module = copy / "validator/pincite/rules/tide_late.py"
    source = module.read_text("utf-8")
    assert source.count('== "FILL IN"') == 1
    module.write_text(source.replace('== "FILL IN"', '!= "FILL IN"'), "utf-8")
    assert lines_of(copy, code) != ""


def test_a_finding_of_verification_stands_with_the_others(copy: Path) -> None:
    code = next_code(known_rules(copy), "7")
    written = new_rule(copy, "tide-late", "7", None, "warning")
    assert written == [
        "validator/pincite/verifier/rules/tide_late.py",
        "validator/pincite/verifier/rules/__init__.py",
        f"tests/cases/{code}/log.txt",
        f"tests/cases/{code}/pass-minimal.pincite.yaml",
        f"tests/cases/{code}/fail-minimal.pincite.yaml",
        f"tests/cases/{code}/fail-minimal.expected",
    ]
    assert f"{code}  warning  tide-late" in python(copy, "-m", "pincite", "rules")
    listed = (copy / written[1]).read_text("utf-8")
    assert '",\n    "tide_late",\n)\n"""The modules of this folder' in listed
    at = f"tests/cases/{code}"
    judged = python(copy, "-m", "pincite", "verify", "--select", code, "pass-minimal.pincite.yaml", at=at)
    assert "1 quotation: 1 exact" in judged
    shutil.copy(ROOT / "pyproject.toml", copy)
    assert "already formatted" in python(copy, "-m", "ruff", "format", "--check", *written[:2])
    assert "All checks passed" in python(copy, "-m", "ruff", "check", "--no-cache", *written[:2])


def test_stubs_are_formatted_and_typed(copy: Path) -> None:
    modules = []
    for kind, name in zip(STUBS, ("a", "b", "c", "d", "e", "f", "g", "h", "i"), strict=True):
        modules.append(new_rule(copy, f"tide-{name}", "3", kind, "error")[0])
    shutil.copy(ROOT / "pyproject.toml", copy)
    assert "already formatted" in python(
        copy, "-m", "ruff", "format", "--check", *modules, str(REGISTRY_FILE)
    )
    assert "All checks passed" in python(
        copy, "-m", "ruff", "check", "--no-cache", *modules, str(REGISTRY_FILE)
    )
    assert "Success" in python(copy, "-m", "mypy", "--cache-dir", os.devnull, *modules)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["301"], ["301", "350"]),
        (["301", "399"], ["301", "350", "399"]),
        (["399"], ["350", "399"]),
    ],
)
def test_the_row_stands_in_the_order_of_codes(before: list[str], after: list[str]) -> None:
    def registry(codes: list[str]) -> str:
        rows = "".join(f'        Entry("PIN{code}", "rule_{code}"),\n' for code in codes)
        return (
            "REGISTRY: dict[str, tuple[Entry, ...]] = {\n"
            f'    "other": (Entry("PIN300", "x"),),\n    "claims": (\n{rows}    ),\n}}\n'
        )

    assert with_row(registry(before), "claims", "rule_350", "PIN350") == registry(after)


def test_every_code_is_known() -> None:
    assert known_rules(ROOT) == {one.rule.name: one.rule.code[3:] for one in catalogue()}


def test_the_next_code_never_fills_a_gap() -> None:
    known = {"one": "301", "two": "304", "other": "412"}
    assert next_code(known, "3") == "PIN305"
    assert next_code(known, "5") == "PIN501"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("late", "no rule's name"),
        ("Tide-late", "no rule's name"),
        ("quotation-uncited", "is the name of PIN101"),
        ("syntax-invalid", "is the name of PIN003"),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    copy: Path, name: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (copy / REGISTRY_FILE).read_text("utf-8")
    assert main([name, "--family", "3", "--kind", "claims", "--root", str(copy)]) == 2
    assert message in capsys.readouterr().out
    assert (copy / REGISTRY_FILE).read_text("utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--family", "7", "--kind", "claims"],
            "a finding of verification judges quotations and has no kind",
        ),
        (["--family", "3"], "a rule of family 3 needs a kind: article, catalogues"),
    ],
)
def test_a_kind_is_asked_for_where_there_are_kinds(
    copy: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tide-late", *arguments, "--root", str(copy)]) == 2
    assert message in capsys.readouterr().out
    assert not (copy / "tests").exists()
