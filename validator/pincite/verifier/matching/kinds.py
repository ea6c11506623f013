"""What kind of change a difference in words is: a number, a name, a negation, other words, words left out or added."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.verifier.prose.turning import turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.matching.words import Word

_SENTENCE_START = re.compile(r"(?:\A|[.!?:;。！？…\n“\"«„(\[—–])[\s“”\"'‘’«»„(\[*_]*\Z")


def kind_of(
    quoted: Sequence[Word], printed: Sequence[Word], quotation: str, text: str, language: str | None
) -> str:
    """Return the kind of an undeclared change."""
    ours, theirs = (
        _turning(words, whole, language) for words, whole in ((quoted, quotation), (printed, text))
    )
    figures = any(sign.isdigit() for word in (*quoted, *printed) for sign in word.raw)
    named = any(_is_name(word, quotation) for word in quoted) and any(
        _is_name(word, text) for word in printed
    )
    kinds = (
        ("negation", ours["negation"] != theirs["negation"]),
        ("number", figures or bool(ours["number"] or theirs["number"])),
        ("omission", not quoted),
        ("addition", not printed),
        ("name", named),
    )
    return next((kind for kind, holds in kinds if holds), "word")


def _turning(words: Sequence[Word], text: str, language: str | None) -> Counter[str]:
    """Count the negations and numbers among some words of a text."""
    if not words:
        return Counter()
    return Counter(turn.kind for turn in turns(text, Span(words[0].at.start, words[-1].at.end), language))


def _is_name(word: Word, text: str) -> bool:
    """Say whether a word is written as names are: with a capital that no beginning of a sentence explains."""
    if not word.raw[:1].isupper() or not any(sign.islower() for sign in word.raw):
        return False
    return not _SENTENCE_START.search(text[max(0, word.at.start - 12) : word.at.start])
