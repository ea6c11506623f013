"""Whatever a document says becomes words on a card: no markup, no address, no other field."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, TypeVar
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pincite.dataset.describing.escaping import as_code, in_bibtex, in_markdown, in_xml, in_yaml, plain

if TYPE_CHECKING:
    from collections.abc import Callable

Test = TypeVar("Test", bound="Callable[..., None]")
HOSTILE = (
    "<script>alert(1)</script>",
    "a | b | c",
    "\\|",
    "`code` ``more``",
    "![x](javascript:alert(1)) [y][z] [w]: /u",
    "# no heading #",
    "- no item",
    "1. no item",
    "2) no item",
    "> no quotation",
    "=== ---",
    "*no* _emphasis_ ~~none~~ $x^2$ a*b*",
    "&lt;b&gt; &#60; &amp;amp;",
    "https://example.org www.example.org a@example.org HTTP://EXAMPLE.ORG",
    "one\ntwo\r\n\n    three\ttwo",
    "a\u202eb\u2066c\u200b\x00\x1b[31m\x7f\x85\u2028",
    "\ufffe\uffff\ud800\U0001f514",
    "```\nrm\n```",
    "---\nlicense: mit\n---",
    "\\",
    "<!-- x",
    "{{ x }} {% y %} ${z}",
    "}, note = {x",
    "--",
    ": a",
    "'\" \"'",
    "",
)
GITHUB = MarkdownIt("gfm-like", {"html": True, "linkify": False})
TEXTS = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="\\`*_{}[]<>()#+-.!|~$&:;=@/w1a \n'\"", max_size=14),
)


class Words(HTMLParser):
    """The words of a page, and the elements that they stand in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag + "".join(f" {name}" for name, _ in attrs if name != "style"))

    def handle_data(self, data: str) -> None:
        self.words += data


def shown(markdown: str) -> tuple[str, list[str]]:
    """Return the words that Markdown as GitHub has it shows, and its elements."""
    page = GITHUB.render(markdown)
    found = Words()
    found.feed(page)
    found.close()
    return " ".join(found.words.split()), found.elements


def hostile(test: Test) -> Test:
    """Ask a test for each of the hostile texts, too."""
    for text in HOSTILE:
        test = example(text)(test)
    return test


@hostile
@settings(max_examples=80)
@given(TEXTS)
def test_words_in_a_paragraph_a_heading_and_a_cell_are_words(text: str) -> None:
    words = " ".join(plain(text).split())
    assert shown(in_markdown(text)) == (words, ["p"] if words else [])
    assert shown(f"# {in_markdown(text)}") == (words, ["h1"])
    cell = ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert shown(f"| a | b |\n| --- | --- |\n| {in_markdown(text)} | c |") == (
        f"a b {words} c".replace("  ", " "),
        cell,
    )
    assert shown(f"x {as_code(text)}") == (f"x {words}".strip(), ["p", "code"])


@hostile
@settings(max_examples=60)
@given(TEXTS)
def test_words_in_an_image_are_words(text: str) -> None:
    children = GITHUB.parse(f"![{in_markdown(text)}](plots/a.svg)")[1].children or []
    assert [(one.type, one.attrs.get("src")) for one in children] == [("image", "plots/a.svg")]
    inside = children[0].children or []
    assert {one.type for one in inside} <= {"text", "text_special"}
    assert "".join(one.content for one in inside) == plain(text)


@pytest.mark.parametrize(
    "text", ["https://example.org/a", "see www.example.org", "ftp://a.b", "Mail a@b.org"]
)
def test_addresses_make_no_links(text: str) -> None:
    assert not re.search(r"\w://|www\.|\w@\w", in_markdown(text))


@hostile
@settings(max_examples=100)
@given(TEXTS)
def test_words_in_yaml_are_words(text: str) -> None:
    line = in_yaml(text)
    assert "\n" not in line
    assert yaml.safe_load(f"a: {line}\nb:\n- {line}\n") == {"a": plain(text), "b": [plain(text)]}


@hostile
@settings(max_examples=100)
@given(TEXTS)
def test_words_in_xml_are_words(text: str) -> None:
    root = ET.fromstring(f'<a b="{in_xml(text)}">{in_xml(text)}</a>')  # noqa: S314 - made here
    assert (root.attrib["b"], root.text or "", len(root)) == (plain(text), plain(text), 0)


@hostile
@settings(max_examples=100)
@given(TEXTS)
def test_words_in_bibtex_stay_in_their_field(text: str) -> None:
    value = in_bibtex(text)
    bare = re.sub(r"\\text[a-z]+\{\}|\\[&%$#_]", "", value)
    assert not set("\\{}%$#_&~^\n") & set(bare)
    # as BibTeX reads a field, which counts braces with a backslash before them, too
    depth = 0
    for one in value:
        depth += {"{": 1, "}": -1}.get(one, 0)
        assert depth >= 0
    assert depth == 0
