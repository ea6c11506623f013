"""The examples: clean, convertible, mentioned; and the faulty ones give exactly what stands beside them.

``pytest --update`` writes ``examples/faulty/*.expected`` anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite import check, convert
from pincite.model.document import plain_text
from pincite.reading.files import SUFFIXES
from pincite.reporters.concise_format import line_of

if TYPE_CHECKING:
    from tests.conftest import PinciteInside

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
FAULTY = EXAMPLES / "faulty"
DOCUMENTS = sorted(path for path in EXAMPLES.glob("*/*") if path.name.endswith((*SUFFIXES, "article.md")))
GOOD = [path for path in DOCUMENTS if path.parent != FAULTY]
BAD = [path for path in DOCUMENTS if path.parent == FAULTY] + sorted(FAULTY.glob("*.txt"))
ARTICLES = sorted(EXAMPLES.glob("*/article.txt"))


def name(path: Path) -> str:
    return str(path.relative_to(EXAMPLES))


def stem_of(path: Path) -> str:
    return path.stem.removesuffix(".pincite")


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_an_example_is_clean(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    assert [line_of(one) for one in check(path.name).findings] == []


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_faulty_example_gives_what_stands_beside_it(
    path: Path,
    pincite_inside: PinciteInside,
    monkeypatch: pytest.MonkeyPatch,
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    monkeypatch.chdir(ROOT)
    done = pincite_inside("check", str(path.relative_to(ROOT)))
    expected = path.with_name(f"{stem_of(path)}.expected")
    if update:
        expected.write_text(done.out, "utf-8", newline="\n")
    assert done.out == expected.read_text("utf-8")
    assert done.status == 1


def test_every_expectation_has_its_faulty_example() -> None:
    assert {path.stem for path in FAULTY.glob("*.expected")} == {stem_of(path) for path in BAD}


@pytest.mark.parametrize("path", ARTICLES, ids=name)
def test_an_article_converts_to_a_valid_document_that_keeps_its_text(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    document = convert(text)
    assert document["article"]["text"]["content"] == plain_text(text)
    findings = check(document).findings
    assert [line_of(one) for one in findings if one.severity == "error"] == []
    assert document["quotations"]


def test_every_example_has_its_parts_and_is_mentioned() -> None:
    page = (EXAMPLES / "README.md").read_text("utf-8")
    folders = sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
    assert len(folders) > 4
    assert [path.name for path in folders if f"({path.name}/)" not in page] == []
    assert [path.name for path in folders if not (path / "README.md").is_file()] == []
    complete = {path.parent for path in [*ARTICLES, *EXAMPLES.glob("*/article.md")]}
    assert {path.parent for path in GOOD} == complete
    assert [path.name for path in folders if path != FAULTY and path not in complete] == []


def test_the_examples_are_formatted(pincite_inside: PinciteInside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = pincite_inside("fmt", "--check", "examples")
    assert (done.status, done.out) == (0, "")
