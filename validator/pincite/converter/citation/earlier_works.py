"""The works that an article has cited so far, found by what short forms name them by: surname, title, year, editor.

A short form means a work only where it can mean no other: no look-up returns more than two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from pincite.converter.citation.names import surname_of
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_SHORTEST = 3
"""Code points from which on the beginning of a title is none by chance."""
_TWO = 2
"""Works that are enough to know that a short form can mean several."""


@dataclass
class _ByTitle:
    """Citations in the order of their titles (in lower case, without the article in front)."""

    titles: list[str] = field(default_factory=list)
    cited: list[ReadCitation] = field(default_factory=list)

    def add(self, title: str, one: ReadCitation) -> None:
        at = bisect_left(self.titles, title)
        self.titles.insert(at, title)
        self.cited.insert(at, one)

    def beginning(self, short: str) -> Iterator[ReadCitation]:
        """Yield the citations whose titles begin with *short*."""
        at = bisect_left(self.titles, short)
        while at < len(self.titles) and self.titles[at].startswith(short):
            yield self.cited[at]
            at += 1


class EarlierWorks:
    """The first full citation of each work."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: set[tuple[str | None, tuple[str, ...]]] = set()
        self._titles = _ByTitle()
        self._by_author: dict[str, _ByTitle] = defaultdict(_ByTitle)
        self._by_year: dict[tuple[str, str], list[ReadCitation]] = defaultdict(list)
        self._by_editor: dict[str, list[ReadCitation]] = defaultdict(list)

    def add(self, read: ReadCitation) -> None:
        """Keep a citation if it is the first of its work."""
        work = read.chain[0]
        key = (work.title, tuple(work.authors))
        if key in self._known:
            return
        self._known.add(key)
        title = _bare(work.title or "", self._lexicon)
        self._titles.add(title, read)
        for form in _short_names(work, self._lexicon):
            self._by_author[form].add(title, read)
        for form in author_forms(work, self._lexicon):
            self._by_year[form, (work.date or "").partition("-")[0]].append(read)
        for at, outer in enumerate(read.chain[1:], 1):
            for form in {form for editor in outer.editors for form in surnames(editor, self._lexicon)}:
                edited = self._by_editor[form]
                edited[:] = _different([*edited, replace(read, chain=read.chain[at:])])[:_TWO]

    def of_year(self, authors: list[str], year: str) -> list[ReadCitation]:
        """Return the works, two at most, that "Marrow 1901" can mean: of its year, and each name an author's."""
        listed = self._by_year.get((authors[0].casefold(), year), []) if authors else []
        fitting = (
            one
            for one in listed
            if one.chain[0].title is not None
            and all(who.casefold() in author_forms(one.chain[0], self._lexicon) for who in authors[1:])
        )
        return list(islice(fitting, _TWO))

    def named(self, name: str, title: str | None) -> list[ReadCitation]:
        """Return the works, two at most, with an author's surname *name* and a title that begins with *title*.

        Without a *title*, *name* may as well be the beginning of the title.
        """
        of_author = self._by_author.get(name.casefold(), _ByTitle())
        short = _bare(title or name, self._lexicon)
        told = len(short) >= _SHORTEST
        if title is not None:
            return list(islice(of_author.beginning(short), _TWO)) if told else []
        titled = islice(self._titles.beginning(short), _TWO) if told else ()
        return _different([*of_author.cited[:_TWO], *titled])[:_TWO]  # "Lamp" by Ada Lamp is one

    def edited(self, editor: str) -> list[ReadCitation]:
        """Return what earlier citations name as what their items stand in, two at most, if *editor* edited it."""
        return self._by_editor.get(editor.casefold(), [])


def author_forms(work: Description, lexicon: Lexicon) -> set[str]:
    """Return the names and the surnames of a work's authors, in lower case."""
    return {form for author in work.authors for form in (author.casefold(), *surnames(author, lexicon))}


@lru_cache(maxsize=4096)
def surnames(author: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the forms a surname can take in a short form: with and without the particles before it."""
    found = {surname_of(author, lexicon).casefold()}
    words = author.partition(",")[0].casefold().split()
    at = max((at for at, word in enumerate(words) if word in found), default=0)
    while at > ("," not in author) and words[at - 1] in lexicon.particles:
        at -= 1
        found.add(" ".join(words[at:]))
    return frozenset(found)


def _short_names(work: Description, lexicon: Lexicon) -> set[str]:
    """Return what a short form can name a work's authors by: surnames, and a name with its initials behind."""
    forms = {form for author in work.authors for form in surnames(author, lexicon)}
    return forms | {author.casefold() for author in work.authors if author.endswith(".")}


def _different(listed: list[ReadCitation]) -> list[ReadCitation]:
    """Return the first citation of each work."""
    works: dict[tuple[str | None, tuple[str, ...]], ReadCitation] = {}
    for one in listed:
        works.setdefault((one.chain[0].title, tuple(one.chain[0].authors)), one)
    return list(works.values())


def _bare(title: str, lexicon: Lexicon) -> str:
    return _article(lexicon).sub("", title.casefold())


@lru_cache(maxsize=16)
def _article(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"^{any_of([*lexicon.words('articles'), *lexicon.words('indefinite_articles')])}\s+")
