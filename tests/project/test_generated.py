"""No generated file is stale, and the check that says so can fail."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

import generate
import hook_file
from draft07 import draft07
from pincite.reading.articles import ARTICLE_SUFFIXES
from pincite.reading.files import SUFFIXES, RawDocument, read
from pincite.reading.markdown.front_matter import SUFFIXES as MARKDOWN
from pincite.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.json_value import Json, JsonObject

ROOT = Path(__file__).resolve().parents[2]


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


def files_of_hooks() -> list[str]:
    """Return the patterns of the files that the hooks take, hook by hook."""
    return [hook["files"] for hook in yaml.safe_load(hook_file.pages()[hook_file.PATH])]


@pytest.mark.parametrize("suffix", [*SUFFIXES, *MARKDOWN])
def test_the_hook_takes_every_pincite_file(suffix: str) -> None:
    documents, articles, verified, formatted = files_of_hooks()
    assert verified == formatted == documents
    assert re.search(documents, f"articles/tide{suffix}")
    assert not re.search(documents, f"articles/tide{suffix}.orig")
    assert not re.search(articles, f"articles/tide{suffix}")


@pytest.mark.parametrize("suffix", ARTICLE_SUFFIXES)
def test_the_hook_for_articles_takes_those_in_their_folders(suffix: str) -> None:
    documents, articles, *_ = files_of_hooks()
    for name in ("articles/tide", "old/articles/1899/tide"):
        assert re.search(articles, f"{name}{suffix}")
        assert re.search(articles, f"{name}{suffix.upper()}")
        assert not re.search(documents, f"{name}{suffix}")
    for name in (f"tide{suffix}", f"particles/tide{suffix}", f"articles/tide{suffix}.orig"):
        assert not re.search(articles, name)


@pytest.mark.parametrize(
    ("kind", "file"), [("manifest", ".pre-commit-hooks.yaml"), ("config", ".pre-commit-config.yaml")]
)
def test_pre_commit_accepts_what_it_reads(kind: str, file: str) -> None:
    command = [sys.executable, "-m", "pre_commit", f"validate-{kind}", file]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_draft_07_copy_is_draft_07_and_whole() -> None:
    copied = draft07(schema("document"))
    Draft7Validator.check_schema(copied)
    text = json.dumps(copied)
    assert '"$ref"' not in text
    assert "$defs" not in text
    assert copied["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert copied["$id"] != schema("document")["$id"]


def test_the_draft_07_copy_keeps_a_members_own_words() -> None:
    published: JsonObject = {
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
def test_what_cannot_be_inlined_is_refused(member: JsonObject) -> None:
    definitions: JsonObject = {
        "words": {"type": "string"},
        "circle": {"type": "array", "items": {"$ref": "#/$defs/circle"}},
    }
    published: JsonObject = {
        "$id": "https://example.org/document.schema.json",
        "properties": {"m": member},
        "$defs": definitions,
    }
    with pytest.raises(ValueError, match="cannot inline"):
        draft07(published)


def examples() -> Iterator[JsonObject]:
    """Yield the documents of the examples, faulty ones too."""
    for path in sorted(ROOT.glob("examples/*/*.pincite.yaml")):
        for raw in read(str(path)):
            if isinstance(raw, RawDocument) and isinstance(raw.data, dict):
                yield raw.data


def damaged(value: Json) -> Iterator[Json]:
    """Yield *value* with one of the values in it, at any depth, made wrong."""
    yield [{"odd": "\n"}]
    if isinstance(value, dict):
        for key, inner in value.items():
            for broken in damaged(inner):
                yield {**value, key: broken}
    elif isinstance(value, list):
        for index, item in enumerate(value):
            for broken in damaged(item):
                yield [*value[:index], broken, *value[index + 1 :]]


def refused(checker: Draft7Validator | Draft202012Validator, data: Json) -> list[str]:
    return sorted(f"{error.json_path} {error.message}" for error in checker.iter_errors(data))


def test_both_drafts_refuse_the_same() -> None:
    newer, older = Draft202012Validator(schema("document")), Draft7Validator(draft07(schema("document")))
    (whole,) = schema("document")["examples"]
    wrong = list(damaged(whole))
    assert [refused(newer, data) for data in [*examples(), whole]] == [
        refused(older, data) for data in [*examples(), whole]
    ]
    told = [refused(newer, data) for data in wrong]
    assert all(told)
    assert told == [refused(older, data) for data in wrong]
