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
from pincite.rules.same_work import same_people
from pincite.rules.spellings import letters_between, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule("PIN327", "title-inconsistent", "warning", "One work's title is spelt in two ways.")

_KEPT_UP = frozenset({"series", "periodical", "collection", "file"})
"""Types that go on for years: one title is one work whatever date a citation gives."""
_TITLED_BY_CONTENT = frozenset(
    {"letter", "telegram", "photograph", "map", "dataset", "manuscript", "interview"}
)
_SHORTEST = 6
_LONG = 10
"""How long a word must be for one or two differing letters to be a slip rather than another word."""
_ENDS = 4
_MOST = 20
"""How many titles of one beginning are compared."""
_ROMAN = frozenset("ivxlcdm")


class _Titled(NamedTuple):
    at: str
    source: Source
    words: list[str]


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each later title that differs from an earlier one by a slip."""
    if len(document.sources) < 2:  # noqa: PLR2004 - a pair
        return
    alike: dict[tuple[str, str, str], list[_Titled]] = {}
    for at, source in document.sources:
        title = source.get("title")
        if not title or source["type"] in _TITLED_BY_CONTENT or source.get("title_supplied"):
            continue
        text = plain(title)
        one = _Titled(at, source, text.split())
        # a slip in one word leaves the beginning or the end of the title as it was
        keys = ((source["type"], "^", text[:_ENDS]), (source["type"], "$", text[-_ENDS:]))
        rows = [alike.setdefault(key, []) for key in keys]
        others = (other for row in rows for other in row[:_MOST])
        slip = next((found for other in others if (found := _slip(one, other))), None)
        if slip:
            other, word = slip
            yield from told_where_printed(
                document,
                RULE,
                f"{at}/title",
                source["id"],
                f"the title '{title}' is spelt '{other.source['title']}' elsewhere (in source '{other.source['id']}')",
                hint="spell it one way, as the title page has it",
                printed=[*_as_printed(title, word), title],
            )
            continue
        for row in rows:
            row.append(one)


def _slip(one: _Titled, other: _Titled) -> tuple[_Titled, str] | None:
    """Return the other title and the word of the first that was misspelt in one of them, None where none was."""
    if len(one.words) != len(other.words) or one.words == other.words:
        return None
    differing = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    if len(differing) > 1 or not _one_work(one.source, other.source):
        return None
    mine, its = differing[0]
    shorter, longer = sorted((mine, its), key=len)
    if len(shorter) < (_SHORTEST if len(one.words) > 1 else _LONG - 1) or not (mine + its).isalpha():
        return None
    if set(mine + its) <= _ROMAN or longer == f"{shorter}s":  # a number, a plural
        return None
    return (other, mine) if letters_between(mine, its) <= (1 if len(shorter) < _LONG else 2) else None


def _one_work(one: Source, other: Source) -> bool:
    """Return whether author and date allow the two to be one work or parts of one."""
    if not same_people(one.get("authors", ()), other.get("authors", ())):
        return False
    if one["type"] in _KEPT_UP:
        return True
    return bool(one.get("authors") or one.get("container")) and one.get("date") == other.get("date")


def _as_printed(title: str, word: str) -> list[str]:
    return [printed.strip(".,:;!?“”\"'()") for printed in title.split() if plain(printed) == word][:1]
