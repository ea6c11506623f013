"""One work's title is spelt in two ways.

## Why

"The Clocks of Bath" and "The Clooks of Bath" by one author are one book in a list of sources that has two. Compared are works
of one kind, author and date (a series, periodical or collection needs none) whose titles differ in a letter or two of one word.
Letters and telegrams are not looked at: their titles name people and days, and are alike for good reason.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: The Clocks of Bath, authors: [{literal: Ada Fenn}], date: "1962", volume: "1"}
  - {id: clooks, type: book, title: The Clooks of Bath, authors: [{literal: Ada Fenn}], date: "1962", volume: "2"}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: The Clocks of Bath, authors: [{literal: Ada Fenn}], date: "1962", volume: "1"}
  - {id: clooks, type: book, title: The Clocks of Bath, authors: [{literal: Ada Fenn}], date: "1962", volume: "2"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.rule import Rule
from pincite.rules.printed_places import told_where_printed
from pincite.rules.same_work import KEPT_UP, any_of_one_date, same_people
from pincite.rules.spellings import letters_between, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Name, Source

RULE = Rule("PIN327", "title-inconsistent", "warning", "One work's title is spelt in two ways.")

_TITLED_BY_CONTENT = frozenset(
    {"letter", "telegram", "photograph", "map", "dataset", "manuscript", "interview"}
)
_SHORTEST = 6
_LONG = 10
"""How long a word must be for one or two differing letters to be a slip rather than another word."""
_MANY_WORDS = 4
_SHORTEST_LEFT_OUT = 4
"""In a title of many words a letter is left out of, or doubled in, a shorter word, too."""
_ENDS = 4
_MOST = 20
"""How many titles of one beginning are compared."""
_ROMAN = frozenset("ivxlcdm")


class _Titled(NamedTuple):
    """A source at its place, with its title as it is compared."""

    at: str
    source: Source
    text: str

    @property
    def words(self) -> list[str]:
        return self.text.split()


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the rarer of two spellings; of two equally frequent ones for the later."""
    if not any_of_one_date(document):
        return
    alike: dict[tuple[str, str, str], list[_Titled]] = {}
    for one in _by_frequency(document):
        kind, text = one.source["type"], one.text
        # a slip in one word leaves the beginning or the end of the title as it was
        rows = [alike.setdefault(key, []) for key in ((kind, "^", text[:_ENDS]), (kind, "$", text[-_ENDS:]))]
        others = [other for row in rows for other in row[:_MOST]]
        if any(one.text == other.text and same_people(*_authors(one, other)) for other in others):
            continue  # this spelling has been compared
        slip = next((found for other in others if (found := _slip(one, other))), None)
        for row in rows:
            row.append(one)
        if slip:
            other, word = slip
            yield from told_where_printed(
                document,
                RULE,
                f"{one.at}/title",
                one.source["id"],
                f"the title '{one.source['title']}' is spelt '{other.source['title']}' elsewhere (in source '{other.source['id']}')",
                hint="spell it one way, as the title page has it",
                printed=[*_as_printed(one.source["title"], word), one.source["title"]],
            )


def _by_frequency(document: Document) -> list[_Titled]:
    """Return the sources with a title of their own, those with the most frequent ones first."""
    counts: dict[str, int] = {}
    found = []
    for at, source in document.sources:
        title = source.get("title")
        if title and source["type"] not in _TITLED_BY_CONTENT and not source.get("title_supplied"):
            text = plain(title)
            counts[text] = counts.get(text, 0) + 1
            found.append(_Titled(at, source, text))
    found.sort(key=lambda one: -counts[one.text])
    return found


def _slip(one: _Titled, other: _Titled) -> tuple[_Titled, str] | None:
    """Return the other title and the word of the first that was misspelt in one of them, None where none was."""
    if one.text.count(" ") != other.text.count(" ") or one.text == other.text:
        return None
    differing = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    if len(differing) > 1 or not same_people(*_authors(one, other)):
        return None
    mine, its = differing[0]
    if not _one_work(one.source, other.source):
        return None
    return (other, mine) if _misspelt(mine, its, len(one.words)) else None


def _misspelt(mine: str, its: str, words: int) -> bool:
    """Return whether one of two words, in a title of so many, is likely the other with a slip."""
    shorter, longer = sorted((mine, its), key=len)
    if not (mine + its).isalpha() or set(mine + its) <= _ROMAN or longer == f"{shorter}s":
        return False  # a number, a plural
    if words == 1:
        needed = _LONG - 1
    elif words >= _MANY_WORDS and len(shorter) < len(longer):
        needed = _SHORTEST_LEFT_OUT
    else:
        needed = _SHORTEST
    return len(shorter) >= needed and letters_between(mine, its) <= (1 if len(shorter) < _LONG else 2)


def _authors(one: _Titled, other: _Titled) -> tuple[list[Name], list[Name]]:
    return one.source.get("authors", []), other.source.get("authors", [])


def _one_work(one: Source, other: Source) -> bool:
    """Return whether type and date allow the two to be one work or parts of one."""
    if one["type"] in KEPT_UP:
        return True
    return bool(one.get("authors") or one.get("container")) and one.get("date") == other.get("date")


def _as_printed(title: str, word: str) -> list[str]:
    return [printed.strip(".,:;!?“”\"'()") for printed in title.split() if plain(printed) == word][:1]
