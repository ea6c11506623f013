"""What stands behind the title: an ordered list of readings, of which the first that fits is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.imprint import (
    LABEL_AND_NUMBER,
    Context,
    city,
    place_and_publisher,
    place_of_publication,
    publisher_by_place,
    settle_place,
    settle_publisher,
)
from pincite.converter.citation.periodicals import periodical
from pincite.converter.citation.pieces import unquoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_WRITTEN = {"letter", "telegram", "memorandum", "speech", "interview", "treaty"}
"""Types whose place is where they were written or held, not where they were published."""
_BROADCAST = {"film", "broadcast", "recording", "thesis"}
"""Types that a body publishes and does not write."""


def assign_behind_title(
    rest: list[str], described: Description, lexicon: Lexicon, *, contains: bool = False
) -> None:
    """Assign the parts behind the title; what fits nowhere goes to ``unparsed``.

    ``contains``: they describe what the cited item stands in.
    """
    context = Context(described, lexicon, author_before=bool(described.authors), contains=contains)
    for at, part in enumerate(rest):
        text, context.quoted = unquoted(part)
        context.at, context.last = at, at + 1 == len(rest)
        if not any(reading(text, context) for reading in _READINGS):
            described.unparsed.append(text)
    _settle_bodies(context)
    settle_place(rest, context)
    settle_publisher(rest, context)


def _label_and_number(text: str, context: Context) -> bool:
    """Read a recording's label with its catalogue number, "Lyre Records LR 1204"."""
    described = context.described
    found = LABEL_AND_NUMBER.fullmatch(text)
    if found and described.type is None and "timestamp" in described.locator:
        described.type = "recording"
        described.inferred["type"] = "a label with its number, and a time"
    if described.type != "recording":
        return False
    if found is None or described.publisher is not None or described.number is not None:
        return False
    described.publisher, described.number = found["label"], found["number"]
    return True


def _archive(text: str, context: Context) -> bool:
    if (
        context.quoted
        or "name" in context.described.archive
        or not classify.is_archive(text, context.lexicon)
    ):
        return False
    context.described.archive["name"] = text
    return True


def _platform(text: str, context: Context) -> bool:
    """Read the site behind a quoted title with a day and a web address."""
    described = context.described
    stands = described.title_quoted and described.url is not None and described.platform is None
    if context.quoted or not stands or described.date is None or context.year_only or described.volume:
        return False
    if classify.is_person(text, context.lexicon) and not context.author_before:
        return False
    if classify.is_periodical(text, context.lexicon) or classify.is_organization(text, context.lexicon):
        return False
    described.platform = text
    described.inferred["platform"] = "its place between a quoted title and a web address"
    return True


def _collection(text: str, context: Context) -> bool:
    """Read the collection that stands between an archive and its box."""
    described = context.described
    told = context.bodies or "name" in described.archive or context.lexicon.has("holdings", text)
    if not described.archive or "collection" in described.archive or not told:
        return False
    described.archive["collection"] = text
    return True


def _body(text: str, context: Context) -> bool:
    if context.quoted or not classify.is_organization(text, context.lexicon):
        return False
    context.bodies.append(text)
    return True


def _authors(text: str, context: Context) -> bool:
    described = context.described
    if _is_minuted(text, context):
        return False
    if described.authors or described.recipients or not classify.are_people(text, context.lexicon):
        return False
    described.authors = classify.split_names(text, context.lexicon)
    return True


def _place_of_writing(text: str, context: Context) -> bool:
    """Read the place of a letter, of an enclosure, or of an untitled piece with an author."""
    described = context.described
    written = described.recipients or described.relation is not None or described.type in _WRITTEN
    untitled = bool(described.authors) and described.title is None
    record = _is_record(described, context)
    written = written or record
    known = bool(described.authors) or " " not in text or _is_minuted(text, context)
    if described.place is not None or not (written or untitled) or not known:
        return False
    if not classify.is_place(text, context.lexicon) or context.lexicon.has("holdings", text):
        return False
    described.place = text
    if record:
        described.inferred["place"] = "between a kind of document and its day"
    return True


def _is_minuted(text: str, context: Context) -> bool:
    """Return whether a place follows what nobody signs as its author: minutes, a deed, an inventory of one day."""
    signed = context.lexicon.kind_of((context.described.title or "").partition(" ")[0]) is not None
    plain = "." not in text and classify.is_place(text, context.lexicon)
    return context.at == 0 and plain and not signed and _is_record(context.described, context)


def _is_record(described: Description, context: Context) -> bool:
    """Return whether it is a document by its kind and its day, as "Minutes of the visit, Skerrow, 3 March 1898"."""
    dated = described.date is not None and not context.year_only
    title = described.title or ""
    return dated and not described.title_quoted and context.lexicon.starts("record_words", title) is not None


def _lone_surname(text: str, context: Context) -> bool:
    if context.described.authors or " " in text or not text[:1].isupper():
        return False
    if context.contains and context.described.volume is not None:  # a place as well
        return False
    if context.lexicon.is_one("cities", text):
        return False
    context.described.authors = [text]
    context.described.inferred["authors"] = "one word behind the title"
    return True


def _further_authors(text: str, context: Context) -> bool:
    described = context.described
    together = context.at <= 1 and not context.author_before  # authors stand side by side
    if (
        described.recipients
        or described.type == "interview"
        or not together
        or not classify.are_people(text, context.lexicon)
    ):
        return False
    described.authors.extend(classify.split_names(text, context.lexicon))
    return True


_READINGS: tuple[Callable[[str, Context], bool], ...] = (
    place_and_publisher,
    _label_and_number,
    _archive,
    _platform,
    periodical,
    _body,
    _authors,
    _place_of_writing,
    _lone_surname,
    city,
    publisher_by_place,
    _further_authors,
    _collection,
    place_of_publication,
)


def _settle_bodies(context: Context) -> None:
    """Tell publishers from issuing bodies: a body issues what has no personal author, else it publishes."""
    described, bodies = context.described, context.bodies
    if bodies and described.archive and "name" not in described.archive:
        described.archive["name"] = bodies.pop()
    houses = [name for name in bodies if classify.is_publisher(name, context.lexicon)]
    if houses and described.publisher is None:
        described.publisher = houses[0]
        bodies.remove(houses[0])
    if not bodies:
        return
    joined = ", ".join(bodies)
    issues = (
        not described.authors and not described.editors and described.type not in _BROADCAST
    )  # what others edit, a body only publishes
    if issues and not classify.ACRONYM.fullmatch(joined):
        described.authors = [joined]
    elif described.publisher is None:
        described.publisher = joined
    else:
        described.unparsed.append(joined)
