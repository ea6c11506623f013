"""Copies that are texts: plain, Markdown, pages of HTML and Word documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.verifier.copies import CopyFault, CopyText, html, read_copy
from pincite.verifier.copies.extract import Wish
from tests.converter.readers.docx_files import NAMESPACES, parts, relationships, zipped

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, name: str, content: bytes | str, media_type: str | None = None) -> CopyText:
    data = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(data)
    found = read_copy(str(folder / name), media_type=media_type)
    if isinstance(found, CopyFault) and found.kind == "no_reader":
        pytest.skip(found.message)
    assert isinstance(found, CopyText), found
    return found


@pytest.mark.parametrize(
    "content",
    [
        "Grüße\naus dem Hafen.\n".encode(),
        "\ufeffGrüße\r\naus dem Hafen.\r\n".encode(),
        "Grüße\raus dem Hafen.\r".encode(),
        "\ufeffGrüße\naus dem Hafen.\n".encode("utf-16-le"),
        "\ufeffGrüße\naus dem Hafen.\n".encode("utf-16-be"),
    ],
    ids=["utf-8", "bom and crlf", "cr", "utf-16-le", "utf-16-be"],
)
def test_plain_text_is_decoded_with_line_feeds(content: bytes, tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", content).text == "Grüße\naus dem Hafen.\n"


def test_an_encoding_that_only_letters_tell_is_noted(tmp_path: Path) -> None:
    words = "Die Glocke läutete über dem Hafen, und die Männer zählten die Schläge. Es war früh, und die Straße war naß. "
    found = read(tmp_path, "a.txt", (words * 5).encode("latin-1"))
    assert found.text == words * 5
    assert found.notes == ("read as windows-1252: its letters alone tell the encoding",)


@pytest.mark.parametrize("between", ["\n", " "], ids=["lines", "one line"])
def test_the_encoding_of_a_large_text_is_told_by_a_sample(between: str, tmp_path: Path) -> None:
    plain = f"The keeper counted the boats that came in before dusk.{between}" * 40_000
    words = "Die Glocke läutete über dem Hafen, und die Männer zählten die Schläge. Es war früh, und die Straße war naß. "
    text = plain + words * 5 + between + plain
    found = read(tmp_path, "a.txt", text.encode("latin-1"))
    assert found.text == text
    assert found.notes == ("read as windows-1252: its letters alone tell the encoding",)


def test_a_large_file_all_of_which_is_not_in_the_encoding_of_its_sample_is_refused(tmp_path: Path) -> None:
    words = "Die Glocke läutete über dem Hafen, und die Männer zählten die Schläge, früh auf der Straße.\n"
    (tmp_path / "a.txt").write_bytes(words.encode("latin-1") * 30_000 + b"\x81\x01\n")
    found = read_copy(str(tmp_path / "a.txt"))
    assert isinstance(found, CopyFault)
    assert (found.kind, "no text in an encoding that is certain" in found.message) == ("unreadable", True)


def test_a_name_that_promises_something_else_is_noted(tmp_path: Path) -> None:
    found = read(tmp_path, "a.pdf", "Not found on this server.")
    assert found.text == "Not found on this server."
    assert found.notes == ("its name promises a PDF, but it is plain text",)
    assert found.media_type == "text/plain"


def test_markdown_without_its_marks(tmp_path: Path) -> None:
    content = (
        "---\ntitle: Of bells\n---\n\nA *great* [bell](b.html) rang.[^1] ![A bell](b.png)\n\n[^1]: Twice.\n"
    )
    found = read(tmp_path, "a.md", content)
    assert found.text == "---\ntitle: Of bells\n---\nA great bell rang.[1]\n[1] Twice.\nA bell"
    assert read(tmp_path, "a.txt", "A *b*.", "text/markdown").text == "A b."
    assert read(tmp_path, "a.txt", "A *b*.").text == "A *b*."


HTML = [
    ("what is hidden follows", '<p>The bell <span style="display:none">unseen</span>rang.</p><p>Twice.',
     "The bell rang.\nunseen\nTwice."),
    ("noscript and details", "<p>a<noscript>b</noscript></p><details><summary>c</summary>d</details>", "a\nb\nc\nd"),
    ("hidden blocks", "<div hidden>a</div><p>b", "a\nb"),
    ("tables and captions", "<table><caption>a</caption><tr><td>b<td>c</tr></table>", "a\nb\tc"),
    ("pictures say something", '<p>a <img alt="A bell on a wall"> b<p>c', "a b\nA bell on a wall\nc"),
    ("an initial that is a picture", '<p><img alt="T">he bell', "The bell"),
    ("notes", '<p>a<sup><a href="#n">1</a></sup> b<p id=n>1 c', "a[1] b\n1 c"),
    ("small print that is no note", "<p>10<sup>6</sup> m", "106 m"),
    ("white space", "<p>a\n  b<br>c</p><pre>d\n  e</pre>", "a b\nc\nd\n  e"),
    ("scripts and comments", "<p>a<script>b</script><!-- c --><style>d</style>e", "ae"),
    ("entities", "<p>a&nbsp;b &amp; c&shy;d", "a\xa0b & c\xadd"),
    ("readings of signs", "<p><ruby>a<rp>(<rt>b<rp>)</ruby>c", "ac\n(\nb\n)"),
    ("the title", "<head><title>a</title></head><p>b", "a\nb"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text"), [case[1:] for case in HTML], ids=[case[0] for case in HTML])
def test_the_whole_text_of_a_page(source: str, text: str, tmp_path: Path) -> None:
    assert read(tmp_path, "a.html", f"<!doctype html><meta charset=utf-8>{source}").text == text


PAGED = [
    (
        '<p>a <span class="pagenum">[58]</span>b <a id="Page_59"></a>c',
        [(None, "a "), ("58", "b "), ("59", "c\n[58]")],
    ),
    ('<p>a<p><span epub:type="pagebreak" title="12"></span>b', [(None, "a\n"), ("12", "b")]),
    ("<p>[page 3]</p><p>a</p><p>[page 4]</p><p>b", [("3", "[page 3]\na\n"), ("4", "[page 4]\nb")]),
    ('<p id="p1">a<p id="p2">b', []),
    ('<p>a<a id="page9"></a>b<a id="page3"></a>c', []),
]


@pytest.mark.parametrize(("source", "pages"), PAGED)
def test_where_elements_say_that_pages_begin(
    source: str, pages: list[tuple[str | None, str]], tmp_path: Path
) -> None:
    found = read(tmp_path, "a.html", f"<!doctype html>{source}")
    assert [(page.label, found.text[page.start : page.end]) for page in found.pages] == pages


def test_a_word_document_with_what_stands_around(tmp_path: Path) -> None:
    def said(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    deleted = "<w:p><w:r><w:t>B</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    members = parts(said("[page 3]") + said("A bell") + deleted)
    for kind, text in (("header", "OF BELLS"), ("comments", "Which bell?")):
        members[f"word/{kind}.xml"] = f"<w:{kind} {NAMESPACES}>{said(text)}</w:{kind}>".encode()
    around = {kind: (kind, f"{kind}.xml", False) for kind in ("header", "comments")}
    members["word/_rels/document.xml.rels"] = relationships(around).encode()
    found = read(tmp_path, "a.docx", zipped(members))
    assert found.text == "[page 3]\nA bell\nB\nOF BELLS\nWhich bell?"
    assert [page.label for page in found.pages] == ["3"]
    assert found.media_type.endswith("wordprocessingml.document")


PIECES = st.sampled_from([
    "<p>", "</p>", "<span hidden>", "</span>", "<table>", "<tr>", "<td>", "</table>", "<pre>", "<q>", "</q>", "<sup>",
    "<a id=page_3>", '<a href="#n">', "</a>", '<img alt="T">', '<img alt="A bell">', "<head>", "<title>", "</title>",
    "<body>", '<i epub:type="pagebreak" title="4">', "</i>", "<noscript>", "<svg>", "<text>", "<template>", "&amp;", "&#0;",
    "12", " a ", "\n", "<!--", "-->", "<script>", "</script>", "<rt>", "<br>", "<dialog>", "<", ">", "[page 3]",
])  # fmt: skip


@given(st.lists(PIECES))
def test_any_page_gives_a_text_that_its_pages_cover(pieces: list[str]) -> None:
    pytest.importorskip("selectolax")
    found = html.read("".join(pieces).encode(), Wish())
    at = 0
    for page in found.pages:
        assert page.start == at
        at = page.end
    assert at in {0, len(found.text)}


@given(st.lists(st.sampled_from(["bell ", "rang ", "1871 ", "Glocke "]), min_size=1))
def test_no_word_of_a_page_is_lost(words: list[str]) -> None:
    pytest.importorskip("selectolax")
    wraps = [
        "<p>{}</p>",
        "<i>{}</i>",
        "<span hidden>{}</span>",
        "<noscript>{}</noscript>",
        "<td>{}",
        "<rt>{}</rt>",
        "<li>{}",
    ]
    source = "".join(wraps[at % len(wraps)].format(word) for at, word in enumerate(words))
    found = html.read(f"<body>{source}".encode(), Wish()).text.split()
    assert sorted(found) == sorted(word.strip() for word in words)
