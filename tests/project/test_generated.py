"""No generated file is stale, and the check that says so can fail."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import generate
import hook_file
import pytest
import yaml
from draft07 import draft07
from jsonschema import Draft7Validator, Draft202012Validator
from pincite.reading.files import SUFFIXES
from pincite.schemas import schema

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("examples/*/*.pincite.yaml"), *ROOT.glob("tests/cases/*/*.pincite.yaml")])


def check(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "tools/generate.py", "--check", "--root", str(root)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    assert list(generate.write(generate.generated(), tmp_path)) != []
    return tmp_path


def test_nothing_is_stale() -> None:
    assert list(generate.differences(generate.generated(), ROOT)) == []


def test_a_second_run_writes_nothing(copy: Path) -> None:
    assert list(generate.write(generate.generated(), copy)) == []


def test_check_passes_on_a_fresh_copy(copy: Path) -> None:
    done = check(copy)
    assert (done.returncode, done.stdout) == (0, "")


def test_check_tells_a_changed_line_and_writes_nothing(copy: Path) -> None:
    page = copy / "docs/cli.md"
    changed = page.read_text("utf-8").replace("# Command line", "# Commands", 1)
    page.write_text(changed, "utf-8")
    done = check(copy)
    assert done.returncode == 1
    assert {"--- docs/cli.md", "-# Commands", "+# Command line"} <= set(done.stdout.splitlines())
    assert page.read_text("utf-8") == changed


def test_check_tells_a_missing_file(copy: Path) -> None:
    (copy / ".pre-commit-hooks.yaml").unlink()
    done = check(copy)
    assert done.returncode == 1
    assert "+- id: pincite-check" in done.stdout.splitlines()


def test_check_tells_the_page_of_a_rule_that_is_gone(copy: Path) -> None:
    left = copy / "docs/rules/PIN199-tide-late.md"
    left.write_text("# PIN199 tide-late\n", "utf-8")
    done = check(copy)
    assert done.returncode == 1
    assert "-# PIN199 tide-late" in done.stdout.splitlines()
    assert left.exists()


def test_check_cuts_its_diff_at_100_lines(copy: Path) -> None:
    (copy / "docs/format.md").unlink()
    lines = check(copy).stdout.splitlines()
    assert len(lines) == 102
    assert lines[100].startswith("… and ")
    assert lines[101] == "generated files are stale; run: python tools/generate.py"


def test_write_removes_the_page_of_a_rule_that_is_gone(copy: Path) -> None:
    left = copy / "docs/rules/PIN199-tide-late.md"
    left.write_text("# PIN199 tide-late\n", "utf-8")
    assert list(generate.write(generate.generated(), copy)) == ["docs/rules/PIN199-tide-late.md (removed)"]
    assert not left.exists()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_hook_takes_every_pincite_file(suffix: str) -> None:
    (hook,) = yaml.safe_load(hook_file.pages()[hook_file.PATH])
    pattern = hook["files"]
    assert __import__("re").search(pattern, f"articles/tide{suffix}")
    assert not __import__("re").search(pattern, f"articles/tide{suffix}.orig")


def test_the_draft_07_copy_is_draft_07_and_whole() -> None:
    copied = draft07(schema("document"))
    Draft7Validator.check_schema(copied)
    text = json.dumps(copied)
    assert '"$ref"' not in text
    assert "$defs" not in text
    assert copied["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert copied["$id"] != schema("document")["$id"]


def test_the_draft_07_copy_keeps_a_members_own_words() -> None:
    published = {
        "$id": "https://example.org/document.schema.json",
        "properties": {"place": {"$ref": "#/$defs/words", "title": "Place"}},
        "$defs": {
            "words": {
                "title": "Words",
                "description": "Any words.",
                "type": "string",
                "examples": [{"$ref": "x"}],
            }
        },
    }
    assert draft07(published)["properties"] == {
        "place": {
            "title": "Place",
            "description": "Any words.",
            "type": "string",
            "examples": [{"$ref": "x"}],
        },
    }


@pytest.mark.parametrize(
    "member",
    [
        {"$ref": "#/$defs/nowhere"},
        {"$ref": "#/$defs/circle"},
        {"$ref": "#/$defs/words", "minLength": 3},
    ],
)
def test_what_cannot_be_inlined_is_refused(member: dict[str, object]) -> None:
    definitions = {
        "words": {"type": "string"},
        "circle": {"type": "array", "items": {"$ref": "#/$defs/circle"}},
    }
    published = {
        "$id": "https://example.org/document.schema.json",
        "properties": {"m": member},
        "$defs": definitions,
    }
    with pytest.raises(ValueError, match="cannot inline"):
        draft07(published)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_both_drafts_refuse_the_same_places(path: Path) -> None:
    try:
        data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - strings only
    except yaml.YAMLError:
        pytest.skip("not YAML, on purpose")
    newer, older = (
        sorted((list(error.absolute_path), error.message) for error in validator.iter_errors(data))
        for validator in (Draft202012Validator(schema("document")), Draft7Validator(DRAFT_07))
    )
    assert newer == older


DRAFT_07 = draft07(schema("document"))
