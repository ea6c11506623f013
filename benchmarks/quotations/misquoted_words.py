"""Misquotes of words: a dropped "not", another number, date, name or word, words left out or put in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from benchmarks.quotations.books import word_places
from benchmarks.quotations.case import Made
from benchmarks.quotations.desk import replaced
from benchmarks.quotations.family import Family
from benchmarks.quotations.languages import bare
from benchmarks.quotations.sources import DAMAGED, FIGURES, PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.quotations.books import Book
    from benchmarks.quotations.desk import Desk, Passage


def _changed(desk: Desk, change: Callable[[Desk, Passage], str | None]) -> Made | None:
    found = desk.passage(unusual=desk.source.kind == FIGURES)
    text = change(desk, found) if found else None
    if found is None or text is None or text == found.text:
        return None
    return Made(text, found.start, found.end)


def dropped_not(desk: Desk) -> Made | None:
    """Leave a "not" out."""

    def change(desk: Desk, found: Passage) -> str | None:
        return desk.language.negation.sub(desk.language.affirmed, found.text, count=1)

    return _changed(desk, change)


def inserted_not(desk: Desk) -> Made | None:
    """Put a "not" in."""

    def change(desk: Desk, found: Passage) -> str | None:
        places = [one.end() for one in desk.language.not_after.finditer(found.text)]
        if not places:
            return None
        at, space = desk.dice.pick(places), " " if desk.language.spaced else ""
        return f"{found.text[:at]}{space}{desk.language.not_word}{found.text[at:]}"

    return _changed(desk, change)


def number(desk: Desk) -> Made | None:
    """Change a number: one in words, or one digit of a figure."""

    def change(desk: Desk, found: Passage) -> str | None:
        numbers = desk.language.numbers
        places = [
            (start, end)
            for start, end in word_places(found.text)
            if bare(found.text[start:end]) in numbers or found.text[start].isdigit()
        ]
        if not places:
            return None
        place = desk.dice.pick(places)
        word = found.text[place[0] : place[1]]
        if word[0].isdigit():
            return replaced(found.text, place, _other_digit(desk, word))
        others: list[str] = [one for one in numbers if one != bare(word)]
        if desk.language.code == "he":
            others = [one for one in desk.book.counts if bare(one) in numbers and bare(one) != bare(word)]
        return replaced(found.text, place, desk.dice.pick(others)) if others else None

    return _changed(desk, change)


def _other_digit(desk: Desk, figure: str) -> str:
    at = desk.dice.pick([number for number, one in enumerate(figure) if one.isdigit()])
    return figure[:at] + desk.dice.pick([one for one in "123456789" if one != figure[at]]) + figure[at + 1 :]


def _date(desk: Desk) -> Made | None:
    """Change the month, the year or the day of a date."""

    def change(desk: Desk, found: Passage) -> str | None:
        months = [one for one in desk.language.months if re.search(rf"(?<![\w]){one}(?!\d)", found.text)]
        years = list(re.finditer(r"(?<!\d)1[78]\d\d(?!\d)", found.text))
        if months and desk.dice.between(1, 2) == 1:
            other = desk.dice.pick([one for one in desk.language.months if one not in months])
            return re.sub(rf"(?<![\w]){months[0]}(?!\d)", other, found.text, count=1)
        if not years:
            return None
        year = desk.dice.pick(years)
        return replaced(found.text, year.span(), year[0][:2] + _other_digit(desk, year[0][2:]))

    return _changed(desk, change)


def name(desk: Desk) -> Made | None:
    """Change somebody's name for another of the same book."""

    def change(desk: Desk, found: Passage) -> str | None:
        if desk.language.spaced:
            places = [one for one in word_places(found.text) if desk.is_name(found.text[one[0] : one[1]])]
        else:
            places = [m.span() for m in re.finditer("|".join(desk.language.names), found.text)]
        if not places:
            return None
        place = desk.dice.pick(places)
        other = desk.another_name(found.text[place[0] : place[1]])
        return replaced(found.text, place, other) if other else None

    return _changed(desk, change)


def word(desk: Desk) -> Made | None:
    """Change a word for another one."""

    def change(desk: Desk, found: Passage) -> str | None:
        if not desk.language.spaced:
            return _swapped(desk, found.text, desk.language.swaps)
        least = 3 if desk.language.code == "he" else 5
        places = [
            one for one in word_places(found.text)
            if len(bare(found.text[one[0] : one[1]])) >= least and not desk.is_name(found.text[one[0] : one[1]])
        ]  # fmt: skip
        place = desk.dice.pick(places) if places else (0, 0)
        other = desk.other_word(found.text[place[0] : place[1]]) if places else None
        return replaced(found.text, place, other) if other else None

    return _changed(desk, change)


def one_letter(desk: Desk) -> Made | None:
    """Change a word for one that differs in one letter and is as much a word: then for than."""

    def change(desk: Desk, found: Passage) -> str | None:
        if not desk.language.spaced:
            return _swapped(desk, found.text, desk.language.twins)
        twins = _twins(desk.book)
        places = [one for one in word_places(found.text) if found.text[one[0] : one[1]] in twins]
        if not places:
            return None
        place = desk.dice.pick(places)
        return replaced(found.text, place, desk.dice.pick(twins[found.text[place[0] : place[1]]]))

    return _changed(desk, change)


def _swapped(desk: Desk, text: str, swaps: tuple[tuple[str, str], ...]) -> str | None:
    fitting = [one for one in swaps if one[0] in text]
    if not fitting:
        return None
    before, after = desk.dice.pick(fitting)
    return text.replace(before, after, 1)


@lru_cache(maxsize=32)
def _twins(book: Book) -> dict[str, list[str]]:
    """Return, by word, the common words of a book that differ from it in one letter."""
    likely = [
        one for one, count in book.counts.items() if count > 3 and len(bare(one)) > 2 and one == one.lower()
    ]
    by_hole: dict[tuple[int, str], list[str]] = {}
    for one in likely:
        plain = bare(one)
        for at in range(len(plain)):
            by_hole.setdefault((at, plain[:at] + plain[at + 1 :]), []).append(one)
    twins: dict[str, list[str]] = {}
    for alike in by_hole.values():
        for one in alike:
            others = [other for other in alike if bare(other) != bare(one)]
            if others:
                twins.setdefault(one, []).extend(others)
    return twins


def omission(desk: Desk) -> Made | None:
    """Leave one to six words out without a mark."""

    def change(desk: Desk, found: Passage) -> str | None:
        words = desk.inner_words(found.text, least=12)
        if len(words) < 8:
            return None
        first = desk.dice.between(0, len(words) - 7)
        last = first + desk.dice.between(0 if desk.language.spaced else 1, 5)
        return found.text[: words[first][0]] + found.text[words[last + 1][0] :]

    return _changed(desk, change)


def added_word(desk: Desk) -> Made | None:
    """Put a word in without brackets."""

    def change(desk: Desk, found: Passage) -> str | None:
        words = desk.inner_words(found.text)
        if not words:
            return None
        at = desk.dice.pick(words)[1]
        other = desk.dice.pick(desk.language.remarks)
        space = " " if desk.language.spaced else ""
        return f"{found.text[:at]}{space}{other}{found.text[at:]}"

    return _changed(desk, change)


_EVERYWHERE = (("dropped not", dropped_not), ("changed number", number), ("changed name", name), ("changed word", word),
               ("one-letter word", one_letter), ("silent omission", omission))  # fmt: skip
FAMILIES = (
    Family("dropped not", "misquote", dropped_not, share=1.5),
    Family("inserted not", "misquote", inserted_not),
    Family("changed number", "misquote", number, share=0.6),
    Family("changed figure", "misquote", number, kinds=(FIGURES,), share=0.6),
    Family("changed date", "misquote", _date, kinds=(FIGURES,)),
    Family("changed name", "misquote", name),
    Family("changed word", "misquote", word),
    Family("one-letter word", "misquote", one_letter),
    Family("silent omission", "misquote", omission),
    Family("added words", "misquote", added_word),
    *(Family(f"{title}, pages", "misquote", make, kinds=(PAGES,), share=0.3) for title, make in _EVERYWHERE),
    *(Family(f"{title}, damaged", "misquote", make, kinds=DAMAGED, share=0.3) for title, make in _EVERYWHERE),
)
