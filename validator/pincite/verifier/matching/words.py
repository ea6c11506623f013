"""Words of two texts held against each other, and the difference as people read it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from pincite.model.finding import Span
from pincite.verifier.extra import Indel, Levenshtein
from pincite.verifier.folding.line_ends import DIVISION, joined
from pincite.verifier.folding.scripts import DENSE, MARKS

_LETTER = rf"[^\W_{DENSE}]"
_WITHIN = rf"(?:{_LETTER}|[{MARKS}]|{DIVISION}(?=[^\W\d_])|['’ʼ׳״\u00ad\u200d-](?={_LETTER}))"
_WORD = re.compile(
    rf"[{DENSE}][{MARKS}]*|[-−+±]?[$€£¥]?[0-9]+(?:[.,'’ \u00a0][0-9]+)*[%‰°]?|{_LETTER}{_WITHIN}*|[$€£¥%‰]"
)
"""A number with its sign and unit, a word with its inner apostrophes and hyphens, or one sign of CJK."""
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652]")
"""Points of Hebrew and Arabic, which may be left out."""
_HELD = 3
"""Words around a difference that are shown."""


class Word(NamedTuple):
    """A word with its place in its text; ``key`` is what it is compared by."""

    key: str
    raw: str
    at: Span


class Change(NamedTuple):
    """Words of the quotation and of the source that stand for each other; one of both may be empty."""

    quoted: tuple[int, int]
    printed: tuple[int, int]


def words_in(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a piece of a text; a sign of CJK is a word of its own."""
    matches = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(_key(one.group()), one.group(), Span(*one.span())) for one in matches]


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    word = joined(word).replace("\u00ad", "").replace("\u200d", "")
    word = normalize("NFKC", word).replace("’", "'").casefold()
    return _POINTS.sub("", word.replace("ё", "е"))


def changes(quoted: list[Word], printed: list[Word]) -> list[Change]:
    """Return where two rows of words differ, with as many equal words as can be (longest common subsequence)."""
    ours, theirs = [word.key for word in quoted], [word.key for word in printed]
    joined: list[Change] = []
    for code in Indel.opcodes(ours, theirs):
        if code.tag == "equal":
            continue
        new = Change((code.src_start, code.src_end), (code.dest_start, code.dest_end))
        if joined and joined[-1].quoted[1] == new.quoted[0] and joined[-1].printed[1] == new.printed[0]:
            last = joined.pop()
            new = Change((last.quoted[0], new.quoted[1]), (last.printed[0], new.printed[1]))
        joined.append(new)
    return joined


def similarity(one: str, other: str) -> float:
    """Return the share of letters that two strings have in common, from 0 to 1 (normalised edit distance)."""
    return float(Levenshtein.normalized_similarity(one, other))


def diff_of(
    quotation: str, quoted: list[Word], text: str, printed: list[Word], differences: list[Change]
) -> str:
    """Return the quotation with each difference as ``[-quoted-]{+printed+}``, equal stretches cut.

    The words stand in *quotation* and in *text*, with the punctuation between them.
    """
    pieces: list[str] = []
    last = 0
    for change in differences:
        pieces += _held(quotation, quoted[last : change.quoted[0]], first=last == 0, last=False)
        ours, theirs = (
            _between(whole, words[slice(*place)])
            for whole, words, place in ((quotation, quoted, change.quoted), (text, printed, change.printed))
        )
        pieces.append((f"[-{ours}-]" if ours else "") + (f"{{+{theirs}+}}" if theirs else ""))
        last = change.quoted[1]
    return " ".join(pieces + _held(quotation, quoted[last:], first=last == 0, last=True))


def _between(text: str, words: list[Word]) -> str:
    """Return the text from the first of some words to the last."""
    return " ".join(text[words[0].at.start : words[-1].at.end].split()) if words else ""


def _held(text: str, words: list[Word], *, first: bool, last: bool) -> list[str]:
    """Return equal words with those far from any difference left out."""
    before = [] if first else [_between(text, words[:_HELD])]
    behind = [] if last else [_between(text, words[-_HELD:])]
    if len(words) <= _HELD * (len(before) + len(behind)) or (first and last):
        whole = _between(text, words if not (first and last) else words[:_HELD])
        return [whole] if whole else []
    return [*before, "…", *behind]
