"""What may be written at the cursor."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pincite.checker import check_file
from pincite.editor.answers import completion
from pincite.editor.context.attributes import OF_KIND
from pincite.schemas import schema
from tests.editor.asking import question

HEAD = """\
pincite: "1.0"
article: {title: x}
archives: {HM: {name: Harbour Museum}}
sources:
  - {id: letter, type: letter}
  - {id: volume, type: volume}
quotations:
  - id: q1
    text: x
claims:
  - {id: c1, text: x}
images:
  - {id: scan, role: evidence}
"""
TYPES = " ".join(schema("document")["$defs"]["source"]["properties"]["type"]["enum"])
PAGE = Path(__file__).resolve().parents[2] / "docs" / "markdown.md"
WITH_ATTRIBUTES = {
    "quotation": "> W\n>\n> [[@a]]{#q1 ‸}",
    "citation": "[W]{.quotation #q1} [@a]{‸}",
    "claim": "[W]{.claim #c1 ‸}",
    "image": "![W](a.png){#i1 ‸}",
}


def told(page: str) -> dict[str, set[str]]:
    """Return the attributes of each kind of object that the page about annotated Markdown lists."""
    table = page.partition("| of | attributes |\n| --- | --- |\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    return {of: set(re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", names))) for of, names in rows}


def offered(text: str, name: str = "harbour.pincite.yaml", folder: Path | None = None) -> str:
    """Return what is offered, as it would be written, between spaces."""
    asked = question(text, name, folder)
    found = completion(asked)
    if found is None:
        return "nothing"
    words = [one.text_edit.new_text.rstrip(" ") for one in found if one.text_edit]
    assert [one.sort_text for one in found] == sorted(one.sort_text or "" for one in found)
    return " ".join(words)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("relations:\n  - from: ‸", "q1 c1"),
        ("relations:\n  - {type: ‸", "corroborates contradicts qualifies restates"),
        ("relations:\n  - {type: restates, ‸", "from: to: asserted_by: anchor: independence: note:"),
        (
            "relations:\n  - type: restates\n    from: q1\n    ‸",
            "to: asserted_by: anchor: independence: note:",
        ),
        ("relations:\n  - ‸", "type: from: to: asserted_by: anchor: independence: note:"),
        ("annotation:\n  met‸", "by: on: tool: method: license:"),
        ("annotation: {method: ‸}", "manual converted mixed"),
        ("anno‸", "id: version: catalogues: relations: annotation: custom:"),
        ("custom: {x: ‸}", ""),
    ],
)
def test_behind_a_document(written: str, expected: str) -> None:
    assert offered(HEAD + written) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    text: x\n", "    text: x\n    citations: [{source: ‸}]\n", "letter volume"),
        ("    text: x\n", "    text: x\n    citations: [{source: letter, images: [‸]}]\n", "scan"),
        ("    text: x\n", "    text: x\n    citations: [{images: ‸}]\n", "[scan]"),
        ("    text: x\n", "    text: x\n    citations: [{archive_code: ‸}]\n", "HM"),
        ("    text: x\n", "    text: x\n    within: ‸\n", "q1"),
        ("{id: c1, text: x}", "{id: c1, text: x, evidence: [q1, ‸]}", "letter volume q1 c1 scan"),
        ("{id: letter, type: letter}", "{id: letter, type: ‸}", TYPES),
        ("{id: letter, type: letter}", "{id: letter, container: {source: v‸}}", "letter volume"),
        ("{id: letter, type: letter}", "{id: letter, container: {relation: printed_in, ‸}}", "source: number: locator: inferred:"),
        ("title: x}", "title: x, redistribution: ‸}", "full excerpts none"),
        ("title: x}", "title: x, blocks: [{ref: ‸}]}", "letter volume q1 c1 scan"),
    ],
)  # fmt: skip
def test_within_a_document(old: str, new: str, expected: str) -> None:
    assert HEAD.count(old) == 1
    assert offered(HEAD.replace(old, new)) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.pincite.json", '{"sources": [{"id": "a"}], "images": [{"depicts": [{‸', '"source": "locator":'),
        ("a.pincite.json", '{"sources": [{"id": "a"}], "images": [{"depicts": [{"‸', "source locator"),
        ("a.pincite.json", '{"sources": [{"id": "a"}], "images": [{"depicts": [{"source": ‸', '"a"'),
        ("a.pincite.json", '{"sources": [{"id": "a"}], "images": [{"depicts": [{"source": "‸"', "a"),
        ("a.pincite.json", '{"images": [{"depicts": [{"sou‸rce": "a"', "source locator"),
        ("a.md", '---\npincite: "1.0"\nsources:\n  - id: a\n  - id: b\n---\nWords [@‸', "a b"),
        ("a.md", '---\npincite: "1.0"\nsources:\n  - ‸\n---\n', None),
        ("a.md", '---\npincite: "1.0"\n---\n[W]{.claim #c1 ‸}', "role= basis= evidence= attributed_to="),
        ("a.md", '---\npincite: "1.0"\n---\n[W]{.claim #c1 basis="‸"}', "source inference common_knowledge none"),
        ("a.md", '---\npincite: "1.0"\nimages: [{id: i}]\n---\n> W\n>\n> [[@a]]{#q1 images="‸"}', "i"),
        ("a.md", '---\npincite: "1.0"\n---\n[[@a]]{#q1 display="block" ‸}', "language= speaker= uncited= within= translation_of= archive_code= images= note= raw="),
        ("a.md", '---\npincite: "1.0"\n---\n[W]{.quotation #q1 display="inline" ‸} [@a]', "language= speaker= uncited= within= translation_of="),
        ("a.md", '---\npincite: "1.0"\n---\nWords ‸', "nothing"),
    ],
)  # fmt: skip
def test_in_every_syntax(name: str, text: str, expected: str | None) -> None:
    found = offered(text, name)
    if expected is None:
        assert found.startswith("id: type: title:")
    else:
        assert sorted(found.split()) == sorted(expected.split())


def test_ids_come_from_the_state_before_where_the_text_is_broken_now() -> None:
    broken = "sources: [\n  ]] {{\nclaims:\n  - evidence: [‸"
    assert offered(broken) == ""
    found = completion(question(broken, before=HEAD)) or []
    assert [one.label for one in found] == ["letter", "volume", "q1", "c1", "scan"]


def test_sources_of_catalogues_are_offered(tmp_path: Path) -> None:
    (tmp_path / "all.pincite.yaml").write_text(HEAD)
    text = "catalogues: [all.pincite.yaml]\nsources: [{id: own}]\nclaims: [{citations: [{source: ‸}]}]\n"
    assert offered(text, folder=tmp_path) == "own letter volume"


def test_a_member_comes_with_what_it_means() -> None:
    [found] = [one for one in completion(question("article:\n  ‸")) or [] if one.label == "license"]
    assert found.detail == "Licence"
    assert "SPDX" in found.documentation.value  # type: ignore[union-attr] # it is markup


def test_the_attributes_that_are_offered_are_those_that_the_page_about_markdown_lists() -> None:
    listed = told(PAGE.read_text("utf-8"))
    # a quotation's brackets may be those of its citation as well
    listed["quotation"] |= listed["citation"]
    front = '---\npincite: "1.0"\nsources: [{id: a, type: book, title: T}]\n---\n'
    written = {kind: offered(front + text, "a.md") for kind, text in WITH_ATTRIBUTES.items()}
    assert {kind: {one.rstrip("=") for one in words.split()} for kind, words in written.items()} == listed


@pytest.mark.parametrize(
    ("kind", "attribute"), [(kind, attribute) for kind, names in OF_KIND.items() for attribute in names]
)
def test_an_attribute_that_is_offered_is_a_member_of_its_object(kind: str, attribute: str) -> None:
    def codes(name: str) -> list[str]:
        text = WITH_ATTRIBUTES[kind].replace("‸", f'{name}="1"')
        content = f'---\npincite: "1.0"\nsources: [{{id: a, type: book, title: T}}]\n---\n{text}\n'
        return [one.code for one in check_file("/nowhere/a.md", content=content.encode()).findings]

    assert "PIN013" not in codes(attribute)
    assert "PIN013" in codes(f"{attribute}x")
