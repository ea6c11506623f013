"""Start-up: a command imports what it needs, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).resolve().parents[1] / "cases" / "structure"
SOUND = str(CASES / "sound.pincite.yaml")
FAULTY = str(CASES / "six-misspelt-key.pincite.yaml")

PROBE = """
import sys
from pincite.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(*arguments: str, stdin: bytes = b"") -> set[str]:
    """Return the modules that a command has imported when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], input=stdin, capture_output=True, check=True
    )
    return set(done.stderr.decode().split())


def rules_in(modules: set[str]) -> set[str]:
    return {name.removeprefix("pincite.rules.") for name in modules if name.startswith("pincite.rules.")}


HEAVY = {
    "jsonschema",
    "referencing",
    "typer",
    "click",
    "rich",
    "pydantic",
    "difflib",
    "asyncio",
    "markdown_it",
}


def test_checking_a_valid_file_imports_nothing_heavy() -> None:
    modules = loaded("check", SOUND)
    assert {"pincite.rules.title_missing", "yaml"} <= modules
    assert modules & HEAVY == set()
    assert not any(name.startswith(("pincite.converter", "pincite.export")) for name in modules)


def test_json_needs_no_yaml() -> None:
    assert "yaml" not in loaded("check", str(CASES / "sound-json.pincite.json"))


def test_a_faulty_file_does_import_what_explains_it() -> None:
    assert "jsonschema" in loaded("check", FAULTY)


def test_with_options_the_command_line_is_parsed_but_nothing_more_is_imported() -> None:
    modules = loaded("check", "--format", "json", SOUND)
    assert modules & {"jsonschema", "referencing", "rich", "pydantic"} == set()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"], []])
def test_help_imports_neither_the_judge_nor_its_means(arguments: list[str]) -> None:
    modules = loaded(*arguments)
    assert modules & {"jsonschema", "referencing", "yaml", "rich", "pydantic"} == set()
    assert not any(
        name.startswith(("pincite.rules", "pincite.structure", "pincite.converter")) for name in modules
    )


def test_only_rules_for_what_is_there_are_imported() -> None:
    rules = rules_in(loaded("check", "-", stdin=b'pincite: "1.0"\narticle: {title: Tides}\n'))
    assert "text_missing" in rules
    assert rules & {"title_missing", "quotation_uncited", "locator_missing", "claim_unsupported"} == set()
    assert rules & {"corroboration_dependent", "credit_missing", "quotation_not_in_text"} == set()
    more = rules_in(loaded("check", "-", stdin=b'pincite: "1.0"\narticle: {}\nclaims: [{id: c, text: x}]\n'))
    assert "claim_unsupported" in more
    assert "title_missing" not in more
