"""A source as one entry of a bibliography: what it says itself, and what the works around it say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.sourced import MAX_CHAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pincite.model.carried import Carried
    from pincite.model.format import Source
    from pincite.model.json_value import JsonObject

INHERITED = (
    "publisher",
    "publisher_place",
    "platform",
    "url",
    "isbn",
    "issn",
    "volume",
    "issue",
    "edition",
    "editors",
    "date",
    "archive",
)
"""Members that a source may have from the works around it, where it has none of its own."""

_DATED_BY_ITS_WORK = frozenset(
    {"chapter", "journal_article", "magazine_article", "news_article", "volume", "issue"}
)
"""Types of sources that come into being with the work around them."""

PUBLISHED = frozenset(
    {"book", "volume", "periodical", "issue", "webpage", "report", "pamphlet", "thesis", "film", "broadcast"}
)
"""Types of works whose title is a container's."""

CONTAINED = PUBLISHED | {"collection", "file", "letter", "memorandum", "document"}
"""Types of works that lend their title where nothing published stands around a source."""


class Flat(NamedTuple):
    """One entry.

    ``at`` is the source's JSON Pointer, ``chain`` the works around it from the inside out. ``members`` are its own and
    those it inherits, which ``inherited`` names. ``container_title`` and ``collection_title`` are the titles of the work it
    is printed in and of the series around that, ``pages`` where it stands in it, ``part`` what it is to a letter that it
    was sent with ("Enclosure 4 in …"), ``collection_number`` what number has in the series what stands there; each is empty
    where there is none.
    """

    source: Source
    at: str
    chain: tuple[Source, ...]
    members: Source
    inherited: frozenset[str]
    container_title: str = ""
    collection_title: str = ""
    pages: str = ""
    part: str = ""
    collection_number: str = ""

    @property
    def is_printed_in_a_work(self) -> bool:
        """Return whether something that stands around the source was published, and has a title to be found by."""
        return bool(self.container_title) and any(outer["type"] in PUBLISHED for outer in self.chain)


def flattened(sources: Sequence[Source]) -> Iterator[Flat]:
    """Yield an entry for each source, the first of those that share an id."""
    by_id: dict[str, Source] = {}
    for source in sources:
        by_id.setdefault(source["id"], source)
    for number, source in enumerate(sources):
        if by_id[source["id"]] is source:
            yield flat(source, by_id, f"/sources/{number}")


def told(carried: Carried) -> list[Flat]:
    """Return an entry for each source, and tell of those that are left out because another has their id."""
    sources = carried.data.get("sources", [])
    entries = list(flattened(sources))
    held = {entry.at for entry in entries}
    for number in range(len(sources)):
        if f"/sources/{number}" not in held:
            carried.losses.tell(f"/sources/{number}")
    return entries


def flat(source: Source, by_id: Mapping[str, Source], at: str = "") -> Flat:
    """Return the entry of one source."""
    chain = tuple(around(source, by_id))
    members = cast("JsonObject", {**source})
    inherited = set()
    for outer in chain:
        for name in inherited_by(source["type"]):
            value = cast("JsonObject", outer).get(name)
            if value and name not in members:
                members[name] = value
                inherited.add(name)
    lent = lent_title(source["type"], chain)
    if "title" not in source and lent:
        members["title"] = lent
        inherited.add("title")
    container, collection, number = _titles(source, chain, lent if "title" in inherited else "")
    pages = (inner.get("container", {}).get("locator", {}).get("page") for inner in (source, *chain))
    return Flat(
        source,
        at,
        chain,
        cast("Source", members),
        frozenset(inherited),
        container,
        collection,
        str(next((page for page in pages if page), "")),
        _part(source, chain),
        number,
    )


def around(source: Source, by_id: Mapping[str, Source]) -> Iterator[Source]:
    """Yield the works around a source from the inside out, each once."""
    seen = {source["id"]}
    inner = source
    while len(seen) <= MAX_CHAIN + 1:
        outer = by_id.get(inner.get("container", {}).get("source", ""))
        if outer is None or outer["id"] in seen:
            return
        seen.add(outer["id"])
        yield outer
        inner = outer


def inherited_by(type_: str) -> tuple[str, ...]:
    """Return the members that the works around a source of a type give it.

    A letter that a volume prints a hundred years later has no date for that.
    """
    return INHERITED if type_ in _DATED_BY_ITS_WORK else tuple(name for name in INHERITED if name != "date")


def lent_title(type_: str, chain: Iterable[Source]) -> str:
    """Return the title that an untitled source has of the works around it: a volume its series', an issue its periodical's."""
    lender = {"volume": "series", "issue": "periodical"}.get(type_)
    return next((outer["title"] for outer in chain if outer["type"] == lender and "title" in outer), "")


def _titles(source: Source, chain: Sequence[Source], lent: str) -> tuple[str, str, str]:
    """Return the titles of the work that a source is printed in and of the series around that, and the number in the series."""
    inner = (source, *chain)
    series = [
        (outer["title"], inner[at].get("container", {}).get("number", ""))
        for at, outer in enumerate(chain)
        if outer["type"] == "series" and "title" in outer
    ]
    printed = next((outer for outer in chain if outer["type"] in PUBLISHED), None)
    if printed is not None:
        title = printed.get("title") or (series.pop(0)[0] if series else None)
    else:
        title = chain[0].get("title") if chain and chain[0]["type"] in CONTAINED else None
    return (title if title and title != lent else "", *(series[0] if series else ("", "")))


def _part(source: Source, chain: Sequence[Source]) -> str:
    parent = source.get("container")
    if not parent or not chain or parent.get("relation") not in {"enclosure", "attachment"}:
        return ""
    words = str(parent.get("relation")).capitalize()
    words += f" {parent['number']}" if "number" in parent else ""
    return f"{words} in {chain[0].get('title', chain[0]['id'])}"
