"""Word documents: what the reader makes of each thing that one can hold."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite import check
from pincite.converter.article import convert_manuscript
from pincite.converter.readers import READERS
from pincite.converter.readers.docx import read
from pincite.converter.readers.docx.style_names import KINDS
from pincite.reading.yaml_syntax import YamlText
from tests.converter.readers.docx_files import docx, dump, parts, zipped

_CASES = Path(__file__).parent / "cases" / "docx.yaml"
_PARTS = ("styles", "numbering", "settings", "footnotes", "endnotes", "core")


def _cases() -> list[dict[str, Any]]:
    listed: Any = YamlText(_CASES.read_text("utf-8")).data
    return [dict(one) for one in listed]


def _content(case: dict[str, Any]) -> bytes:
    return docx(case["body"], **{name: case[name] for name in _PARTS if name in case})


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["name"]))
def test_a_document_is_read_as_expected(case: dict[str, Any]) -> None:
    assert dump(read(_content(case), case.get("kinds"))) == case["expected"]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["name"]))
def test_every_visible_character_is_in_one_paragraph(case: dict[str, Any]) -> None:
    manuscript = read(_content(case))
    covered = [0] * len(manuscript.text)
    for paragraph in manuscript.paragraphs:
        assert manuscript.text[paragraph.start : paragraph.end] == paragraph.text
        for at in range(paragraph.start, paragraph.end):
            covered[at] += 1
    assert all(covered[at] == 1 for at, one in enumerate(manuscript.text) if not one.isspace())
    assert all(0 <= one.at <= len(manuscript.text) for one in manuscript.pictures)


def test_the_strict_variant_is_read_alike() -> None:
    """Its namespaces are others."""
    case = next(one for one in _cases() if one["name"].startswith("styles by their names"))
    members = parts(case["body"], styles=case["styles"])
    for name in ("word/document.xml", "word/styles.xml"):
        members[name] = members[name].replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    assert dump(read(zipped(members))) == case["expected"]


def test_a_document_with_macros_is_read_and_they_are_not() -> None:
    members = parts("<w:p><w:r><w:t>Tide.</w:t></w:r></w:p>")
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document", b"vnd.ms-word.document.macroEnabled"
    )
    members["word/vbaProject.bin"] = b"macros"
    assert read(zipped(members)).text == "Tide."


def test_a_picture_that_is_shown_twice_is_held_once() -> None:
    shown = '<w:p><w:r><w:drawing><a:blip r:embed="png"/></w:drawing></w:r></w:p>'
    first, second = read(docx(shown * 2)).pictures
    assert first.content is second.content


def test_a_kind_of_paragraph_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="a style cannot be for 'verse', only for one of text, heading"):
        read(docx("<w:p/>"), {"Strophe": "verse"})


_ARTICLE = """
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The harbour clock</w:t></w:r></w:p>
<w:p><w:r><w:t>By Ines Marrow</w:t></w:r></w:p>
<w:p><w:r><w:t>The keeper of the pier wrote down in the winter of that year what he had seen:</w:t></w:r></w:p>
<w:p><w:pPr><w:ind w:left="720" w:right="720"/></w:pPr><w:r><w:t xml:space="preserve">The tide turned at six and the bell </w:t></w:r>
<w:ins w:id="1" w:author="E" w:date="2020-01-01T00:00:00Z"><w:r><w:t>was heard over all of the harbour. </w:t></w:r></w:ins><w:r><w:t>(Day Book, Jonas Pell, 1871, p. 12) (</w:t></w:r>
<w:hyperlink r:id="linked"><w:r><w:t>IMG</w:t></w:r></w:hyperlink><w:r><w:t>)</w:t></w:r></w:p>
<w:p><w:r><w:t>After that nobody doubted the clock.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" descr="The clock"/><a:blip r:embed="png"/></wp:inline></w:drawing></w:r></w:p>
"""
_NOTE = '<w:footnote w:id="1"><w:p><w:r><w:t>Pilot’s Log, 1871, p. 4.</w:t></w:r></w:p></w:footnote>'


def test_an_article_becomes_a_document() -> None:
    document = convert_manuscript(READERS["docx"].read(docx(_ARTICLE, footnotes=_NOTE)))
    assert [finding for finding in check(document).findings if finding.code < "PIN1"] == []
    text = document["article"]["text"]["content"]
    covered = [0] * len(text)
    for block in document["article"]["blocks"]:
        for at in range(block["start"], block["end"]):
            covered[at] += 1
    assert all(covered[at] == 1 for at, one in enumerate(text) if not one.isspace())
    assert text.endswith("[1] Pilot’s Log, 1871, p. 4.")
    (quotation,) = document["quotations"]
    assert quotation["text"] == "The tide turned at six and the bell was heard over all of the harbour."
    assert document["sources"][0]["title"] == "Day Book"


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff\ufeff"),
    max_size=12,
)
_RUNS = st.lists(st.tuples(st.sampled_from(("{}", "ins", "smartTag", "sdtContent", "r")), _WORDS), max_size=5)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _paragraph(runs: list[tuple[str, str]]) -> str:
    lines = []
    for container, words in runs:
        run = f'<w:r><w:t xml:space="preserve">{_escaped(words)}</w:t></w:r>'
        lines.append(run if container == "{}" else f"<w:{container}>{run}</w:{container}>")
    return f"<w:p>{''.join(lines)}</w:p>"


@given(st.lists(_RUNS, max_size=6))
@settings(deadline=None)
def test_generated_paragraphs_come_back_whole(paragraphs: list[list[tuple[str, str]]]) -> None:
    manuscript = read(docx("".join(map(_paragraph, paragraphs))))
    wanted = [text for runs in paragraphs if (text := "".join(words for _, words in runs).strip())]
    assert [one.text for one in manuscript.paragraphs] == wanted
    assert manuscript.text == "\n".join(wanted)


_PANDOC = shutil.which("pandoc")
_COMPARED = ("runs, tabs", "two breaks", "insertions", "smart tags", "links by", "a body that")
"""Cases that pandoc reads in the same way; it drops simple fields and what it does not know."""


@pytest.mark.skipif(_PANDOC is None, reason="pandoc is not installed")
@pytest.mark.parametrize("beginning", _COMPARED)
def test_pandoc_reads_the_same_words(beginning: str, tmp_path: Path) -> None:
    case = next(one for one in _cases() if one["name"].startswith(beginning))
    read_by_pandoc = _words(_pandoc(_content(case), tmp_path))
    assert _letters(read_by_pandoc) == _letters(read(_content(case)).text)


@pytest.mark.skipif(_PANDOC is None, reason="pandoc is not installed")
def test_pandoc_sees_the_same_quotations_and_notes(tmp_path: Path) -> None:
    content = docx(_ARTICLE, footnotes=_NOTE)
    (quotation,) = [one.text for one in read(content).paragraphs if one.kind == "quotation"]
    blocks = _pandoc(content, tmp_path)
    assert [_letters(_words(one)) for one in blocks if one["t"] == "BlockQuote"] == [_letters(quotation)]
    assert _letters(_words(blocks)) == _letters(read(content).text.replace("[1]", ""))


def _pandoc(content: bytes, folder: Path) -> list[dict[str, Any]]:
    """Return the blocks that pandoc reads in a document."""
    (folder / "article.docx").write_bytes(content)
    command = [_PANDOC or "", "--track-changes=accept", "-t", "json", "article.docx"]
    printed = subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout
    return [dict(one) for one in json.loads(printed)["blocks"]]


def _words(node: object) -> str:
    """Return the words of a tree of pandoc's."""
    if isinstance(node, list):
        return "".join(map(_words, node))
    if isinstance(node, dict):
        return str(node["c"]) if node.get("t") == "Str" else _words(node.get("c", []))
    return ""


def _letters(text: str) -> list[str]:
    return sorted(one for one in text if one.isalnum())


def _mapping(path: Path) -> dict[str, Any]:
    data: Any = YamlText(path.read_text("utf-8")).data
    return dict(data)


def test_all_names_of_styles_are_for_a_kind_that_there_is() -> None:
    path = Path(read.__code__.co_filename).parent / "style_names.yaml"
    assert _mapping(path).keys() <= {*KINDS, "subheading"}
