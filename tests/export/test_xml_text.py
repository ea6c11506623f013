"""XML as text: well-formed whatever the words, and white space only where it means nothing."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.export.xml_text.addresses import is_uri, reference
from pincite.export.xml_text.characters import BARRED
from pincite.export.xml_text.elements import Element, Flowing, written


@given(
    words=st.text(st.characters(blacklist_categories=[])),
    value=st.text(st.characters(blacklist_categories=[])),
)
def test_every_word_comes_back_but_for_what_xml_cannot_carry(words: str, value: str) -> None:
    root = ET.fromstring(written(Element("a", {"b": value}, words)))  # noqa: S314 - what was just written
    assert (root.text or "", root.get("b", "")) == (BARRED.allowed(words), BARRED.allowed(value))


def test_white_space_stands_between_elements_alone() -> None:
    root = Element(
        "a", {"b": "1", "c": "", "d": None}, Element("e", None, "f ", Element("g", None, "h")), None, ""
    )
    root.add(Flowing("i", None, Element("j"), Element("k")), Element("l"))
    assert written(root).splitlines()[1:] == [
        '<a b="1">',
        "  <e>f <g>h</g></e>",
        "  <i><j/><k/></i>",
        "  <l/>",
        "</a>",
    ]


@pytest.mark.parametrize(
    ("words", "address", "is_one"),
    [
        ("https://example.org/a?b=1&c=%20#d", "https://example.org/a?b=1&c=%20#d", True),
        ("scans/page 1.png", "scans/page%201.png", False),
        ("100%/a#b#c", "100%25/a%23b#c", False),
        ("C:\\scans\\[1]", "C:%5Cscans%5C%5B1%5D", False),
        ("bücher.png", "b%C3%BCcher.png", False),
        ("\ud800", "%EF%BF%BD", False),
    ],
    ids=ascii,
)
def test_addresses_hold_what_addresses_may(words: str, address: str, *, is_one: bool) -> None:
    assert (reference(words), is_uri(words)) == (address, is_one)
