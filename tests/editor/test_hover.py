"""What is shown about the word at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pincite.editor.answers import hover
from pincite.editor.markup import code, escaped
from tests.editor.asking import question

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = """\
pincite: "1.0"
article: {title: The harbour clock}
archives: {HM: {name: Harbour Museum}}
sources:
  - id: letter
    type: letter
    title: To the [keeper](http://x)
    authors: [{literal: Jonas Pell}, {given: Ines, family: Marrow}]
    date: 1871
    container: {source: volume}
  - {id: volume, type: volume, title: Letters, publisher: Lantern Row, container: {source: letter}}
quotations:
  - id: q1
    text: |
      The tide turned
      at <b>six</b>.
    display: block
    citations:
      - source: letter
        locator: {page: "12", line: 3}
        archive_code: HM
        images: [scan]
claims:
  - {id: c1, text: Clocks are read., basis: source, evidence: [q1, lost]}
images:
  - {id: scan, role: evidence, label: IMG, alt: {text: A page}, path: a`b.png}
"""
LETTER = """\
source `letter`

letter, *To the \\[keeper\\]\\(http\\:\\/\\/x\\)*, Jonas Pell\\; Ines Marrow, 1871

in `volume`: volume, *Letters*, Lantern Row"""
QUOTATION = """\
quotation `q1`

> The tide turned at \\<b\\>six\\<\\/b\\>\\.

from `letter`, page 12, line 3"""
IMAGE = """\
image `scan`

> IMG

> A page

``a`b.png``"""
SOURCE_TYPE = "**Type** `letter`\n\nWhat kind of work or document this is."


def said(text: str, name: str = "harbour.pincite.yaml", folder: Path | None = None) -> str | None:
    found = hover(question(text, name, folder))
    return None if found is None else found.contents.value  # type: ignore[union-attr] # always one


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("      - source: let", LETTER),
        ("    date: 1871\n    container: {source: vol", "source `volume`\n\nvolume, *Letters*, Lantern Row\n\nin `letter`: letter, *To the \\[keeper\\]\\(http\\:\\/\\/x\\)*, Jonas Pell\\; Ines Marrow, 1871"),
        ("  - id: let", LETTER),
        ("evidence: [q", QUOTATION),
        ("images: [sc", IMAGE),
        ("archive_code: H", "archive `HM`\n\nHarbour Museum"),
        ("evidence: [q1, lo", None),
        ("    title: To th", None),
        ("article: {title: T", None),
        ("display: blo", "**Display** `block`\n\nWhether it is set off as a `block` or stands `inline` in a sentence."),
        ("    dat", "**Date** `date`\n\n"),
        ("  - id: letter\n    typ", "**Type** `type` (required)\n\n"),
        ("    type: let", "**Type** `letter`\n\nWhat kind of work"),
        ("      - source: letter\n        locator: {pa", "**Page** `page`\n\n"),
    ],
)  # fmt: skip
def test_a_word_of_a_document(before: str, expected: str | None) -> None:
    assert DOCUMENT.count(before) == 1
    found = said(DOCUMENT.replace(before, f"{before}‸"))
    if expected is None or not expected.endswith(("\n\n", "work", ".")):
        assert found == expected
    else:
        assert found is not None
        assert found.startswith(expected)


def test_a_member_is_explained_with_its_values_and_an_example() -> None:
    assert said(DOCUMENT.replace("display: block", "disp‸lay: block")) == (
        "**Display** `display`\n\nWhether it is set off as a `block` or stands `inline` in a sentence.\n\n"
        "One of `block`, `inline`\n\nExample: `block`"
    )


@pytest.mark.parametrize(
    ("name", "text", "start"),
    [
        ("a.pincite.json", '{"sources": [{"id": "a", "title": "T"}], "claims": [{"evidence": ["‸a"]}]}', "source `a`"),
        ("a.pincite.jsonl", '{}\n{"sources": [{"id": "a"}], "images": [{"depicts": [{"source": "a‸"}]}]}\n', "source `a`"),
        ("a.md", '---\npincite: "1.0"\nsources: [{id: a, title: T}]\n---\nWords [@‸a].', "source `a`\n\n*T*"),
        ("a.md", '---\npincite: "1.0"\n---\n[W]{.claim #c evidence="q‸1"}\n\n> Q\n>\n> []{#q1 uncited=x}', "quotation `q1`\n\n> Q"),
        ("a.md", '---\npincite: "1.0"\n---\n[W]{.claim #c ba‸sis="none"}', "**Basis** `basis`"),
        ("a.pincite.yaml", "sources: [{id: a, title: T}\nclaims: [{evidence: [a‸", "source `a`"),
        ("a.pincite.yaml", "sources: [{id: 5, title: [x]}, 3, {id: a, title: [x], authors: 3, container: [a]}]\nclaims: [{evidence: [a‸]}]", "source `a`"),
    ],
)  # fmt: skip
def test_every_syntax_is_answered_and_faults_do_no_harm(name: str, text: str, start: str) -> None:
    found = said(text, name)
    assert found is not None
    assert found.startswith(start)


def test_a_source_of_a_catalogue_is_shown_with_the_name_of_the_catalogue(tmp_path: Path) -> None:
    listed = 'pincite: "1.0"\narticle: {}\nsources: [{id: a, type: book, title: T}]\n'
    (tmp_path / "all.pincite.yaml").write_text(listed)
    text = "catalogues: [all.pincite.yaml]\nclaims: [{evidence: [a‸]}]\n"
    assert said(text, folder=tmp_path) == "source `a` in the catalogue `all.pincite.yaml`\n\nbook, *T*"


@given(st.text(max_size=80))
def test_words_of_a_document_stay_words(words: str) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    for shown in (escaped(words), code(words)):
        assert "\n" not in shown
        tokens = parser.parse(f"x {shown} x")
        assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        inner = {child.type for child in tokens[1].children or ()}
        assert inner <= {"text", "text_special", "code_inline"}
        if shown.startswith("`"):
            assert "code_inline" in inner
