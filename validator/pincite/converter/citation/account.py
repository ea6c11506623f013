"""What each stretch of a printed citation was read as, worked out from the reading afterwards.

A reading says what it found, not where. Here every value is looked for in the printed text: names and titles by
their words, dates as they are printed, numbers and pages by their digits. What is left over is a word of the
convention ("In", "p.", "ed."), or was understood by nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.printed import Printed
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_VERBATIM = (
    "title", "place", "number", "volume", "issue", "edition", "genre", "publisher", "publisher_place", "platform",
    "doi", "url", "periodical", "archive_code", "note", "date_text", "relation_number",
)  # fmt: skip
_PEOPLE = ("authors", "recipients", "editors", "translators")
_DATES = ("date", "coverage", "received", "accessed")
_CONVENTION = (
    "conjunctions", "alternatives", "articles", "indefinite_articles", "date_joints", "accessed", "hereafter",
    "weekdays", "pinpoint", "see", "dated", "circa", "received", "container", "platform", "editors", "translators",
    "authors", "enclosure", "attachment", "volume", "issue", "number", "edition", "law_sections", "same_source",
    "ordinal_suffixes", "and_others", "range_joints", "range_openers", "perhaps", "recipient_words", "declares_short",
    "work_cited", "place_cited", "same_author", "cited_note", "cited_above", "weekday_joints", "following", "page_words",
    "facing", "headword", "interviewed", "interviewers", "directors", "roles", "reprint", "versus", "patents",
)  # fmt: skip
"""Word lists whose words say how to read what stands beside them, and nothing of their own."""
_TELLING = 5
"""Code points from which on a value is not part of a date by chance."""
_TRIED = 8
"""Places of a short value that are looked at for a word that announces it."""
_NEAR = 24
"""Code points beside a value in which the word that announces it stands."""
_WORD = re.compile(r"[^\W_]+")
_DOI = r"https?://(?:dx\.)?doi\.org/|(?<!\w)doi(?!\w)"


@dataclass(frozen=True)
class Piece:
    """A stretch of a printed citation, from ``start`` to ``end`` in it.

    ``member`` names what it was read as: a member of a source (``source`` is its number, 0 is the item), of the
    citation itself (no ``source``), or "unparsed"; None for a word of the convention. ``value`` is what the
    member became of it.
    """

    start: int
    end: int
    text: str
    member: str | None
    source: int | None = None
    value: str | None = None


@dataclass(frozen=True)
class _Value:
    """A value that was read, and the member that it became."""

    text: str
    member: str
    source: int | None = None


class _Taken:
    """The pieces found so far; ``looked`` says up to where each value was looked for."""

    def __init__(self, length: int) -> None:
        self.pieces: list[Piece] = []
        self.looked: dict[str, int] = {}
        self._covered = bytearray(length)

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self._covered[piece.start : piece.end] = b"\x01" * (piece.end - piece.start)

    def is_free(self, start: int, end: int) -> bool:
        """Return whether no piece lies between two offsets, nor in part."""
        return self._covered.find(1, start, end) < 0


def account(raw: str, read: ReadCitation, lexicon: Lexicon) -> list[Piece]:
    """Return the pieces of the printed citation *raw* in its order; no two overlap.

    Every letter and digit lies in one. A value that was concluded from another's words has no piece.
    """
    taken = _Taken(len(raw))
    printed = Printed(raw)
    values = sorted(_values(read), key=lambda one: -len(one.text))
    telling = [value for value in values if len(value.text) >= _TELLING]
    for value in telling:
        _take(printed, value, taken)
    _take_dates(raw, read, lexicon, taken)
    short = values[len(telling) :]
    left = [value for value in short if not _take_labelled(printed, value, lexicon, taken)]
    for value in left:  # not before: a page's "3" must not be taken from "3 May", nor from "vol. 3"
        _take(printed, value, taken)
    for value in telling:  # printed a second time
        _take(printed, value, taken)
    _take_words(raw, read, lexicon, taken)
    for start, end in _gaps(raw, taken):
        words = list(_WORD.finditer(raw, start, end))
        if words:
            first, last = words[0].start(), words[-1].end()
            taken.add(Piece(first, last, raw[first:last], "unparsed"))
    return sorted(taken.pieces, key=lambda piece: piece.start)


def with_leftovers(raw: str, read: ReadCitation, lexicon: Lexicon) -> ReadCitation:
    """Return a reading in which what it passed over in silence stands under ``unparsed``, in the order of *raw*."""
    passed_over = [
        (piece.start, " ".join(piece.text.split()))
        for piece in account(raw, read, lexicon)
        if piece.member == "unparsed" and not any(_stands_in(piece.text, known) for known in read.unparsed)
    ]
    if not passed_over:
        return read
    printed = Printed(raw)
    known = [(next(printed.places(text), (len(raw), 0))[0], text) for text in read.unparsed]
    listed = sorted([*known, *passed_over], key=lambda pair: pair[0])
    return replace(read, unparsed=tuple(text for _, text in listed))


def _stands_in(text: str, known: str) -> bool:
    return next(Printed(known).places(text), None) is not None


def _values(read: ReadCitation) -> Iterator[_Value]:
    """Yield all values that can stand in the printed citation by their own words."""
    for number, described in enumerate(read.chain):
        yield from _of_source(described, number)
    for label, value in read.locator.items():
        yield _Value(value, f"locator.{label}")
        if value != value.strip("[]"):  # "[p. 3]"
            yield _Value(value.strip("[]"), f"locator.{label}")
    yield from (_Value(piece, "unparsed") for piece in read.unparsed)
    if read.note:
        yield _Value(read.note, "note")
    if read.archive_code:
        yield _Value(read.archive_code, "archive_code")


def _of_source(described: Description, number: int) -> Iterator[_Value]:
    """Yield the values that describe one source of the chain."""
    for member in _VERBATIM:
        if value := getattr(described, member):
            yield _Value(value, member, number)
    for member in _PEOPLE:
        yield from (_Value(name, member, number) for name in getattr(described, member))
    yield from (_Value(remark, "note", number) for remark in described.remarks)
    for part, value in described.archive.items():
        yield _Value(value, f"archive.{part}", number)
    for places in (described.locator, described.extent):
        yield from (_Value(value, f"container.locator.{label}", number) for label, value in places.items())


def _take(printed: Printed, value: _Value, taken: _Taken) -> None:
    """Add the piece that a value stands in; one put together of several parts has a piece for each."""
    span = _place(printed, value, taken)
    if span is not None:
        taken.add(Piece(*span, printed.raw[slice(*span)], value.member, value.source, value.text))
    elif ", " in value.text:
        for part in value.text.split(", "):
            _take(printed, replace(value, text=part), taken)


def _take_labelled(printed: Printed, value: _Value, lexicon: Lexicon, taken: _Taken) -> bool:
    """Add the piece of a value beside the word that announces it; return whether there is one."""
    before, behind = _labels(value.member.rpartition(".")[2], lexicon)
    places = printed.places(value.text, ordinal=value.member == "edition")
    for start, end in islice(places, _TRIED):
        if not taken.is_free(start, end):
            continue
        if before.search(printed.raw[max(0, start - _NEAR) : start]) or behind.match(
            printed.raw[end : end + _NEAR]
        ):
            taken.add(Piece(start, end, printed.raw[start:end], value.member, value.source, value.text))
            return True
    return False


@lru_cache(maxsize=256)
def _labels(member: str, lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the words that announce a member before it, and behind it."""
    listed = {"volume", "issue", "number", "edition"}
    words = [*lexicon.words(member)] if member in listed else []
    words += [word for word, label in lexicon.locators.items() if label == member]
    words += [word for one in lexicon.languages for word, part in one.box.items() if part == member]
    any_word = any_of(words) if words else "(?!)"
    return re.compile(rf"{any_word}[\s.]*$", re.IGNORECASE), re.compile(rf"[\s.]*{any_word}", re.IGNORECASE)


def _place(printed: Printed, value: _Value, taken: _Taken) -> tuple[int, int] | None:
    """Return the first place where a value stands as whole words and nothing else was found."""
    begin = taken.looked.get(value.text, 0)  # before that, none is free any more
    for start, end in printed.places(value.text, ordinal=value.member == "edition", begin=begin):
        taken.looked[value.text] = start
        if taken.is_free(start, end):
            return start, end
    return None


def _take_dates(raw: str, read: ReadCitation, lexicon: Lexicon, taken: _Taken) -> None:
    """Add the pieces of printed dates: each belongs to the first member with its value that has none yet."""
    wanted = [
        (getattr(described, member), member, number)
        for number, described in enumerate(read.chain)
        for member in _DATES
        if getattr(described, member)
    ]
    had: list[tuple[str, str, int]] = []
    for date in dates_in(raw, lexicon):
        fitting = [one for one in [*wanted, *had] if _agree(date.edtf, one[0])]
        if not fitting or not taken.is_free(date.start, date.end):
            continue
        meant = fitting[0]
        if meant in wanted:
            wanted.remove(meant)
            had.append(meant)
        taken.add(Piece(date.start, date.end, raw[date.start : date.end], meant[1], meant[2], meant[0]))


def _agree(printed: str | None, value: str) -> bool:
    """Return whether a printed date is a value that was read, or its day or its year alone ("1882, № 61, 8 August")."""
    if printed is None:
        return False
    day = printed.startswith("XXXX-") and value.endswith(printed[4:])
    return printed == value or day or value.startswith(f"{printed}-")


def _gaps(raw: str, taken: _Taken) -> list[tuple[int, int]]:
    """Return the stretches between the pieces, in order."""
    gaps, at = [], 0
    for piece in sorted(taken.pieces, key=lambda one: one.start):
        if piece.start > at:
            gaps.append((at, piece.start))
        at = max(at, piece.end)
    return [*gaps, (at, len(raw))] if at < len(raw) else gaps


def _take_words(raw: str, read: ReadCitation, lexicon: Lexicon, taken: _Taken) -> None:
    """Add the pieces of the words that need no member: those of the convention, and of what kind a source is."""
    kinds = {described.type for described in read.chain} | {described.relation for described in read.chain}
    statuses = {described.textual_status for described in read.chain}
    single, pattern = _convention(lexicon, frozenset(filter(None, kinds | statuses)))
    for start, end in _gaps(raw, taken):
        found = list(_WORD.finditer(raw, start, end))
        if not all(word[0].lower() in single for word in found):  # else there is no need to look for phrases
            found = list(pattern.finditer(raw, start, end))
        for word in found:
            taken.add(Piece(word.start(), word.end(), word[0], None))


@lru_cache(maxsize=256)
def _convention(lexicon: Lexicon, kinds: frozenset[str]) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the convention's words that stand alone, and the pattern of all its words and phrases."""
    words = [word for member in _CONVENTION for word in lexicon.words(member)]
    # "edited and translated by": the first word of each stands alone
    words += [word.split()[0] for member in ("editors", "translators") for word in lexicon.words(member)]
    words += [*lexicon.locators, *(word for one in lexicon.languages for word in one.box)]
    words += [word for one in lexicon.languages for listed in one.correspondents.values() for word in listed]
    words += [word for one in lexicon.languages for listed in one.relations.values() for word in listed]
    words += [*kinds, *(word for word, kind in lexicon.kinds if kind in kinds)]  # "Case C-12/90"
    words += [
        word
        for one in lexicon.languages
        for listed in (one.genres, one.headed)
        for kind, told in listed.items()
        if kind in kinds
        for word in told
    ]
    words += [
        word
        for one in lexicon.languages
        for status, listed in one.textual_status.items()
        for word in listed
        if status in kinds
    ]
    single = frozenset(word.rstrip(".") for word in words if _WORD.fullmatch(word.rstrip(".")))
    return single, re.compile(f"{any_of(words)}|{_DOI}", re.IGNORECASE)
