"""A citation names its container without the marker that the article's others have.

## Why

"In:" tells the reader where the document ends and the book around it begins. A citation that leaves it out, or writes "In" without
the colon of the others, runs the two together. Looked at are volumes, books, collections and files; journals and newspapers
usually follow without a marker.

## Bad

```yaml
sources:
  - {id: letters, type: collection, title: Harbour Letters, coverage: "1870/1871"}
  - {id: letters-2, type: collection, title: Harbour Letters, coverage: "1880/1881"}
  - {id: fenn, type: letter, title: Ada Fenn to Ivo Moss, date: "1871-03-08", container: {source: letters, relation: printed_in}}
  - {id: moss, type: letter, title: Ivo Moss to Ada Fenn, date: "1881-03-08", container: {source: letters-2, relation: printed_in}}
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - {source: fenn, raw: "(Ada Fenn to Ivo Moss, March 8, 1871. In: Harbour Letters (1870-1871), p. 4)"}
      - {source: moss, raw: "(Ivo Moss to Ada Fenn, March 8, 1881. Harbour Letters (1880-1881), p. 9)"}
```

## Good

```yaml
sources:
  - {id: letters, type: collection, title: Harbour Letters, coverage: "1870/1871"}
  - {id: letters-2, type: collection, title: Harbour Letters, coverage: "1880/1881"}
  - {id: fenn, type: letter, title: Ada Fenn to Ivo Moss, date: "1871-03-08", container: {source: letters, relation: printed_in}}
  - {id: moss, type: letter, title: Ivo Moss to Ada Fenn, date: "1881-03-08", container: {source: letters-2, relation: printed_in}}
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - {source: fenn, raw: "(Ada Fenn to Ivo Moss, March 8, 1871. In: Harbour Letters (1870-1871), p. 4)"}
      - {source: moss, raw: "(Ivo Moss to Ada Fenn, March 8, 1881. In: Harbour Letters (1880-1881), p. 9)"}
```
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.phrases import phrases
from pincite.rules.raw_citations import RawCitation, exception, piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN225",
    "container-marker-inconsistent",
    "warning",
    "A citation names its container without the marker that the article's others have.",
)

_MARKED = frozenset({"volume", "book", "collection", "file", "report"})
_DIGITS = re.compile(r"[0-9]+")
_ROOM = 12
_SHORT = 3
"""Words of this length and less are in lower case in titles too."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each printed container without the marker, and for each "In a …" among markers with a colon."""
    words = phrases(document, "container_markers")
    capitals, small = _standing(words)
    cited = document.printed("citations")
    if not any(word in cited for word in (*capitals, *small)):
        return
    titles = {title for title in _titles(document) if title in cited}
    if not titles and ": " not in cited:
        return
    marker = _marker(words)
    uses = list(_uses(document, titles, marker))
    marked = sum(found for *_, found in uses)
    with_marker = {key for key, *_, found in uses if found}
    told: set[str] = set()
    for key, one, start, end, found in uses:
        if found or not (key in with_marker or exception(len(uses) - marked, marked)):
            continue
        printed = one.raw[start:end]
        if printed in told:
            continue
        told.add(printed)
        yield document.finding(
            RULE,
            one.at,
            f"nothing marks '{printed.lstrip('., ')}' as the container, where {_others(marked)} '{_usual(uses, marker)}'",
            hint=f"write '{_usual(uses, marker)} {printed.lstrip('., ')}'",
            span=piece(document, one, start, end),
            printed=[printed],
        )
    yield from _described(document, words)


def _uses(
    document: Document, titles: set[str], marker: re.Pattern[str]
) -> Iterator[tuple[str, RawCitation, int, int, bool]]:
    """Yield each container that a citation prints by its title: what it is compared by, where, and whether it is marked."""
    for one in raw_citations(document) if titles else ():
        if not any(title in one.raw for title in titles):
            continue
        for outer in document.chain(one.cited.citation.get("source"))[1:]:
            title = outer.get("title", "")
            if title not in titles or outer["type"] not in _MARKED:
                continue
            places = list(_places(one.raw, title, marker))
            for at, start, marked in [place for place in places if place[2]] or places[-1:]:
                key = _DIGITS.sub("", title).strip(" ,.()-").casefold()
                yield key, one, start, _end(one.raw, at + len(title)), marked


def _titles(document: Document) -> set[str]:
    """Return the titles of containers that a marker may stand before."""
    sources = document.known_sources.values()
    outer = {source["container"]["source"] for source in sources if "container" in source}
    return {
        source["title"]
        for source in sources
        if source["id"] in outer and source["type"] in _MARKED and source.get("title")
    }


def _places(raw: str, title: str, marker: re.Pattern[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield where *title* stands in *raw* as a piece of its own: at, from what mark on, and whether behind a marker."""
    at = raw.find(title, 1)
    while at > 0:
        before = raw[:at].rstrip(" \u00a0“”\"‘«„'")
        if marker.search(before, max(0, len(before) - _ROOM)):
            yield at, len(before), True
        elif before[-1:] in {".", ",", ";"}:
            yield at, len(before) - 1, False
        at = raw.find(title, at + 1)


def _end(raw: str, at: int) -> int:
    """Return where the container's years in parentheses end, if any follow."""
    if raw[at : at + 2] == " (":
        closing = raw.find(")", at)
        return closing + 1 if 0 < closing - at < _ROOM + 3 else at
    return at


def _others(number: int) -> str:
    return "another has" if number == 1 else f"{number} others have"


def _usual(uses: list[tuple[str, RawCitation, int, int, bool]], marker: re.Pattern[str]) -> str:
    for _, one, start, _, found in uses:
        last = marker.search(one.raw, max(0, start - _ROOM), start) if found else None
        if last:
            return last[0].strip(" \u00a0(.,;")
    return "In:"


def _described(document: Document, words: tuple[str, ...]) -> Iterator[Finding]:
    """Yield a finding for each container that is described in a sentence where others are marked with a colon."""
    articles = phrases(document, "indefinite_articles")
    colons = document.printed("citations")
    if not articles or not any(f"{word}: " in colons for word in _standing(words)[0]):
        return
    described = _description(words, articles)
    for one in raw_citations(document):
        for found in described.finditer(one.raw):
            # "In a Harbour Town" is a title
            if not any(
                word.islower() and len(word) > _SHORT for word in one.raw[found.start(1) :].split()[2:5]
            ):
                continue
            yield document.finding(
                RULE,
                one.at,
                f"the container is described ('{found[1]} …'), where others are named behind '{found[2]}:'",
                hint=f"write '{found[2]}:' and the container's title",
                span=piece(document, one, found.start(1), found.end(1)),
                printed=[found[1]],
            )


@lru_cache(maxsize=8)
def _standing(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return how markers stand in a citation: at the beginning of a sentence, and within one."""
    return tuple(f" {word.capitalize()}" for word in words), tuple(f" {word} " for word in words)


@lru_cache(maxsize=8)
def _marker(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, words)) or "in"
    return re.compile(rf"(?:^|[\s(.,;])(?:{either}):?$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _description(words: tuple[str, ...], articles: tuple[str, ...]) -> re.Pattern[str]:
    marks, either = "|".join(word.capitalize() for word in words), "|".join(articles)
    return re.compile(rf"[.;] ((?P<mark>{marks}) (?:{either}) [^\s.,;:]+)")
