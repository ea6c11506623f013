"""What ``pincite convert`` writes is in canonical form already, whatever it is converted from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

import pincite
from pincite.export.pincite_yaml import as_yaml
from pincite.formatting.formatted import formatted
from pincite.member_order import in_order
from pincite.model.json_text import json_text
from pincite.reading.files import RawDocument, documents_in
from tests.samples import sample

if TYPE_CHECKING:
    from pincite.model.json_value import Json, JsonObject
    from tests.conftest import Pincite

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/article.txt"))
DOCUMENTS = sorted((ROOT / "examples").glob("*/article.pincite.yaml"))
SMALLEST = {"pincite": "1.0", "article": {"title": "The harbour clock"}, "custom": {"a:b": {"c": 1}}}


def hold(document: JsonObject) -> None:
    for name, text in (("a.pincite.yaml", as_yaml(document)), ("a.pincite.json", json_text(document))):
        found = formatted(name, text.encode()).draft
        assert found.after.decode() == text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_examples(path: Path, pincite: Pincite, tmp_path: Path) -> None:
    for name in ("a.pincite.yaml", "a.pincite.json", "a.md"):
        made = pincite("convert", str(path), "-o", str(tmp_path / name))
        assert made.status == 0, made.err
        done = pincite("fmt", "--diff", str(tmp_path / name))
        assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_documents_that_people_wrote(path: Path) -> None:
    """Without its comments, a formatted document is what the exporter writes of its data."""
    raw = next(documents_in(str(path), path.read_bytes()))
    assert isinstance(raw, RawDocument)
    after = formatted(str(path), path.read_bytes()).draft.after.decode()
    lines = [line for line in after.split("\n") if line and not line.lstrip().startswith("#")]
    wanted = as_yaml(cast("JsonObject", in_order(raw.data)))
    assert lines == [line for line in wanted.split("\n") if line]


@sample
def test_samples(path: Path) -> None:
    document = pincite.convert(path.read_text("utf-8"))
    hold(cast("JsonObject", document))


def test_the_smallest_document() -> None:
    hold(cast("JsonObject", SMALLEST))


def test_what_ends_in_empty_lines() -> None:
    document: Json = {"pincite": "1.0", "custom": {"x:y": "tide\n\n\n"}}
    hold(cast("JsonObject", document))
