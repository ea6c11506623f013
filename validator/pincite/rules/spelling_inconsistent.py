"""One publisher, platform or person is spelt in two ways.

## Why

A bibliography that has "Lantern Row" and "Lantern Row Press" lists one house twice, and a search finds half of its books.
Compared are publishers, platforms and the names of people. Two people of nearly one name are told apart by the `id` of their
names; initials, titles and different given names are not looked at.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row Press}
  - {id: tides, type: book, title: Tides, authors: [{literal: Ada Fenn}], date: "1964", publisher: Lantern Row}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row Press}
  - {id: tides, type: book, title: Tides, authors: [{literal: Ada Fenn}], date: "1964", publisher: Lantern Row Press}
```
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

from pincite.model.rule import Rule
from pincite.rules.printed_places import told_where_printed
from pincite.rules.spellings import Person, alike, house, layout, person, plain, traces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN312", "spelling-inconsistent", "warning", "One publisher, platform or person is spelt in two ways."
)

_OF_A_HOUSE = frozenset({"book", "chapter", "volume", "series", "periodical", "issue"})
"""Types that a publishing house brings out; a university that accepts a thesis is not its press."""


_PEOPLE: tuple[Literal["authors", "recipients", "editors", "translators"], ...] = (
    "authors",
    "recipients",
    "editors",
    "translators",
)
"""Members of a source that list names."""
_FEW = 8
"""How many people of one given name are compared each with each, before anything is known of their spellings."""


class _Use(NamedTuple):
    """A spelling at a place: what is spelt, how, where, in which source, and what it is compared by."""

    what: str
    printed: str
    at: str
    source_id: str
    key: tuple[str, ...] | Person


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the rarer of two spellings; of two equally frequent ones for the later."""
    if not _any_alike(document):
        return
    spelt: dict[tuple[str, ...], list[_Use]] = {}
    for use in _uses(document):
        key = (layout(use.printed), use.key.id) if isinstance(use.key, Person) else (*use.key, use.printed)
        spelt.setdefault(key, []).append(use)
    company = Counter(key for uses in spelt.values() for key in _company(uses[0].key))
    main: dict[tuple[str, ...], list[_Use]] = {}
    for uses in sorted(spelt.values(), key=len, reverse=True):
        use = uses[0]
        if all(company[key] == 1 for key in _company(use.key)):
            continue  # nothing here can be another spelling of it
        keys = traces(use.key) if isinstance(use.key, Person) else {use.key}
        other = next((one for key in keys for one in main.get(key, ()) if _same(use, one)), None)
        if other is None or _only_capitals(use, other):
            for key in keys:
                main.setdefault(key, []).append(use)
            continue
        yield from told_where_printed(
            document,
            RULE,
            use.at,
            use.source_id,
            f"the {use.what} '{use.printed}' is spelt '{other.printed}' elsewhere (in source '{other.source_id}')",
            hint="spell it one way; two people of nearly one name are told apart by the 'id' of their names"
            if isinstance(use.key, Person)
            else "spell it one way",
            printed=[use.printed],
        )


def _any_alike(document: Document) -> bool:
    """Return whether two different spellings have anything in common that ``_company`` compares.

    Looked at is each spelling once, as it is printed: most documents have a few names that are nothing alike.
    """
    bodies: set[tuple[str, str]] = set()
    people: set[Person | None] = set()
    listed = [member for member in _PEOPLE if member in document.members("sources")]
    for _, source in document.sources:
        if "publisher" in source:
            bodies.add(("house" if source["type"] in _OF_A_HOUSE else "issuer", source["publisher"]))
        if "platform" in source:
            bodies.add(("platform", source["platform"]))
        for member in listed:
            for name in source.get(member, ()):
                if name.get("kind") == "organization":
                    bodies.add(("body", name.get("literal", "")))
                else:
                    people.add(person(name))
    keys = {(what, house(printed) if what == "house" else plain(printed)) for what, printed in bodies}
    if len(keys) < len(bodies):
        return True
    return _any_people_alike([one for one in people if one])


def _any_people_alike(people: list[Person]) -> bool:
    """Return whether two people may be one: of one name altogether, or of one given name and families alike."""
    if len({one.whole for one in people}) < len(people):
        return True
    namesakes: dict[str, list[Person]] = {}
    for one in people:
        namesakes.setdefault(one.given, []).append(one)
    return len(namesakes) < len(people) and any(
        len(same) > _FEW or any(alike(one, other) for one, other in combinations(same, 2))
        for same in namesakes.values()
    )


def _company(key: tuple[str, ...] | Person) -> Iterator[tuple[str, ...]]:
    """Yield what two spellings of one thing have in common at the least; cheaper than their traces."""
    if isinstance(key, Person):
        yield from ((key.given, key.suffix), ("", key.suffix, key.whole))
    else:
        yield key


def _only_capitals(use: _Use, other: _Use) -> bool:
    """Return whether a person's name differs from the other only by standing in capitals, as in a heading."""
    return isinstance(use.key, Person) and use.printed.casefold() == other.printed.casefold()


def _same(use: _Use, other: _Use) -> bool:
    if isinstance(use.key, Person) and isinstance(other.key, Person):
        return alike(use.key, other.key)
    return use.key == other.key


def _uses(document: Document) -> Iterator[_Use]:
    for at, source in document.sources:
        if "publisher" in source:
            publisher = source["publisher"]
            key = (
                ("house", house(publisher)) if source["type"] in _OF_A_HOUSE else ("issuer", plain(publisher))
            )
            yield _Use("publisher", publisher, f"{at}/publisher", source["id"], key)
        if "platform" in source:
            key = ("platform", plain(source["platform"]))
            yield _Use("platform", source["platform"], f"{at}/platform", source["id"], key)
        for member in _PEOPLE:
            for index, name in enumerate(source.get(member, ())):
                where = f"{at}/{member}/{index}"
                if name.get("kind") == "organization":
                    printed = name.get("literal", "")
                    yield _Use("name", printed, where, source["id"], ("body", plain(printed)))
                elif one := person(name):
                    yield _Use("name", one.printed, where, source["id"], one)
