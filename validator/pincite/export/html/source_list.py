"""The list of sources at the end: each once, inside the work it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.bibliography.flat import around
from pincite.export.html.concluded import concluded_mark
from pincite.export.html.markup import NOTHING, Markup, element, joined, link, own
from pincite.export.html.sources import (
    RELATIONS,
    addresses,
    archive,
    kind,
    people,
    published,
    status,
    work_around,
)
from pincite.export.html.wording import name_words, place
from pincite.model.sourced import MAX_CHAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pincite.export.html.desk import Desk
    from pincite.model.format import Copy, Source

_IN_ITSELF = frozenset({"", "Printed", "Chapter", "Volume", "In", "File"})
"""Relations that the place in the list says, where there is no number with them."""


def source_list(desk: Desk) -> Markup:
    """Return the list of sources: each once, inside the work it stands in, the outermost in alphabetical order."""
    inside: dict[str, list[Source]] = {}
    outermost = []
    every = desk.data.get("sources", [])
    for source in every:
        depth = sum(1 for _ in around(source, desk.sources))
        parent = source.get("container", {}).get("source", "")
        if (
            parent in desk.sources and parent != source["id"] and depth < MAX_CHAIN
        ):  # what lies deeper names its container by a link
            inside.setdefault(parent, []).append(source)
        else:
            outermost.append(source)
    listed: set[int] = set()
    items = [_item(one, inside, desk, listed, 0) for one in sorted(outermost, key=_alphabetical)]
    # those in a circle stand in no outermost work
    items += [_item(one, inside, desk, listed, 0) for one in every]
    return _listed(items)


def _listed(items: Iterable[Markup]) -> Markup:
    found = joined(items)
    return element("ul", found, class_="sources") if found else NOTHING


def _item(
    source: Source, inside: Mapping[str, list[Source]], desk: Desk, listed: set[int], depth: int
) -> Markup:
    if id(source) in listed:  # not by its own id, which another one may have as well
        return NOTHING
    listed.add(id(source))
    parts = inside.get(source["id"], ()) if desk.sources[source["id"]] is source else ()
    inner = sorted(parts, key=_chronological)
    entry = _entry(source, desk, nested=depth > 0)
    below = _listed(_item(one, inside, desk, listed, depth + 1) for one in inner)
    return element("li", entry, below, id=desk.anchor(source["id"]), data_type=source["type"])


def _entry(source: Source, desk: Desk, *, nested: bool) -> Markup:
    container = source.get("container")
    around_it = silent = NOTHING
    if container:
        outer = desk.sources.get(container["source"])
        around_it = work_around(container, outer, desk)
        if nested:  # the work is the entry above
            before = RELATIONS.get(container.get("relation", ""), ("", ""))[0]
            number = str(container.get("number", ""))
            words = NOTHING if before in _IN_ITSELF and not number else joined([before, own(number)], " ")
            around_it = joined([words, place(container.get("locator", {}))], ", ")
            # what says nothing to a reader still says it to programs
            relation, outer_id = container.get("relation"), container["source"]
            around_it = element("span", around_it, data_relation=relation, data_in=outer_id)
            if not words and not container.get("locator"):
                silent, around_it = around_it, NOTHING
    who = people(source)
    title = desk.title(source, behind_people=bool(who))
    first = joined([who, title, published(source), around_it], ", ")
    first = joined([first, silent])
    smaller = [
        element("span", kind(source), class_="kind"),
        status(source),
        joined(["Kept: ", archive(source["archive"])]) if "archive" in source else NOTHING,
        addresses(source),
        joined(["Copies: ", joined(map(_copy, source["copies"]), ", ")]) if source.get("copies") else NOTHING,
        own(source.get("note", "")),
    ]
    mark = concluded_mark(source.get("inferred"), container.get("inferred") if container else None)
    small = joined([joined(smaller, " · "), mark])
    return joined([element("p", first, class_="entry"), element("p", small, class_="small")])


def _copy(copy: Copy) -> Markup:
    path, url = copy.get("path"), copy.get("url")
    return joined([element("code", path) if path else NOTHING, link(url) if url else NOTHING], ", ")


def _alphabetical(source: Source) -> tuple[str, str]:
    people_ = source.get("authors") or source.get("editors") or ()
    who = (people_[0].get("family") or name_words(people_[0])) if people_ else ""
    return (who or source.get("title", "")).casefold(), source.get("title", "").casefold()


def _chronological(source: Source) -> str:
    return source.get("date", "9999").lstrip("[{")
