"""In what descriptions of one source contradict each other though the rule has merged them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.sources.contrasts import shortened
from pincite.dataset.sources.identifiers import isbn_of, issn_of
from pincite.dataset.sources.kinds import PEOPLE
from pincite.dataset.sources.words import address, folded, people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pincite.model.format import Name, Source

_MOST = 3
"""Values of a member that are told."""


def contradictions(descriptions: Sequence[Source]) -> Iterator[str]:
    """Yield the members in which descriptions of one source contradict each other, in words, with their values.

    What one of them leaves out is no contradiction, nor is a publisher, place or genre that says more than another: all have to
    be found in the longest. Of a language its first part counts, of people the ids that one register gives.
    """
    for member in ("publisher", "publisher_place", "place", "genre"):
        values = _first_by(folded, (str(one.get(member, "")) for one in descriptions))
        longest = max(values, key=lambda text: (len(text.split()), text), default="")
        words = set(longest.split())
        yield from _told(
            member, [values[one] for one in values if one == longest or set(one.split()) - words]
        )
    languages = _first_by(_language, (one.get("language", "") for one in descriptions))
    yield from _told("language", languages.values())
    yield from _told("isbn", filter(None, {isbn_of(one) for one in descriptions}))
    yield from _told("issn", filter(None, {issn_of(one) for one in descriptions}))
    yield from _of_people(descriptions)


def _first_by(compared: Callable[[str], str], texts: Iterable[str]) -> Mapping[str, str]:
    """Return texts by what is compared of them; of equal ones the first in the order of their letters, of empty ones none."""
    return {compared(text): text for text in sorted(filter(None, texts), reverse=True)}


def _told(member: str, values: Iterable[str]) -> Iterator[str]:
    found = sorted(values)
    if len(found) > 1:
        shown = " and ".join(f"'{shortened(one)}'" for one in found[:_MOST])
        more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
        yield f"{member.replace('_', ' ')} {shown}{more}"


def _language(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _of_people(descriptions: Sequence[Source]) -> Iterator[str]:
    """Yield the ids of people that have two from one register."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for description in descriptions:
        for member in PEOPLE:
            names: Sequence[Name] = description.get(member, ())  # type: ignore[assignment]  # these members are names
            for text, name in zip(people(names), names, strict=True):
                if "id" in name:
                    page = address(name["id"])
                    known = found.setdefault((text, page.partition("/")[0]), {})
                    known[page] = min(known.get(page, name["id"]), name["id"])
    for (text, _), ids in sorted(found.items()):
        yield from _told(f"id of '{shortened(text)}'", ids.values())
