"""Whatever the text, converting it loses nothing and makes a valid document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pincite import check, convert
from pincite.converter.article import segmented
from pincite.converter.readers.text import manuscript
from pincite.export import write
from pincite.model.document import plain_text
from pincite.model.finding import Finding
from pincite.reading.json_syntax import JsonText
from pincite.reading.yaml_syntax import YamlText
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pincite.model.rule import Severity

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
    "(ГАПК. Ф. 12. Оп. 3. Д. 45. Л. 6 об.)",
    "(Марова И. П., Лунд П. А. Свет // Вестник. 1901. № 3. С. 5)",
    "(Марова И. П. Указ. соч. С. 5)",
    "Это подтверждается письмом. Он писал:",
    "It is common knowledge that it burned.",
    "From this letter it follows that it burned.",
    "This is corroborated by Marrow, who wrote:",
    "— 12 —",
    "\n12  THE LAMP\n",
    "\f13\n",
    "(The Lamp, Ines Mar-\nrow, 1901, p. 4-\n5)",
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


def _is_fault(finding: Finding) -> bool:
    """Return whether a finding says that the converter made something wrong, not that the article lacks something."""
    if finding.code[3] == "2":
        # a piece not understood may stand, and a parenthesis that the article itself never closes
        return finding.severity != "info" and finding.code not in {"PIN213", "PIN221"}
    return finding.code[3] == "0" and finding.severity == "error"


@pytest.mark.parametrize(
    ("code", "severity", "fault"),
    [
        ("PIN001", "error", True),
        ("PIN003", "warning", False),
        ("PIN101", "error", False),
        ("PIN201", "error", True),
        ("PIN205", "warning", True),
        ("PIN205", "info", False),
        ("PIN213", "warning", False),
        ("PIN213", "info", False),
        ("PIN221", "warning", False),
    ],
)
def test_which_findings_are_faults_of_the_converter(code: str, severity: Severity, *, fault: bool) -> None:
    assert _is_fault(Finding("", code, "a-name", severity, "")) is fault


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
    found = segmented(manuscript(kept))
    assert {(citation.start, citation.raw) for citation in found.citations} == raws
    assert all(kept[start : start + len(raw)] == raw for start, raw in raws)
    for owner in owners:
        assert kept[owner["anchor"]["start"] : owner["anchor"]["end"]] == owner["text"]
    assert [finding for finding in check(document).findings if _is_fault(finding)] == []
    assert convert(text) == document


@given(_TEXTS)
@example('"\x85')
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_ways_of_writing_read_back_equal(text: str) -> None:
    document = convert(text)
    assert YamlText(write(document, "yaml")).data == document
    assert JsonText(write(document, "json")).data == document


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
        "[",
        "(a ",
        "“a b” (1871)\n",
    ],
)
def test_repetition_does_not_blow_up(unit: str) -> None:
    assert_proportional(convert, lambda size: unit * (size // len(unit)), _FEWEST, _MOST)


_FEWEST, _MOST = 10_000, 2_000_000
"""Code points of the texts that are measured."""
