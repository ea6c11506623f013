"""Ten kinds of fault, each put into a valid article at one place so that each is exactly one thing to report."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def inside(node: object, *path: str | int) -> dict[str, object]:
    """Return the object at a path of member names and list places."""
    for step in path:
        if isinstance(step, str) and isinstance(node, dict):
            node = node[step]
        elif isinstance(node, list):
            node = node[int(step)]
    if not isinstance(node, dict):
        raise TypeError(f"{path} leads to a {type(node).__name__}, not to an object")
    return node


def misspelt_member(document: dict[str, object]) -> None:
    """Misspell an optional member that no rule asks for."""
    source = inside(document, "sources", 0)
    source["langauge"] = source.pop("language")


def missing_member(document: dict[str, object]) -> None:
    """Leave out a required member."""
    del inside(document, "claims", 0)["text"]


def dangling_id(document: dict[str, object]) -> None:
    """Name an id that nothing has, beside ids that exist, so that nothing loses its only reference."""
    claim = inside(document, "claims", 1)
    evidence = claim["evidence"]
    claim["evidence"] = [*evidence, "q999"] if isinstance(evidence, list) else ["q999"]


def duplicate_id(document: dict[str, object]) -> None:
    """Give the last claim, which nothing refers to, the id of the first."""
    inside(document, "claims", -1)["id"] = inside(document, "claims", 0)["id"]


def impossible_date(document: dict[str, object]) -> None:
    """Use a date that has the right shape and is in no calendar."""
    inside(document, "annotation")["on"] = "2025-02-30"


def wrong_type(document: dict[str, object]) -> None:
    """Write a text where a list of names belongs."""
    inside(document, "article")["authors"] = "Agnes Abelin"


def misspelt_choice(document: dict[str, object]) -> None:
    """Misspell one of a few allowed words."""
    inside(document, "quotations", 0)["display"] = "blokc"


def unquoted_version(document: dict[str, object]) -> None:
    """Write the version as a number."""
    document["pincite"] = 1.0


def reversed_pages(document: dict[str, object]) -> None:
    """Let a page range end before it starts."""
    locator = inside(document, "quotations", 0, "citations", 0, "locator")
    first = int(str(locator["page"]).split("-", maxsplit=1)[0])
    locator["page"] = f"{first + 1}-{first}"


def unchanged(document: dict[str, object]) -> None:
    """Leave the document as it is: broken syntax is made in the written text, by ``break_syntax``."""


FAULTS: dict[str, Callable[[dict[str, object]], None]] = {
    "misspelt-member": misspelt_member,
    "missing-member": missing_member,
    "dangling-id": dangling_id,
    "duplicate-id": duplicate_id,
    "impossible-date": impossible_date,
    "wrong-type": wrong_type,
    "misspelt-choice": misspelt_choice,
    "broken-syntax": unchanged,
    "unquoted-version": unquoted_version,
    "reversed-pages": reversed_pages,
}
ARTICLES_PER_FAULT = 20


def fault_of(number: int) -> str | None:
    """Return the kind of fault the article with this number (from 0) has: every twentieth has one, in turn."""
    if number % ARTICLES_PER_FAULT != ARTICLES_PER_FAULT - 1:
        return None
    kinds = tuple(FAULTS)
    return kinds[number // ARTICLES_PER_FAULT % len(kinds)]


def with_fault(document: dict[str, object], kind: str | None) -> dict[str, object]:
    """Return the document, or a copy of it with the fault."""
    if kind is None:
        return document
    faulty = copy.deepcopy(document)
    FAULTS[kind](faulty)
    return faulty


def break_syntax(text: str) -> str:
    """Return YAML or JSON text that no parser accepts: an unclosed list, or a member without its colon."""
    broken = text.replace("\nsources:\n", "\nsources: [\n", 1)
    return broken if broken != text else text.replace('"sources":', '"sources"', 1)
