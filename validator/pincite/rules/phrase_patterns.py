"""How a language pack writes a phrase, and where a phrase stands among the words of a text.

A phrase is words with spaces between them, in lower case. ``…`` stands for up to three words, with or without
commas, none of which negates; ``say|says`` for one of several words, ``thus|`` for a word that may be missing; a comma or
colon at the end of a word must stand in the text, too. ``^`` at the beginning: only where a sentence begins. A
word that is elided ends in its apostrophe and is a word of its own: ``que|qu' on``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

GAP = "…"
MAX_GAP = 3
"""How many words a gap may stand for."""
AT_SENTENCE_START = "^"

MARKS_BEHIND = ("", ",", ".", ":", ";", ")", "),", ").")
"""What may stand between a word and the white space behind it."""
_MARKS = ",:"
"""Marks that a phrase may ask for behind a word."""
_WORD_OR_MARK = re.compile(r"\w+(?:-\w+)*'?|[^\w\s]")


class Word(NamedTuple):
    """A word or mark of a text with its offsets, in lower case and with straight apostrophes."""

    text: str
    start: int
    end: int


class Slot(NamedTuple):
    """A place of a phrase: the words that fit, or a gap (no words at all)."""

    words: frozenset[str]
    optional: bool = False


class Neighbours(NamedTuple):
    """The words that may stand right before and right behind a phrase's key; None where anything may."""

    before: frozenset[str] | None
    behind: frozenset[str] | None


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words and marks of a piece of a text in lower case."""
    return [Word(found[0], found.start(), found.end()) for found in _WORD_OR_MARK.finditer(text, start, end)]


def keys_of(phrase: str) -> list[str]:
    """Return the words of which one must stand in a text that has the phrase: those of its longest place."""
    best = ""
    length = 0
    for place in phrase.split():
        shortest = len(place) if "|" not in place else min(map(len, place.split("|")))
        if shortest > length:
            best, length = place, shortest
    # an elided word is looked for without its apostrophe, of "d'accord" the longer half
    return [
        max(word.split("'"), key=len) if "'" in word else word
        for word in best.strip(f"{_MARKS}{AT_SENTENCE_START}").split("|")
    ]


@lru_cache(maxsize=1000)
def slots_of(phrase: str) -> tuple[Slot, ...]:
    """Return the places of a phrase."""
    slots: list[Slot] = []
    for place in phrase.removeprefix(AT_SENTENCE_START).split():
        words = place.rstrip(_MARKS)
        mark = place[len(words) :]
        if place == GAP:
            slots.append(Slot(frozenset()))
        elif "|" in words:
            slots.append(Slot(frozenset(filter(None, words.split("|"))), optional="" in words.split("|")))
        else:
            slots += [Slot(frozenset((word[0],))) for word in _WORD_OR_MARK.finditer(words)]
        slots += [Slot(frozenset((mark,)))] if mark else []
    return tuple(slots)


@lru_cache(maxsize=2000)
def neighbours(phrase: str, key: str) -> Neighbours:
    """Return what must stand beside a key of a phrase, to be looked at before the phrase is matched."""
    slots = slots_of(phrase)
    at = next(
        (index for index, slot in enumerate(slots) if key in slot.words or f"{key}'" in slot.words), None
    )
    if at is None:
        return Neighbours(None, None)
    before = slots[at - 1] if at else None
    behind = slots[at + 1] if at + 1 < len(slots) else None
    return Neighbours(_certain(before), _certain(behind))


@lru_cache(maxsize=1000)
def needed(phrase: str) -> tuple[frozenset[str], ...]:
    """Return sets of words, as they stand between white space, of each of which a text with the phrase has one."""
    return tuple(
        frozenset(word.strip("'") + mark for word in slot.words for mark in MARKS_BEHIND)
        for slot in slots_of(phrase)
        if slot.words and not slot.optional and not slot.words.issubset(_MARKS)
    )


def _certain(slot: Slot | None) -> frozenset[str] | None:
    return None if slot is None or slot.optional or not slot.words else slot.words


def match(
    phrase: str, words: Sequence[Word], key: int, barred: Container[str] = ()
) -> tuple[int, int] | None:
    """Return the offsets where a phrase stands around the word with the index *key*, or None.

    *barred* words stand in no gap and not right before it: they say the contrary.
    """
    slots = slots_of(phrase)
    farthest = len(slots) + MAX_GAP * 2 * sum(not slot.words for slot in slots)
    for first in range(max(0, key - farthest), key + 1):
        if not slots[0].optional and words[first].text not in slots[0].words:
            continue
        last = _end(slots, 0, words, first, barred)
        if last is not None and last > key and not (first and words[first - 1].text in barred):
            return words[first].start, words[last - 1].end
    return None


def _end(
    slots: Sequence[Slot], slot: int, words: Sequence[Word], at: int, barred: Container[str]
) -> int | None:
    """Return the index behind the last word of a phrase whose rest begins at *at*, or None."""
    if slot == len(slots):
        return at
    here = slots[slot]
    if not here.words:
        return _behind_gap(slots, slot + 1, words, at, barred)
    if at < len(words) and words[at].text in here.words:
        found = _end(slots, slot + 1, words, at + 1, barred)
        if found is not None:
            return found
    return _end(slots, slot + 1, words, at, barred) if here.optional else None


def _behind_gap(
    slots: Sequence[Slot], slot: int, words: Sequence[Word], at: int, barred: Container[str]
) -> int | None:
    skipped = 0
    while True:
        found = _end(slots, slot, words, at, barred)
        if found is not None or at >= len(words):
            return found
        text = words[at].text
        if text != ",":
            if skipped == MAX_GAP or text in barred or not (text[0].isalnum() or text[0] == "_"):
                return None
            skipped += 1
        at += 1
