"""What is said of a dataset as a whole, by people as far as they did, and in the same words in all descriptors."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from pincite.reporters.counted import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.dataset.about import About
    from pincite.dataset.describing.facts import Facts
    from pincite.model.json_value import JsonObject

_UNTITLED = "Pincite dataset"
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.[^/\s]+/\S+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_ORGANIZATION = re.compile(r"organi[sz]ation:", re.IGNORECASE)
"""What people write before a name that is no person's."""
_WHOLE = "0000-01-01"


class Creator(NamedTuple):
    """Somebody who made a dataset: the name, and what schema.org calls such a one."""

    name: str
    type: Literal["Person", "Organization"]


def title_of(about: About) -> str:
    """Return what a dataset is called."""
    return about.title or about.name or _UNTITLED


def description_of(facts: Facts) -> str:
    """Return what a dataset is: in the words of people, else by what is in it."""
    return facts.about.description or in_figures(facts.counts)


def in_figures(counts: Mapping[str, int]) -> str:
    """Return how much is in a dataset, as one sentence."""
    told = {name: counted(counts.get(f"{name}s", 0), name) for name in _COUNTED}
    return (
        f"{told['article']} with {told['quotation']}, {told['citation']} of {told['source']}, {told['claim']} and "
        f"{told['image']}, as Pincite documents and as tables."
    )


_COUNTED = ("article", "quotation", "citation", "source", "claim", "image")


def doi_of(about: About) -> str | None:
    """Return a dataset's DOI without what people put before it; None for none, and for what is no DOI."""
    found = _DOI.fullmatch(about.doi.strip())
    return found[1] if found else None


def address_of(about: About) -> str | None:
    """Return a dataset's address, else that of its DOI; None for none."""
    if _ADDRESS.fullmatch(about.url.strip()):
        return about.url.strip()
    doi = doi_of(about)
    return None if doi is None else f"https://doi.org/{doi}"


def day_of(about: About) -> str | None:
    """Return the day, month or year of a dataset's publication (ISO 8601); None for none, and for what is no date."""
    if not _DAY.fullmatch(about.date):
        return None
    try:
        date.fromisoformat(about.date + _WHOLE[len(about.date) :])
    except ValueError:
        return None
    return about.date


def creators_of(about: About) -> tuple[Creator, ...]:
    """Return whose a dataset is, without names that are empty."""
    found = []
    for given in about.creators:
        organization = _ORGANIZATION.match(given)
        name = (given[organization.end() :] if organization else given).strip()
        if name:
            found.append(Creator(name, "Organization" if organization else "Person"))
    return tuple(found)


def names_of(about: About) -> str:
    """Return the names of those whose a dataset is, one after the other."""
    return "; ".join(one.name for one in creators_of(about))


def citation_of(about: About) -> str | None:
    """Return how to cite a dataset, where it is known whose it is and what it is called."""
    if not names_of(about) or not (about.title or about.name):
        return None
    return cited(about)


def cited(about: About) -> str:
    """Return how to cite a dataset as far as that is known; by its DOI, where it has one, since addresses change."""
    day = day_of(about)
    whose = (names_of(about) or "Without a name") + (f" ({day[:4]})" if day else "")
    title = title_of(about) + (f" (version {about.version})" if about.version else "")
    address = cited_address_of(about)
    return f"{whose}. {title}. Data set." + (f" {address}" if address else "")


def cited_address_of(about: About) -> str | None:
    """Return the address of a dataset's DOI, else its own; None for none."""
    return address_of(about._replace(url="")) or address_of(about)


def written(value: JsonObject) -> str:
    """Return a descriptor as JSON, with members in the order they have."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def known(members: JsonObject) -> JsonObject:
    """Return members without those that are not known: null, or empty."""
    return {name: value for name, value in members.items() if value is not None and value not in ("", [])}
