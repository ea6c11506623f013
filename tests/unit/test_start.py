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
    "PIL",
}


def test_checking_a_valid_file_imports_nothing_heavy() -> None:
    modules = loaded("check", SOUND)
    assert {"pincite.rules.title_missing", "yaml"} <= modules
    assert modules & HEAVY == set()
    assert not any(name.startswith(("pincite.converter", "pincite.export")) for name in modules)


def test_pictures_are_decoded_only_where_a_document_names_files(tmp_path: Path) -> None:
    start = 'pincite: "1.0"\narticle: {title: Tides}\nimages:\n'
    without, named = tmp_path / "a.pincite.yaml", tmp_path / "b.pincite.yaml"
    without.write_text(f"{start}  - {{id: a, missing: {{reason: lost}}, alt: {{text: A dial}}}}\n", "utf-8")
    named.write_text(f"{start}  - {{id: a, path: dial.png}}\n", "utf-8")
    (tmp_path / "dial.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    modules = loaded("check", str(without))
    assert not any(name.startswith(("PIL", "pincite.reading.named_files")) for name in modules)
    assert rules_in(modules) & {"picture_broken", "image_digest_mismatch", "region_outside_image"} == set()
    assert "PIL.Image" in loaded("check", str(named))


def test_without_a_configuration_nothing_of_it_is_imported() -> None:
    modules = loaded("check", SOUND)
    settings = {name.removeprefix("pincite.settings.") for name in modules if "pincite.settings." in name}
    assert settings == {"lookup", "run", "walking"}
    assert modules & {"tomllib", "tomli", "hashlib", "pincite.reading.ignores"} == set()


def test_a_good_configuration_needs_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "pincite.toml").write_text('ignore = ["PIN108", "date-missing"]\n[house]\ndate = "iso"\n')
    sound = tmp_path / "sound.pincite.yaml"
    sound.write_bytes(Path(SOUND).read_bytes())
    modules = loaded("check", str(sound))
    assert "pincite.settings.validation" in modules
    assert modules & {"jsonschema", "referencing", "difflib", "pincite.rules.catalogue"} == set()


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


@pytest.mark.parametrize("arguments", [["--version"], ["rules", "--help"], ["check", "--help"]])
def test_what_reads_no_document_imports_nothing_that_does(arguments: list[str]) -> None:
    modules = loaded(*arguments)
    assert not any(name.startswith("pincite.reading") for name in modules)
    assert modules & {"pincite.model.document", "pincite.model.anchoring"} == set()


def test_the_prose_is_looked_at_only_where_there_is_some() -> None:
    cited = (
        b'pincite: "1.0"\narticle: {title: Tides}\nquotations:\n  - {id: q, text: Six., citations: '
        b"[{source: log, raw: 'Pell. Log, p. 5'}]}\nsources: [{id: log, type: book, title: Log}]\n"
    )
    rules = rules_in(loaded("check", "-", stdin=cited))
    assert "own_typography" in rules
    assert "own_prose" not in rules


def test_only_rules_for_what_is_there_are_imported() -> None:
    rules = rules_in(loaded("check", "-", stdin=b'pincite: "1.0"\narticle: {title: Tides}\n'))
    assert "text_missing" in rules
    assert rules & {"title_missing", "quotation_uncited", "locator_missing", "claim_unsupported"} == set()
    assert rules & {"corroboration_dependent", "credit_missing", "quotation_not_in_text"} == set()
    more = rules_in(loaded("check", "-", stdin=b'pincite: "1.0"\narticle: {}\nclaims: [{id: c, text: x}]\n'))
    assert "claim_unsupported" in more
    assert "title_missing" not in more
