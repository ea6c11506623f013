"""Small pages: what text they show, in which paragraphs of which kind."""

from __future__ import annotations

import re
from contextlib import suppress
from html import escape
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pincite import check
from pincite.converter.article import convert_manuscript
from pincite.converter.readers import READERS
from pincite.converter.readers.html import tree
from pincite.reading.fault import UnreadableError
from tests.converter.readers.dump import dumped, outside_one_block

_CASES = yaml.safe_load((Path(__file__).parent / "html.yaml").read_text("utf-8"))
_READ = READERS["html"].read


@pytest.mark.parametrize("case", _CASES, ids=[case["case"] for case in _CASES])
def test_a_page_gives_these_lines(case: dict[str, object]) -> None:
    lines = dumped(_READ(str(case["html"]).encode())).splitlines()
    found = [
        line for line in lines[: lines.index("media type text/html")] if line and not line.endswith(" None")
    ]
    assert found == case["read"]


def _pages() -> st.SearchStrategy[str]:
    text = st.one_of(
        st.sampled_from(
            [
                "The bell",
                " ",
                "\n",
                "\xa0",
                "\u200b",
                "a  b",
                "\t",
                "1",
                "x",
                "\u00ad",
                "e\u0301",
                "𝔘",
                "<",
                "&",
            ]
        ),
        st.text(max_size=6),
    ).map(escape)
    names = st.sampled_from(
        [
            "p",
            "div",
            "b",
            "i",
            "span",
            "a",
            "blockquote",
            "cite",
            "q",
            "ul",
            "li",
            "ol",
            "table",
            "tr",
            "td",
            "th",
            "h1",
            "h2",
            "h3",
            "pre",
            "section",
            "article",
            "nav",
            "aside",
            "header",
            "footer",
            "figure",
            "figcaption",
            "main",
            "form",
            "button",
            "br",
            "hr",
            "center",
            "font",
            "dl",
            "dt",
            "dd",
            "sup",
            "em",
            "code",
            "svg",
            "math",
            "template",
            "script",
            "style",
            "title",
            "textarea",
            "select",
            "option",
            "noscript",
            "hidden-thing",
            "ruby",
            "rt",
            "caption",
            "details",
            "summary",
        ]
    )
    attributes = st.sampled_from(
        [
            "",
            "",
            "",
            ' class="quote"',
            " hidden",
            ' style="display: none"',
            ' id="n1"',
            ' href="#n1"',
            ' href="x"',
            ' class="share"',
            ' style="margin-left:4em;margin-right:4em"',
        ]
    )
    element = st.deferred(
        lambda: st.one_of(
            text,
            st.tuples(names, attributes, inner).map(lambda one: f"<{one[0]}{one[1]}>{one[2]}</{one[0]}>"),
            st.tuples(names, attributes).map(lambda one: f"<{one[0]}{one[1]}>"),
            names.map(lambda name: f"</{name}>"),
            st.sampled_from(
                [
                    "<!-- no -->",
                    "<!--",
                    "<!doctype html>",
                    "<![CDATA[x]]>",
                    "<br><br>",
                    "<p",
                    "</",
                    "<?x?>",
                    "&nbsp;",
                    "&#0;",
                    "&#13;",
                    "&#xFEFF;",
                ]
            ),
        )
    )
    inner = st.lists(element, max_size=6).map("".join)
    return inner


_UNSEEN = frozenset(
    [
        "head",
        "title",
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "noembed",
        "noframes",
        "audio",
        "video",
        "canvas",
        "datalist",
        "meta",
        "link",
        "rp",
        "base",
        "param",
        "source",
        "track",
        "area",
        "defs",
        "desc",
        "metadata",
        "annotation",
        "annotation-xml",
    ]
)


def _seen(page: str) -> str:
    """Return the visible characters of a page, by walking the parser's tree in the plainest way."""

    def walk(node: LexborNode) -> str:
        parts = []
        child = node.first_child
        while child is not None:
            if child.tag == "-text":
                parts.append(child.text(deep=False))
            elif child.tag and child.tag[0] != "-" and child.tag not in _UNSEEN:
                attributes = child.attributes
                style = (attributes.get("style") or "").replace(" ", "")
                if "hidden" not in attributes and style != "display:none":
                    inner = walk(child)
                    parts.append(f"“{inner}”" if child.tag == "q" else inner)
            child = child.next
        return "".join(parts)

    root = LexborHTMLParser(page.encode()).root
    assert root is not None
    return _visible(walk(root))


def _visible(text: str) -> str:
    # the marks of a q in another are other ones; a mark of order at the beginning of a text is none of its characters
    text = text.replace("‘", "“").replace("’", "”")
    return "".join(text.split()).lstrip("\ufeff")


@given(_pages())
@example("<p>a<table><tr><td>b<p>c")
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=400)
def test_every_visible_character_lies_in_one_paragraph_in_order(page: str) -> None:
    # in SVG and MathML these are no raw text for the parser; the reader takes them for it, and shows what it cannot hide
    assume(not (re.search("<(?:svg|math)", page) and re.search("<(?:textarea|title|script|style)", page)))
    manuscript = _READ(page.encode())
    text = manuscript.text
    assert _visible(text) == _seen(page)
    at = 0
    for one in manuscript.paragraphs:
        assert one.text == text[one.start : one.end] == one.text.strip() != ""
        assert not text[at : one.start].strip()
        at = one.end
    assert not text[at:].strip()
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    stretches = [(one.start, one.end) for one in manuscript.links] + [
        (one.start, one.end) for one in manuscript.notes
    ]
    for start, end in [*stretches, *manuscript.cites]:
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
    assert all(0 <= one.at <= len(text) for one in manuscript.pictures)
    document = convert_manuscript(manuscript)
    assert document["article"]["text"]["content"] == text
    assert outside_one_block(document) == ""
    assert [
        one for one in check(document).findings if re.match("PIN0", one.code) and one.severity == "error"
    ] == []


def test_text_that_is_lost_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<p>a<b>b</b></p>"
    assert _visible(_READ(page.encode()).text) == _seen(page)
    monkeypatch.setattr(tree, "UNSEEN", frozenset({"b"}))
    assert _visible(_READ(page.encode()).text) != _seen(page)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(UnreadableError):
        assert _READ(content).media_type == "text/html"
