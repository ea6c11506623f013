"""The same letters are not yet the same words: accents, capitals, limits of words, numbers and signs are compared here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import name as name_of
from unicodedata import normalize

from pincite.verifier.folding.spelling import end_of_letter, spelling_at, spelling_of
from pincite.verifier.matching.gaps import judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.folding.spelling import Spelling
    from pincite.verifier.wording.parts import Part

_POINTED = ("HEBREW", "ARABIC", "SYRIAC")
"""Scripts whose points and accents are often left out."""
_GROUPS = ".,'’ \u00a0\u202f\u2009٬،"
"""Signs that may part the thousands of a number; one of them is the language's decimal sign instead."""
_THOUSANDS = re.compile(r"(?:[0-9]{3})+(?![0-9])")
_LONGEST_HEAD = 3
"""Digits before the first mark of thousands, at most."""
_LIGATURE = re.compile("[ﬀ-ﬆœæŒÆ]")


@dataclass
class Comparison:
    """What differs between a part and the place where its letters stand.

    ``foldings`` are the names of what was overlooked; ``changes`` are kinds of real differences with the range of letters
    (from 0, within the part) they are at; ``notes`` are those that are only mentioned; ``first_letter``: the case of the first
    letter alone differs. ``places`` are the offsets of the part's letters in its text, where they had to be looked at.
    """

    foldings: dict[str, None] = field(default_factory=dict)
    changes: list[tuple[str, int, int]] = field(default_factory=list)
    notes: list[tuple[str, int]] = field(default_factory=list)
    first_letter: bool = False
    places: Sequence[int] = ()


def compared(part: Part, text: str, places: Sequence[int], decimal: str) -> Comparison:
    """Return how a part differs from the letters at some places of a text, which are the same but for folding.

    *decimal* is the sign before the decimals of a number in the source's language.
    """
    found = Comparison()
    printed = text[places[0] : end_of_letter(text, places[-1])]
    if part.words == printed:
        return found
    if part.words.split() == printed.split():
        found.foldings["white_space"] = None
        return found
    ours, theirs = spelling_of(part.text), spelling_at(text, places)
    found.places = ours.places
    _compare_letters(ours, theirs, found)
    _compare_gaps(ours, theirs, part.letters, _GROUPS.replace(decimal, ""), found)
    return found


def _compare_letters(ours: Spelling, theirs: Spelling, found: Comparison) -> None:
    cased: list[int] = []
    for at, (one, other) in enumerate(zip(ours.raw, theirs.raw, strict=True)):
        if one == other:
            continue
        kind = _letter_difference(one, other)
        if kind == "case":
            cased.append(at)
        elif kind in {"diacritics", "number"}:
            found.changes.append((kind, at, at + 1))
        else:
            found.foldings[kind] = None
    _judge_capitals(cased, ours, theirs, found)


def _letter_difference(one: str, other: str) -> str:
    """Return the name of the folding that makes two spellings of a letter equal, or the kind of a real difference."""
    ours, theirs = normalize("NFKC", one), normalize("NFKC", other)
    outcomes = (
        ("ligatures", not one or not other or bool(_LIGATURE.search(one + other))),
        ("normal_form", normalize("NFC", one) == normalize("NFC", other)),
        ("compatibility", ours == theirs),
        ("number", any(sign.isdigit() for sign in ours + theirs)),
        ("case", ours.casefold() == theirs.casefold()),
        ("vowel_points", name_of(normalize("NFD", ours)[:1] or " ", "").startswith(_POINTED)),
        ("letter_yo", {ours.casefold(), theirs.casefold()} == {"е", "ё"}),
    )
    return next((name for name, holds in outcomes if holds), "diacritics")


def _judge_capitals(cased: list[int], ours: Spelling, theirs: Spelling, found: Comparison) -> None:
    """Sort the letters that differ in case: the first of all, words set in capitals, others."""
    if not cased:
        return
    if cased[0] == 0 and (len(cased) == 1 or cased[1] != 1):
        found.first_letter = True
        cased = cased[1:]
    set_in_capitals = {at for one in (ours, theirs) for at in _in_capitals(one)}
    for at in cased:
        if at in set_in_capitals:
            found.foldings["capitals"] = None
        else:
            found.changes.append(("case", at, at + 1))


def _in_capitals(spelling: Spelling) -> set[int]:
    """Return the letters of words set in capitals throughout, as titles and the openings of chapters are.

    A lone word is among them only where it is the first: "THE ship", but not "the WHO".
    """
    words: list[list[int]] = []
    for at, (letter, gap) in enumerate(zip(spelling.raw, spelling.gaps, strict=True)):
        if not words or (gap and not gap.isalnum() and any(sign.isspace() for sign in gap)):
            words.append([])
        if letter:
            words[-1].append(at)
    found: set[int] = set()
    before = False
    for number, word in enumerate(words):
        capitals = _capitals(spelling, word)
        beside = before or (number + 1 < len(words) and _capitals(spelling, words[number + 1]))
        if capitals and (beside or (len(word) > 2 and number == 0)):  # noqa: PLR2004 - as above
            found.update(word)
        before = capitals
    return found


def _capitals(spelling: Spelling, word: list[int]) -> bool:
    return not any(spelling.raw[at].islower() for at in word) and any(
        spelling.raw[at].isupper() for at in word
    )


def _compare_gaps(ours: Spelling, theirs: Spelling, letters: str, groups: str, found: Comparison) -> None:
    digits = 0  # of the number so far that no mark of thousands has parted
    for at in range(1, len(letters)):
        digits = (
            digits + 1
            if letters[at - 1].isdecimal() and not (ours.gaps[at - 1] and theirs.gaps[at - 1])
            else 1
        )
        if ours.gaps[at] == theirs.gaps[at]:
            continue
        parted = groups if digits <= _LONGEST_HEAD and _THOUSANDS.match(letters, at) else None
        difference = judged(ours.gaps[at], theirs.gaps[at], (letters[at - 1], letters[at]), groups=parted)
        if difference.outcome == "folded" and "digit_groups" in difference.foldings:
            digits = 0
        found.foldings.update(dict.fromkeys(difference.foldings))
        if difference.note:
            found.notes.append((difference.note, at))
        elif difference.outcome in {"division", "word", "number"}:
            found.changes.append((difference.outcome, at - 1, at + 1))
