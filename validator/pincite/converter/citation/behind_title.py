"""What stands behind the title: an ordered list of readings, of which the first that fits is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.pieces import CAPITAL, unquoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_PLACE_AND_PUBLISHER = re.compile(r"(?P<place>[^:]{2,40}):\s*(?P<publisher>[^:]+)")
_NAME = re.compile(rf"[{CAPITAL}][^\W\d_]")
"""How a publisher's name begins: with a word, not with a code."""
_WRITTEN = {"letter", "telegram", "memorandum"}
"""Types whose place is where they were written, not where they were published."""


@dataclass
class _Context:
    """The description under way, the words to read by, and where in the citation a part stands.

    ``at`` is the part's number, ``last`` whether nothing stands behind it, ``author_before`` whether an author
    was known before the first part, ``bodies`` the organizations seen so far.
    """

    described: Description
    lexicon: Lexicon
    author_before: bool
    at: int = 0
    last: bool = False
    quoted: bool = False
    bodies: list[str] = field(default_factory=list)

    @property
    def year_only(self) -> bool:
        """Return whether the date is a bare year, as books have."""
        return self.described.date is not None and "-" not in self.described.date


def assign_behind_title(rest: list[str], described: Description, lexicon: Lexicon) -> None:
    """Assign the parts behind the title; what fits nowhere goes to ``unparsed``."""
    context = _Context(described, lexicon, author_before=bool(described.authors))
    for at, part in enumerate(rest):
        text, context.quoted = unquoted(part)
        context.at, context.last = at, at + 1 == len(rest)
        if not any(reading(text, context) for reading in _READINGS):
            described.unparsed.append(text)
    _settle_bodies(context)
    _settle_place(rest, context)


def _place_and_publisher(text: str, context: _Context) -> bool:
    found = _PLACE_AND_PUBLISHER.fullmatch(text)
    if not found or not classify.is_place(found["place"], context.lexicon):
        return False
    context.described.publisher_place, context.described.publisher = found["place"], found["publisher"]
    return True


def _archive(text: str, context: _Context) -> bool:
    if (
        context.quoted
        or "name" in context.described.archive
        or not classify.is_archive(text, context.lexicon)
    ):
        return False
    context.described.archive["name"] = text
    return True


def _periodical(text: str, context: _Context) -> bool:
    """Read the journal or newspaper that an article names behind its title."""
    described = context.described
    if context.quoted or described.title is None or described.recipients or described.periodical is not None:
        return False
    numbered = described.volume is not None or described.issue is not None
    if classify.is_periodical(text, context.lexicon) and not classify.is_publisher(text, context.lexicon):
        named = described.title_quoted or numbered or (described.date is not None and not context.year_only)
    else:
        named = described.title_quoted and _stands_as_periodical(text, context, numbered=numbered)
    if named:
        described.periodical = text
    return named


def _stands_as_periodical(text: str, context: _Context, *, numbered: bool) -> bool:
    """Return whether a name that is no known newspaper's stands where one does: behind a quoted title.

    A number or a day has to stand with it; where the author is named before, even a name like a person's will do.
    """
    described, lexicon = context.described, context.lexicon
    person, body = classify.is_person(text, lexicon), classify.is_organization(text, lexicon)
    if not person and not body and numbered:
        return True
    dated = described.date is not None and not context.year_only and described.relation is None
    if not person and not body and dated and " " in text:
        return True
    told = described.type is not None or described.relation is not None or described.url is not None
    if told or text.casefold().endswith(" online") or classify.is_publisher(text, lexicon):
        return False
    if numbered and context.author_before:
        reason = "its place between a quoted title and a number"
    elif dated and not body and (context.author_before or (" " not in text and context.last)):
        reason = "its place between a quoted title and a day"
    elif described.date is None and "page" in described.locator and lexicon.starts("articles", text):
        reason = "a name with its article between a quoted title and a page"
    else:
        return False
    if (body and not numbered) or not text[:1].isupper() or described.date_text is not None:
        return False
    described.inferred["container"] = reason
    return True


def _platform(text: str, context: _Context) -> bool:
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


def _collection(text: str, context: _Context) -> bool:
    """Read the collection that stands between an archive and its box."""
    described = context.described
    if (
        not described.archive
        or "collection" in described.archive
        or not (context.bodies or "name" in described.archive)
    ):
        return False
    described.archive["collection"] = text
    return True


def _body(text: str, context: _Context) -> bool:
    if context.quoted or not classify.is_organization(text, context.lexicon):
        return False
    context.bodies.append(text)
    return True


def _authors(text: str, context: _Context) -> bool:
    described = context.described
    if described.authors or described.recipients or not classify.are_people(text, context.lexicon):
        return False
    described.authors = classify.split_names(text, context.lexicon)
    return True


def _place_of_writing(text: str, context: _Context) -> bool:
    """Read the place of a letter, of an enclosure, or of an untitled piece with an author."""
    described = context.described
    written = described.recipients or described.relation is not None or described.type in _WRITTEN
    untitled = bool(described.authors) and described.title is None
    known = bool(described.authors) or " " not in text
    if described.place is not None or not (written or untitled) or not known:
        return False
    if not classify.is_place(text, context.lexicon):
        return False
    described.place = text
    return True


def _lone_surname(text: str, context: _Context) -> bool:
    if context.described.authors or " " in text or not text[:1].isupper():
        return False
    if context.lexicon.pattern(context.lexicon.words("cities")).fullmatch(text):
        return False
    context.described.authors = [text]
    context.described.inferred["authors"] = "one word behind the title"
    return True


def _publisher_by_place(text: str, context: _Context) -> bool:
    """Read a name between the author and a bare year, which can only be the publisher's."""
    described = context.described
    if (
        described.publisher is not None
        or context.bodies
        or described.relation is not None
        or described.recipients
    ):
        return False
    someone = bool(described.authors or described.editors or described.translators)
    fits = context.year_only and context.last and described.title is not None and someone
    if not fits or context.quoted or not _NAME.match(text):
        return False
    if context.lexicon.starts("indefinite_articles", text):  # "Eine Dorfgeschichte": a subtitle
        return False
    kind = described.type or context.lexicon.kind_of((described.title or "").partition(" ")[0])
    if " " not in text and kind is not None:  # "Interview with Nora Glass, Adam Quist, Quell, 1988"
        return False
    described.publisher = text
    described.inferred["publisher"] = "its place between author and year"
    return True


def _city(text: str, context: _Context) -> bool:
    """Read a city of many publishers in front of a bare year or a publisher's name."""
    described = context.described
    settled = (
        described.title is not None and context.year_only and bool(described.authors or described.editors)
    )
    if not settled or described.publisher_place is not None or described.recipients:
        return False
    if not context.lexicon.pattern(context.lexicon.words("cities")).fullmatch(text):
        return False
    described.publisher_place = text
    described.inferred["publisher_place"] = "a city of many publishers before a year"
    return True


def _further_authors(text: str, context: _Context) -> bool:
    described = context.described
    together = context.at <= 1 and not context.author_before  # authors stand side by side
    if described.recipients or not together or not classify.are_people(text, context.lexicon):
        return False
    described.authors.extend(classify.split_names(text, context.lexicon))
    return True


def _place_of_publication(text: str, context: _Context) -> bool:
    """Read a place beside a publisher; without one, a capitalised word could be anything."""
    described = context.described
    published = described.publisher is not None or bool(context.bodies)
    if not published or described.publisher_place is not None or not classify.is_place(text, context.lexicon):
        return False
    described.publisher_place = text
    described.inferred["publisher_place"] = "its place beside the publisher"
    return True


_READINGS: tuple[Callable[[str, _Context], bool], ...] = (
    _place_and_publisher,
    _archive,
    _platform,
    _periodical,
    _body,
    _authors,
    _place_of_writing,
    _lone_surname,
    _city,
    _publisher_by_place,
    _further_authors,
    _collection,
    _place_of_publication,
)


def _settle_place(rest: list[str], context: _Context) -> None:
    """Read what nobody understood right before the publisher as the place of publication."""
    described = context.described
    if described.publisher_place is not None or described.publisher not in rest[1:]:
        return
    before = rest[rest.index(described.publisher) - 1]
    titled = classify.is_title(before, context.lexicon)
    if before in described.unparsed and classify.is_place(before, context.lexicon) and not titled:
        described.unparsed.remove(before)
        described.publisher_place = before
        described.inferred["publisher_place"] = "its place before the publisher"


def _settle_bodies(context: _Context) -> None:
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
    issues = not described.authors and not described.editors  # what others edit, a body only publishes
    if issues and not classify.ACRONYM.fullmatch(joined):
        described.authors = [joined]
    elif described.publisher is None:
        described.publisher = joined
    else:
        described.unparsed.append(joined)
