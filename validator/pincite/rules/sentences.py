"""Sentences of the author's own prose, and whether one of them names a source."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.rules.own_prose import Spans, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.rules.own_prose import Prose

_END = re.compile(
    r"[.!?…][\"”»’')\]]*(?:\s+\([^()]{1,300}\))*\s+(?=[\"“«„‘'\[¿¡]?[A-ZÀ-ÖØ-Þ])",
)
"""The end of a sentence, the parentheses behind its full stop included."""
_PARENTHESIS = re.compile(r"\(([^()]{2,300})\)")
_REFERENCE = re.compile(
    r"\b(?:pp?|ff?|S|s|págs?|vol|Bd|no)\.|[nN][.]?º|\b1[0-9]{3}\b|\b20[0-9]{2}\b|\b(?:see|cf|vgl|siehe|véase|voir)\b|@"
)
"""What a parenthesis that names a source holds."""
_NOTE_MARK = re.compile(r"\[\^?[0-9]{1,3}\]|\[\[?@|[¹²³⁴-⁹]|https?://")
"""Marks of notes, keys of citations, addresses."""
_ABBREVIATIONS = frozenset(("cf", "ca", "vs", "pp", "ed", "nr", "bd", "vgl", "bzw", "etc", "vol", "art"))
_SHORT = 3
"""How many letters the abbreviation of a title, a name or a month has at most."""
_NEAR = 3
"""How far behind a paragraph the citation of its last sentence may begin."""


class Sentences:
    """The sentences of one document's prose, cut when they are asked for."""

    def __init__(self, document: Document) -> None:
        self._text = document.text or ""
        self._starts: dict[Prose, list[int]] = {}
        self._refers: dict[int, bool] = {}
        self._cited = Spans(_cited(document))
        self._declared = Spans(_declared(document))

    def around(self, stretch: Prose, start: int) -> tuple[int, int]:
        """Return where the sentence at an offset of a stretch begins and ends."""
        starts = self._starts.get(stretch)
        if starts is None:
            starts = self._starts[stretch] = [stretch.start, *_later_starts(self._text, stretch), stretch.end]
        index = min(bisect_right(starts, start), len(starts) - 1)
        return starts[index - 1], starts[index]

    def is_sourced(self, stretch: Prose, start: int) -> bool:
        """Say whether the sentence at an offset names a source, or a claim in it says what it rests on."""
        first, last = self.around(stretch, start)
        behind = last + _NEAR if last == stretch.end else last
        if self._cited.touching(first, behind) or self._declared.touching(first, last):
            return True
        if first not in self._refers:
            self._refers[first] = _refers(self._text[first:last])
        return self._refers[first]


@lru_cache(maxsize=1)
def sentences(document: Document) -> Sentences:
    """Return the sentences of the author's own prose; kept for the document under judgement."""
    return Sentences(document)


def _refers(sentence: str) -> bool:
    """Say whether a sentence names a source in its own words: in a parenthesis, by a note or an address."""
    return _NOTE_MARK.search(sentence) is not None or any(
        _REFERENCE.search(found[1]) for found in _PARENTHESIS.finditer(sentence)
    )


def _later_starts(text: str, stretch: Prose) -> Iterator[int]:
    for found in _END.finditer(text, stretch.start, stretch.end):
        if text[found.start()] != "." or not _is_abbreviated(text, found.start(), stretch.start):
            yield found.end()


def _is_abbreviated(text: str, stop: int, start: int) -> bool:
    """Say whether a full stop likely ends an abbreviation: an initial, "Dr", "cf"."""
    words = text[max(start, stop - 12) : stop].split()
    word = words[-1].rpartition(".")[2].lstrip("(\"“«„'‘") if words else ""
    return (word[:1].isupper() and len(word) <= _SHORT) or len(word) == 1 or word in _ABBREVIATIONS


def _cited(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the citations, what is cited, and the words that lead in to it."""
    for _, quotation in document.quotations:
        if quotation.get("citations"):
            yield from place_of(document, quotation.get("anchor", {}), quotation["text"])
            if "lead_in" in quotation:
                yield from place_of(document, quotation["lead_in"], "")
    for cited in document.citations:
        yield from place_of(document, cited.citation.get("anchor", {}), cited.citation.get("raw", ""))


def _declared(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the claims that say what they rest on; a basis concluded from the very phrase declares nothing."""
    for _, claim in document.claims:
        declared = claim.get("basis") and "basis" not in claim.get("inferred", {})
        if declared or claim.get("evidence") or claim.get("citations"):
            yield from place_of(document, claim.get("anchor", {}), claim["text"])
