"""What is told of invented sentences in each language: one line a question, in ``sentences``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite.model.finding import Span
from pincite.verifier.cautions import around, hidden, inserted, replaced
from pincite.verifier.languages import codes
from pincite.verifier.prose import language_of, sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.verifier.verdict import Caution

_FOLDER = Path(__file__).parent / "sentences"
_OPEN, _CLOSE = "{{", "}}"


def _lines() -> list[tuple[str, str]]:
    return [
        (path.stem, line)
        for path in sorted(_FOLDER.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def _placed(marked: str) -> tuple[str, Span]:
    """Return a text without the marks about a place in it, and that place."""
    before, _, rest = marked.replace("\\n", "\n").partition(_OPEN)
    words, _, after = rest.partition(_CLOSE)
    return before + words + after, Span(len(before), len(before) + len(words))


def _told(cautions: Iterable[Caution], *, where: bool) -> str:
    return "; ".join(f"{one.where} " * where + f"{one.kind}={one.words}" for one in cautions) or "-"


def _answer(code: str, asked: str, parts: list[str]) -> str:
    text, place = _placed(parts[0])
    if asked == "hidden":
        return _told(hidden(text, place, code), where=False)
    if asked == "around":
        return _told(around(text, place, code, starts_marked=False, ends_marked=False), where=True)
    if asked == "inserted":
        return _told(inserted(parts[0], Span(0, 0), code), where=False)
    if asked == "replaced":
        return _told(replaced(parts[1], place, text, code), where=True)
    assert asked == "language"
    return language_of(text) or "-"


@pytest.mark.parametrize(("code", "line"), [one for one in _lines() if not one[1].startswith("sentence")])
def test_what_is_told(code: str, line: str) -> None:
    asked, *parts, expected = (part.strip() for part in line.split(" | "))
    assert _answer(code, asked, parts) == expected


@pytest.mark.parametrize(("code", "line"), [one for one in _lines() if one[1].startswith("sentence")])
def test_where_a_sentence_begins_and_ends(code: str, line: str) -> None:
    marked = line.partition(" | ")[2]
    expected = marked.partition("⟦")[2].partition("⟧")[0]
    text, place = _placed(marked.replace("⟦", "").replace("⟧", ""))
    found = sentence_at(text, place.start, place.end, code)
    assert text[found.start : found.end] == _placed(expected)[0]


def test_every_language_has_twenty_sentences() -> None:
    counted = [code for code, _ in _lines()]
    assert {code for code in codes() if counted.count(code) < 20} == set()


@pytest.mark.parametrize(("code", "line"), [one for one in _lines() if one[1].startswith("hidden")])
def test_other_normal_forms_case_and_emphasis_hide_no_word(code: str, line: str) -> None:
    _, marked, expected = (part.strip() for part in line.split(" | "))
    text, place = _placed(marked.replace(_OPEN, _OPEN + "_").replace(_CLOSE, "_" + _CLOSE))
    kinds = {part.split("=")[0] for part in expected.split("; ")} - {"-"}
    assert {one.kind for one in hidden(text, place, code)} == kinds
