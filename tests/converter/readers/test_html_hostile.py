"""Pages made to hurt: each is read, or refused with a reason, in time that grows with its size alone."""

from __future__ import annotations

import base64
import sys
import time
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from pincite.converter.readers import READERS
from pincite.converter.readers.html import taming
from pincite.converter.readers.html.nesting import Nesting
from pincite.reading.fault import UnreadableError
from tests.growth import TIMES, assert_proportional

if TYPE_CHECKING:
    from collections.abc import Callable

_READ = READERS["html"].read

_REFUSED: dict[str, tuple[Callable[[int], str], str]] = {
    "nested div": (lambda n: "<div>" * n, "elements stand more than 1000 deep"),
    "nested b": (lambda n: "<b>" * n, "elements stand more than 1000 deep"),
    "nested lists": (lambda n: "<ul><li>" * n, "elements stand more than 1000 deep"),
    "nested tables": (lambda n: "<table><tr><td>" * n, "elements stand more than 1000 deep"),
    "nested templates": (lambda n: "<template>" * n, "elements stand more than 1000 deep"),
    "nested formulas": (lambda n: "<math><mi><p>" * n, "elements stand more than 1000 deep"),
    "end tags that reach nothing": (
        lambda n: "<div><table></div></table>" * n,
        "elements stand more than 1000",
    ),
    "end tags in comments": (lambda n: "<div><!--</div>-->" * n, "elements stand more than 1000 deep"),
    "end tags in style sheets": (
        lambda n: "<div><style></div></style>" * n,
        "elements stand more than 1000 deep",
    ),
    "end tags in attributes": (lambda n: "<div><p title='</div>'>" * n, "elements stand more than 1000 deep"),
    "self-closing in HTML": (lambda n: "<svg>" + "<div/>" * n, "elements stand more than 1000 deep"),
    "attributes of a tag": (
        lambda n: "<p " + " ".join(f"a{i}" for i in range(n)) + ">",
        "a tag has more than 1000",
    ),
    "attributes of many html tags": (
        lambda n: "".join(f"<html a{i}>" for i in range(n)),
        "the tags of html and body have more than 1000 attributes",
    ),
    "a long tag": (lambda n: f"<p title='{'x' * n}'>", "a tag is longer than 64 KiB"),
    "formatting left open": (
        lambda n: "<p>" + "".join(f"<font color={i}>" for i in range(800)) + "x<p>y" * n,
        "tags left open would have to be opened again",
    ),
    "end tags that look far": (
        lambda n: "<div><table>" + "<i>" * 900 + "</div>" * n,
        "too many elements are left open",
    ),
    "elements": (lambda n: "<i></i>" * 2 * n, "the page has more than 300000 elements"),
}


@pytest.mark.parametrize(("make", "message"), _REFUSED.values(), ids=list(_REFUSED))
def test_a_page_that_the_parser_would_choke_on_is_refused(make: Callable[[int], str], message: str) -> None:
    content = make(200_000).encode()
    begin = time.process_time()
    with pytest.raises(UnreadableError) as refused:
        _READ(content)
    assert time.process_time() - begin < _SECONDS * max(1, len(content) / 1_000_000)
    assert refused.value.fault.message.startswith(message)
    assert refused.value.fault.hint == "save the article alone as a page, without what surrounds it"


_SECONDS = 4
"""Seconds for a megabyte, twice what is promised: other tests may run beside this one."""

_READ_PAGES: dict[str, Callable[[int], str]] = {
    "paragraphs left open": lambda n: "<p>x" * n,
    "items left open": lambda n: "<ul>" + "<li>x" * n,
    "formatting left open": lambda n: "<p><b>x<i>y" * n,
    "anchors left open": lambda n: "<a name=x>y " * n,
    "end tags": lambda n: "</p></b></x>" * n,
    "cells": lambda n: "<table><tr>" + "<td>x" * n,
    "cites": lambda n: "<blockquote>" + "<cite>x</cite>" * n,
    "line breaks": lambda n: "x<br>" * n,
    "many line breaks": lambda n: "a" + "<br>" * n + "b",
    "entities": lambda n: "&amp;&lt;&NotEqualTilde;&#x1F514;" * n,
    "entities that are none": lambda n: "&ampx&#99999999;&" * n,
    "brackets": lambda n: "<" * n + ">" * n,
    "comments left open": lambda n: "<!--" * n,
    "scripts left open": lambda n: "<script><!--" * n,
    "tags left open": lambda n: "<p a='" + "x" * n,
    "quotes left open": lambda n: "<p>x</p>" * 9 + '<p a="' + "'" * n,
    "characters that are none": lambda n: "a\0\x01" * n,
    "white space": lambda n: "x" + " \n" * n + "<b> </b>" * 9 + "<pre>" + " " * n + "x",
    "notes to one": lambda n: "<a href=#n>1</a> " * n + "<p id=n>" + "x " * n,
    "notes from nowhere": lambda n: "".join(f"<a href=#n{i}>1</a>" for i in range(n)) + "<a name=n1></a>" * n,
    "notes in one block": lambda n: "".join(f"<a href=#n{i}>1</a>" for i in range(n)) + "<p>" + "".join(f"<a id=n{i}>x</a>" for i in range(n)),
    "style sheets": lambda n: "<style>" + "/*" * n + ".a{" * n + "</style><p class=a>x",
    "styles": lambda n: ("<p style='" + "margin:1px 2px;" * 300 + "'>x") * (n // 300),
    "classes": lambda n: ("<p class='" + "aB-" * 900 + " quote" * 300 + "'>x") * (n // 300),
    "data": lambda n: "<script type='application/ld+json'>" + "[" * min(n, 150_000) + "</script>x",
    "pictures": lambda n: "<img src=a.png>" * n,
    "quotations in a line": lambda n: "<q>" * 900 + "<q>x</q>" * n,
}  # fmt: skip


@pytest.mark.parametrize("make", _READ_PAGES.values(), ids=list(_READ_PAGES))
def test_time_grows_with_the_size_of_a_page(make: Callable[[int], str]) -> None:
    longest = assert_proportional(_READ, lambda n: make(n).encode(), 3_000)
    assert longest < max(1, _PER_MEGABYTE * len(make(TIMES * 3_000).encode()) / 1_000_000)


_PER_MEGABYTE = 12
"""Seconds where nearly all of a page is tags; on an idle machine it is a third of that."""


def test_a_large_page_of_text_is_read() -> None:
    paragraph = (
        "<p>The keeper noted the <i>turn</i> of the tide.</p>\n"
        + "The bell rang; nobody pulled the rope. " * 50
    )
    page = (paragraph * (20_000_000 // len(paragraph))).encode()
    begin = time.process_time()
    assert len(_READ(page).text) > 19_000_000
    assert time.process_time() - begin < 20 * 2


def test_a_picture_in_the_page_may_be_longer_than_a_tag() -> None:
    held = b"\x89PNG\r\n\x1a\n" + bytes(200_000)
    page = f"<p>a<img src='data:image/png;base64,{base64.b64encode(held).decode()}'></p>"
    assert [one.content for one in _READ(page.encode()).pictures] == [held]


def _depth(source: str) -> int:
    node = LexborHTMLParser(source.encode()).root
    depth = deepest = 1
    while node is not None:
        child = node.first_child
        if child is not None:
            node, depth = child, depth + 1
            deepest = max(deepest, depth)
            continue
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None else None
    return deepest


def test_what_is_refused_hurts_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    # the guard taken away: the parser nests as deep as the tags say
    page = "<div><table></div></table>" * 1500
    monkeypatch.setattr(Nesting, "_push", lambda *_: None)
    assert _depth(taming.tamed(page).source) > 1500


def test_a_library_that_is_missing_is_an_import_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(READERS["html"].module)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(ImportError):
        READERS["html"].read(b"<p>a")
