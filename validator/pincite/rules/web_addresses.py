"""The web addresses of a document: where they stand as members, and how citations print them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document

MISSPELT = re.compile(
    r"(?<![\w:/.=])(?:https?//|https?:/(?!/)|https?;//|https?:\\\\|https?: //|(?:htp|hhttp|htttp|httpp|httpss|ttp|ttps|htpps|htps|hptt|htt)s?://"
    r"|(?:https?://){2})[^\s)\]]*",
    re.IGNORECASE,
)
"""Finds a printed address that no browser follows."""


class Address(NamedTuple):
    """An address and the JSON Pointer of the member that has it."""

    at: str
    url: str


@lru_cache(maxsize=1)
def address_lines(document: Document) -> str:
    """Return all addresses, one a line: a look at them says whether any can have a fault. Kept, as several rules ask."""
    items: list[Mapping[str, object]] = [document.article]
    for _, source in document.sources:
        items.append(source)
        if "archive" in source:
            items.append(source["archive"])
        if "copies" in source:
            items += filter(None, source["copies"])
    items += [image for _, image in document.images]
    items += filter(None, document.data.get("archives", {}).values())
    return "\n".join([url for item in items if isinstance(url := item.get("url"), str)])


@lru_cache(maxsize=1)
def addresses(document: Document) -> tuple[Address, ...]:
    """Return the addresses of the article, its sources, archives and images; kept, because several rules ask."""
    return tuple(_addresses(document))


def _addresses(document: Document) -> Iterator[Address]:
    yield from _own("/article", document.article)
    for at, source in document.sources:
        yield from _own(at, source)
        if "archive" in source:
            yield from _own(f"{at}/archive", source["archive"])
        for index, copy in enumerate(source.get("copies", ())):
            if copy:
                yield from _own(f"{at}/copies/{index}", copy)
    for at, image in document.images:
        yield from _own(at, image)
    for code, entry in document.data.get("archives", {}).items():
        if entry:
            yield from _own(f"/archives/{code.replace('~', '~0').replace('/', '~1')}", entry)


def _own(at: str, item: Mapping[str, object]) -> Iterator[Address]:
    url = item.get("url")
    if isinstance(url, str):
        yield Address(f"{at}/url", url)
