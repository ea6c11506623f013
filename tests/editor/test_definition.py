"""Where the thing that an id names is written, where it is used, and the outline of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.editor.answers import definition, references, symbols
from tests.editor.asking import MARK, question

if TYPE_CHECKING:
    from pathlib import Path

    from lsprotocol.types import Location

YAML = """\
pincite: "1.0"
article: {title: x}
archives: {HM: {name: Museum}}
sources:
  - {id: letter, type: letter, container: {source: volume}}
  - id: volume
    type: volume
quotations:
  - id: q1
    text: x
    citations: [{source: letter, archive_code: HM, images: [scan]}]
claims:
  - {id: c1, text: x, evidence: [q1, {id: letter}]}
images:
  - {id: scan, role: evidence}
"""
MARKDOWN = """\
---
pincite: "1.0"
sources:
  - id: letter
---
> Words
>
> [[@letter, p. 3]]{#q1 images="scan"}

[Words]{.claim #c1 evidence="q1"} ![x](y.png){#scan role="evidence"}
"""


def marked(found: Location, text: str) -> str:
    """Return the line of a place with the place between brackets."""
    line = text.replace(MARK, "").split("\n")[found.range.start.line]
    start, end = found.range.start.character, found.range.end.character
    assert found.range.start.line == found.range.end.line
    return f"{line[:start]}[[{line[start:end]}]]{line[end:]}".strip()


@pytest.mark.parametrize(
    ("name", "text", "word", "expected"),
    [
        ("a.pincite.yaml", YAML, "container: {source: vol", "- id: [[volume]]"),
        ("a.pincite.yaml", YAML, "citations: [{source: let", "- {id: [[letter]], type: letter, container: {source: volume}}"),
        ("a.pincite.yaml", YAML, "archive_code: H", "archives: {[[HM]]: {name: Museum}}"),
        ("a.pincite.yaml", YAML, "images: [sc", "- {id: [[scan]], role: evidence}"),
        ("a.pincite.yaml", YAML, "evidence: [q", "- id: [[q1]]"),
        ("a.pincite.yaml", YAML, "{id: letter, type: let", None),
        ("a.pincite.yaml", YAML, "tex", None),
        ("a.md", MARKDOWN, "[[@let", "- id: [[letter]]"),
        ("a.md", MARKDOWN, 'images="sc', '[Words]{.claim #c1 evidence="q1"} ![x](y.png){#[[scan]] role="evidence"}'),
        ("a.md", MARKDOWN, 'evidence="q', '> [[@letter, p. 3]]{#[[q1]] images="scan"}'),
        ("a.pincite.json", '{"sources": [{"id": "a"}], "claims": [{"evidence": ["a"]}]}', '["a', '{"sources": [{"id": [["a"]]}], "claims": [{"evidence": ["a"]}]}'),
        ("a.pincite.jsonl", '{}\n{"sources": [{"id": "a"}], "claims": [{"evidence": ["a"]}]}', '["a', '{"sources": [{"id": [["a"]]}], "claims": [{"evidence": ["a"]}]}'),
        ("a.pincite.yaml", "x: [\nsources:\n  - id: a\nclaims:\n  - evidence: [a", "evidence: [a", "- id: [[a]]"),
    ],
)  # fmt: skip
def test_an_id_leads_to_what_it_names(name: str, text: str, word: str, expected: str | None) -> None:
    assert text.count(word) >= 1
    at = text.rindex(word) + len(word)
    found = definition(question(text[:at] + MARK + text[at:], name))
    assert (None if found is None else marked(found, text)) == expected


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("all.pincite.yaml", 'pincite: "1.0"\narticle: {}\nsources:\n  - {id: a, type: book}\n', "- {id: [[a]], type: book}"),
        ("all.pincite.json", '{"pincite": "1.0", "article": {},\n"sources": [{"id": "a", "type": "book"}]}', '"sources": [{"id": [["a"]], "type": "book"}]}'),
        ("all.csl.json", '[{"id": "a", "type": "book",\n "title": "x"}]', '[{"id": "[[a]]", "type": "book",'),
    ],
)  # fmt: skip
def test_a_source_of_a_catalogue_leads_into_its_file(
    tmp_path: Path, name: str, content: str, line: str
) -> None:
    (tmp_path / name).write_text(content)
    text = f"catalogues: [{name}]\nclaims: [{{citations: [{{source: a‸}}]}}]\n"
    found = definition(question(text, folder=tmp_path))
    assert found is not None
    assert found.uri == (tmp_path / name).as_uri()
    assert marked(found, content) == line


def test_nothing_outside_the_allowed_folders_is_opened(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "all.pincite.yaml").write_text(YAML)
    text = "catalogues: [../all.pincite.yaml]\nclaims: [{citations: [{source: letter‸}]}]\n"
    assert definition(question(text, folder=inner)) is None


@pytest.mark.parametrize(
    ("word", "with_definition", "expected"),
    [
        ("container: {source: vol", True, ["container: {source: [[volume]]}", "- id: [[volume]]"]),
        ("{id: let", False, ["citations: [{source: [[letter]],", "{id: [[letter]]}]"]),
        ("evidence: [q", False, ["evidence: [[[q1]], {id: letter}]"]),
        ("tex", True, []),
    ],
)
def test_an_id_is_found_where_it_is_used(word: str, with_definition: bool, expected: list[str]) -> None:  # noqa: FBT001 - a row of the table
    at = YAML.index(word) + len(word)
    found = references(question(YAML[:at] + MARK + YAML[at:]), with_definition=with_definition) or []
    assert len(found) == len(expected)
    for one, part in zip(found, expected, strict=True):
        assert part in marked(one, YAML)


@pytest.mark.parametrize(("name", "text"), [("a.pincite.yaml", YAML), ("a.md", MARKDOWN)])
def test_the_outline_names_what_has_an_id(name: str, text: str) -> None:
    found = symbols(question(MARK + text, name)) or []
    named = {one.name: [child.name for child in one.children or ()] for one in found}
    assert named["quotations"] == ["q1"]
    assert named["claims"] == ["c1"]
    assert named["images"] == ["scan"]
    assert named["sources"][0] == "letter"
    for one in found:
        for inner in (one, *(one.children or ())):
            assert inner.range.start <= inner.selection_range.start
            assert inner.selection_range.end <= inner.range.end
        for child in one.children or ():
            assert one.range.start <= child.range.start
            assert child.range.end <= one.range.end
