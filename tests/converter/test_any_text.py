"""Whatever the text, converting it loses nothing and makes a valid document."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pincite import check, convert
from pincite.converter.article import segmented
from pincite.export import pincite_json, pincite_yaml
from pincite.model.document import plain_text
from pincite.reading.json_syntax import JsonText
from pincite.reading.yaml_syntax import YamlText

_PIECES = [
    "(Enclosure 2, Ada Holm to Brook Lund, March 3, 1890. In: “The Holm Letters”, Vol. 4, 1889–1891, p. 7) (IMG)",
    "(The Lamp, Ines Marrow, 1901, pp. 4-5) (IMG{Lamp, p. 4})",
    "(ibid., p. 9)",
    "(Holm, 1890)",
    "(1850-1911)",
    "— Ines Marrow, The Lamp, Harbour Press, 1901, p. 3",
    "(IMG)",
    "[IMG 3]",
    "She wrote:",
    "The keeper said: “It burns.”",
    "‘a term’",
    "«ein Wort»",
    "It burned all night.",
    "By Ines Marrow",
    "Chapter 2, Section 3 (C2S3)",
    "Twitter | Telegram",
    "3 June 1890",
    "https://example.org/lamp",
    "In:",
    "From: Harbour Press, Online",
    "(",
    ")",
    "((",
    "“",
    "”",
    '"',
    "…",
    ". ",
    ", ",
    "\n",
    "\n\n",
    "\r\n",
    "\ufeff",
    "\xa0",
    "\u2028",
    "\u0085",
    "\x00",
    "𝔘",
    "e\u0301",
    "אב",
]
_TEXTS = st.one_of(
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=12)), max_size=30).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=30).map("\n".join),
    st.text(max_size=300),
)


@given(_TEXTS)
@example("")
@example("(")
@example("(The Lamp, Ines Marrow, 1901, p. 4) (IMG)")
@example("A. (The Lamp, Ines Marrow, 1901, p. 4) (The Oil, Ines Marrow, 1902, p. 5) (IMG)\nB.")
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_lost_and_the_document_is_valid(text: str) -> None:
    document = convert(text)
    kept = document["article"]["text"]["content"]
    assert kept == plain_text(text)
    covered = [0] * len(kept)
    for block in document["article"]["blocks"]:
        for at in range(block["start"], block["end"]):
            covered[at] += 1
    assert all(covered[at] == 1 for at, character in enumerate(kept) if not character.isspace())
    owners = [*document.get("quotations", []), *document.get("claims", [])]
    raws = {
        (citation["anchor"]["start"], citation["raw"])
        for owner in owners
        for citation in owner.get("citations", [])
        if "raw" in citation
    }
    found = segmented(kept)
    assert {(citation.start, citation.raw) for citation in found.citations} == raws
    assert all(kept[start : start + len(raw)] == raw for start, raw in raws)
    for owner in owners:
        assert kept[owner["anchor"]["start"] : owner["anchor"]["end"]] == owner["text"]
    structural = [finding for finding in check(document).findings if finding.code[3] in "02"]
    assert structural == []
    assert convert(text) == document


@given(_TEXTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_ways_of_writing_read_back_equal(text: str) -> None:
    document = convert(text)
    assert YamlText(pincite_yaml.write(document)).data == document
    assert JsonText(pincite_json.write(document)).data == document


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        ")",
        "“",
        "”",
        "‘",
        "'",
        '"',
        "…",
        ". ",
        ", ",
        "(a, ",
        "In: ",
        "1918 ",
        "p. 1, ",
        "A B ",
        "( ",
        "\n",
        "«",
        "(IMG)",
        "a:\n",
        "- ",
    ],
)
def test_repetition_does_not_blow_up(unit: str) -> None:
    # a quadratic pattern would take minutes over this, the test run's time limit catches it
    assert convert(unit * (100_000 // len(unit)))["pincite"] == "1.0"
