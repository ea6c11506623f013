"""Which of the supported languages a text is in, guessed cheaply: by its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from pincite.model.finding import Span
from pincite.verifier.languages import codes, words_of
from pincite.verifier.prose.folded import Folded
from pincite.verifier.prose.phrases import folded_words
from pincite.verifier.prose.turning import SCRIPT_LETTERS, scripts_of

_SAMPLE = 2000
"""Code points looked at, in each of three parts of the text."""
_ENOUGH = 0.12
"""Share of a text's words that a language's commonest words reach."""
_ALONE = 0.02
"""The same where its script is that of no other supported language."""
_CLEAR = 1.4
"""How many times more of them than the runner-up has."""
_FEW = 2
"""Common words below which nothing is guessed."""
_MAIN = 0.6
"""Share of the letters that the script of a language has to have."""
_OTHER_EAST = "[\u3040-\u30ff\uac00-\ud7af]"
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """Return the code of the supported language *text* is likely in, or None where that is not clear.

    Looks at no more than the beginning, the middle and the end of a long text.
    """
    sample = _sample(text)
    script = _script(sample)
    if script is None:
        return None
    there = [code for code in codes() if words_of(code).script == script]
    if any(letter in sample for code in there for letter in words_of(code).foreign_letters):
        there = [code for code in there if not set(words_of(code).foreign_letters) & set(sample)]
    if script == "han":
        return None if re.search(_OTHER_EAST, sample) else next(iter(there), None)
    words = _WORD.findall(sample)
    counts = Counter(words)
    ranked = sorted(((sum(map(counts.__getitem__, _common(code))), code) for code in there), reverse=True)
    best, code = ranked[0] if ranked else (0, "")
    if len(ranked) == 1:
        return code if best >= _ALONE * len(words) and best else None
    second = ranked[1][0] if ranked else 0
    clear = best >= _FEW and best >= _ENOUGH * len(words) and best > _CLEAR * second
    return code if clear else None


def _sample(text: str) -> str:
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    parts = (
        [text]
        if len(text) <= 3 * _SAMPLE
        else [text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]]
    )
    return " ".join(Folded(part, Span(0, len(part))).text for part in parts)


def _script(sample: str) -> str | None:
    """Return the script that most of the letters are of, if it is one of ours."""
    signs = Counter(sample)
    letters = sum(count for sign, count in signs.items() if sign.isalpha())
    for script in scripts_of("".join(signs)):
        # a Chinese character says as much as a word
        share = 1 if script != "han" else 3
        if (
            share * sum(signs[one] for one in SCRIPT_LETTERS[script].findall("".join(signs)))
            >= _MAIN * letters
        ):
            return script
    return None


@lru_cache(maxsize=64)
def _common(code: str) -> frozenset[str]:
    return frozenset(folded_words(words_of(code).commonest))
