"""What turns a sentence's sense, found in a piece of a text: negations, numbers, conditions, contrasts."""

from __future__ import annotations

import re
from typing import NamedTuple

from pincite.model.finding import Span
from pincite.verifier.languages import codes, known, words_of
from pincite.verifier.prose.folded import Folded
from pincite.verifier.prose.lexicon import lexicon
from pincite.verifier.prose.phrases import fold

_CONTEXT = 48
"""Code points looked at on each side, for phrases of which the piece holds only a part."""
SCRIPT_LETTERS = {
    "han": re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    "hebrew": re.compile("[\u05d0-\u05ea\ufb1d-\ufb4f]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "latin": re.compile("[a-zA-Z\u00c0-\u024f\ufb00-\ufb06]"),
}
"""The letters of each script that there is a language of."""
_LINE_END = re.compile(r"(?<=\w)[-‐\u00ad¬][^\S\n]*\n\s*(?=\w)")
_DROPPED = re.compile("[*_\u00ad]")
_NUMBER_JOINTS = frozenset({"", "-", "and", "und", "et", "y", "и"})


class Turn(NamedTuple):
    """One word or phrase that turns the sense; ``kind`` is negation, number, condition or contrast."""

    kind: str
    words: str
    span: Span


def scripts_of(text: str) -> list[str]:
    """Return the scripts of the supported languages that *text* has letters of."""
    return [script for script, letters in SCRIPT_LETTERS.items() if letters.search(text)]


def languages_for(language: str | None, text: str) -> list[str]:
    """Return the code of *language*, or those of all languages in the scripts of *text* if it is none of ours."""
    if code := known(language):
        return [code]
    scripts = scripts_of(text)
    return [code for code in codes() if words_of(code).script in scripts]


def turns(text: str, span: Span, language: str | None) -> list[Turn]:
    """Return what turns the sense within *span* of *text*, in order; a part of a phrase in it is enough.

    Only the span and a few words around it are looked at.
    """
    around = Span(max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT))
    folded = Folded(text, around)
    inner = folded.inner(span)
    found: list[Turn] = []
    for code in languages_for(language, text[span.start : span.end]):
        for match in lexicon(code).matches(folded, text, inner):
            if match.end <= inner.start:
                continue
            raw = folded.raw(match.start, match.end)
            if raw.start < span.end and span.start < raw.end:
                found.append(Turn(match.kind, shown(text[raw.start : raw.end]), raw))
    return _told(found, text)


def _told(found: list[Turn], text: str) -> list[Turn]:
    """Return what was found once: of overlapping words the longer, and the words of one number together."""
    found.sort(key=lambda turn: (turn.span.start, -turn.span.end))
    told: list[Turn] = []
    for turn in found:
        last = told[-1] if told else None
        if last and turn.span.start < last.span.end:
            continue
        if last and last.kind == turn.kind == "number":
            between = text[last.span.end : turn.span.start]
            if len(between) < 8 and between.strip().lower() in _NUMBER_JOINTS:  # noqa: PLR2004 - " and " and blanks
                span = Span(last.span.start, turn.span.end)
                told[-1] = Turn("number", shown(text[span.start : span.end]), span)
                continue
        told.append(turn)
    return told


def shown(words: str) -> str:
    """Return printed words for a message: on one line, without emphasis and the hyphens of line ends."""
    if words.isalnum():
        return words
    return " ".join(_DROPPED.sub("", _LINE_END.sub("", words)).split())


def is_lone_number(words: str, language: str | None) -> bool:
    """Return whether *words* are a number that elsewhere may be an article or a pronoun: one."""
    alone = " ".join(fold(words).strip(" .,;:!?'\"").split())
    return any(
        alone == fold(word) for code in languages_for(language, words) for word in words_of(code).lone_numbers
    )
