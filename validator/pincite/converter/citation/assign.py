"""Who is the author, what the title, the publisher, the place: the parts that no word announces.

Order and wording decide together; where a choice rests on order alone, ``inferred`` says so, and what fits
nowhere stays in ``unparsed``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.classify import split_names
from pincite.converter.citation.correspondence import Correspondence, correspondence, named_in_title
from pincite.converter.citation.pieces import unquoted

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_ARTICLE = re.compile(r"(?:an?|un|une|una|uno|ein|eine|einem|einer)\s+(?=\w)", re.IGNORECASE)


def to_item(rest: list[str], described: Description, lexicon: Lexicon, *, author_first: bool | None) -> None:
    """Assign the parts that describe the cited item itself."""
    rest = _kinds(rest, described, lexicon)
    rest = _correspondents(rest, described, lexicon)
    title_at = _title_at(rest, described, lexicon, author_first=author_first)
    if title_at is not None:
        for part in rest[:title_at]:
            _person_or_body(part, described, lexicon)
        _title(rest[title_at], described)
        rest = rest[title_at + 1 :]
    _remaining(rest, described, lexicon)
    _names_in_title(described, lexicon)


def to_container(rest: list[str], described: Description, lexicon: Lexicon) -> None:
    """Assign the parts that describe what the item stands in."""
    if not rest:
        return
    first = 0
    if len(rest) > 1 and classify.is_person(rest[0], lexicon) and not unquoted(rest[0])[1] and described.volume is None:
        described.authors = split_names(rest[0])
        first = 1
    text, quoted = unquoted(rest[first])
    written = correspondence(text, lexicon)
    article = None if quoted else _ARTICLE.match(text)
    if article is not None:
        described.title, described.title_supplied = text[article.end() :], True
        described.inferred["title"] = "a description in the citation, not a title"
        named = named_in_title(described.title, lexicon)
        if named is not None:
            _set_correspondence(named, described)
    else:
        _title(rest[first], described)
        if written is not None:
            described.type = "letter"
            described.inferred["type"] = "its title names who wrote it"
            _set_correspondence(written, described)
    _remaining(rest[first + 1 :], described, lexicon)


def to_platform(rest: list[str], described: Description, lexicon: Lexicon) -> None:
    """Assign "From: Publisher, Platform"."""
    names = [unquoted(part)[0] for part in rest]
    if len(names) == 1 and classify.is_archive(names[0], lexicon) and not classify.is_publisher(names[0], lexicon):
        described.archive["name"] = names[0]
    elif names:
        described.publisher = names[0]
        if len(names) > 1:
            described.platform = names[1]
            described.unparsed.extend(names[2:])


def _kinds(rest: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Take out the parts that only name a kind of document ("Telegram")."""
    kept = []
    for part in rest:
        kind = lexicon.kind_of(part)
        words = part.split()
        if kind and len(words) <= 2 and not unquoted(part)[1] and described.type is None and len(rest) > 1:  # noqa: PLR2004 - "Private letter"
            if lexicon.kind_of(words[-1].strip(":")) == kind:
                described.type = kind
                if part.lower() != kind:
                    described.genre = part
                continue
        kept.append(part)
    return kept


def _correspondents(rest: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Take out the part that says who wrote to whom."""
    for at, part in enumerate(rest):
        text, _ = unquoted(part.rstrip(" -–—"))
        head, kind = text, None
        found = re.match(r"(?P<kind>[^\W\d]+(?:\s[^\W\d]+)?)\s*[:,]?\s+(?=[^\W\d])", text)
        if found and lexicon.kind_of(found["kind"].split()[0]) and len(found["kind"].split()[0]) > 1:
            kind = lexicon.kind_of(found["kind"].split()[0])
            head = text[len(found["kind"].split()[0]) :].lstrip(" :")
        written = correspondence(head, lexicon)
        if written is not None and written.recipient is not None and not _only_a_title(written, rest, at, lexicon):
            _set_correspondence(written, described)
            if kind and described.type is None:
                described.type = kind
            return rest[:at] + rest[at + 1 :]
    return rest


def _only_a_title(written: Correspondence, rest: list[str], at: int, lexicon: Lexicon) -> bool:
    """Return whether "Letters to Lucilius" is a title: two bare words, and a person stands behind them."""
    bare = f"{written.sender or ''}{written.recipient or ''}"
    return " " not in bare and any(classify.is_person(part, lexicon) for part in rest[at + 1 :])


def _set_correspondence(written: Correspondence, described: Description) -> None:
    if written.sender and not described.authors:
        described.authors = [written.sender]
    if written.recipient and not described.recipients:
        described.recipients = [written.recipient]


def _title_at(
    rest: list[str],
    described: Description,
    lexicon: Lexicon,
    *,
    author_first: bool | None,
) -> int | None:
    """Return which of the parts is the title, None if none can be."""
    for at, part in enumerate(rest):
        if unquoted(part)[1]:
            return at
    if not rest:
        return None
    people = [classify.are_people(part, lexicon) for part in rest]
    if described.authors and not described.recipients:
        people[0] = False
    if described.recipients:  # a letter: what is left is its place, unless it can only be a title
        return next((at for at, part in enumerate(rest) if classify.is_title(part, lexicon)), None)
    if described.relation is not None and (people[0] or (len(rest) == 1 and not classify.is_title(rest[0], lexicon))):
        return None
    if not people[0] or len(rest) == 1:
        return 0
    if not any(people[1:]) or classify.is_title(rest[1], lexicon) or author_first:
        described.inferred["authors"] = "a name before what can only be the title"
        return 1
    return 0


def _title(part: str, described: Description) -> None:
    described.title, described.title_quoted = unquoted(part)
    described.title = described.title.strip(" .") if not described.title.endswith("...") else described.title


def _remaining(rest: list[str], described: Description, lexicon: Lexicon) -> None:
    """Assign what stands behind the title."""
    bodies: list[str] = []
    described_before = bool(described.authors)
    for at, part in enumerate(rest):
        text, quoted = unquoted(part)
        placed = re.fullmatch(r"(?P<place>[^:]{2,40}):\s*(?P<publisher>[^:]+)", text)
        if placed and classify.is_place(placed["place"], lexicon):
            described.publisher_place, described.publisher = placed["place"], placed["publisher"]
        elif not quoted and classify.is_archive(text, lexicon) and not described.archive.get("name"):
            described.archive["name"] = text
        elif described.periodical is None and _is_periodical(text, described, lexicon, quoted=quoted):
            described.periodical = text
        elif not quoted and classify.is_organization(text, lexicon):
            bodies.append(text)
        elif not described.authors and classify.are_people(text, lexicon) and not described.recipients:
            described.authors = split_names(text)
        elif classify.is_place(text, lexicon) and _takes_place(described, text, rest[at + 1 :]):
            described.place = text
        elif not described.authors and len(text.split()) == 1 and text[:1].isupper():
            described.authors = [text]
            described.inferred["authors"] = "one word behind the title"
        elif described.publisher is None and not bodies and _can_publish(text, described, rest[at + 1 :]):
            described.publisher = text
            described.inferred["publisher"] = "its place between author and year"
        elif not described.recipients and not described_before and at < 2 and classify.are_people(text, lexicon):  # noqa: PLR2004 - authors stand together
            described.authors.extend(split_names(text))
        elif classify.is_place(text, lexicon) and described.publisher_place is None:
            described.publisher_place = text
        else:
            described.unparsed.append(text)
    _bodies(bodies, described, lexicon)


def _is_periodical(text: str, described: Description, lexicon: Lexicon, *, quoted: bool) -> bool:
    """Return whether a part behind an article's title names the journal or newspaper it stands in."""
    if quoted or described.title is None or described.recipients:
        return False
    numbered = described.volume is not None or described.issue is not None
    dated = described.date is not None and described.date.count("-") >= 1
    if classify.is_periodical(text, lexicon) and not classify.is_publisher(text, lexicon):
        return described.title_quoted or numbered or dated
    return described.title_quoted and numbered and not classify.is_person(text, lexicon)


def _can_publish(text: str, described: Description, behind: list[str]) -> bool:
    """Return whether a name between the author and a bare year can only be the publisher's."""
    year_only = described.date is not None and "-" not in described.date
    return year_only and bool(described.authors) and described.title is not None and not behind and text[:1].isupper() and (
        len(text.split()) > 1 and described.relation is None and not described.recipients
    )


def _takes_place(described: Description, text: str, behind: list[str]) -> bool:
    """Return whether a place name can be the place of writing: of a letter, or of an enclosure with its author."""
    written = bool(described.recipients) or described.relation is not None or described.type in {"letter", "telegram", "memorandum"}
    return described.place is None and (written or (bool(described.authors) and described.title is None)) and bool(
        described.authors or len(text.split()) == 1,
    ) and not behind[1:]


def _bodies(bodies: list[str], described: Description, lexicon: Lexicon) -> None:
    """Tell publishers from issuing bodies: a body issues what has no personal author, else it publishes."""
    if not bodies:
        return
    houses = [name for name in bodies if classify.is_publisher(name, lexicon)]
    if houses and described.publisher is None:
        described.publisher = houses[0]
        bodies = [name for name in bodies if name != houses[0]]
    if not bodies:
        return
    joined = ", ".join(bodies)
    acronym = re.fullmatch(r"[A-ZÀ-Þ]{2,6}", joined) is not None
    if described.authors or acronym:
        if described.publisher is None:
            described.publisher = joined
        else:
            described.unparsed.append(joined)
    else:
        described.authors = [joined]


def _person_or_body(part: str, described: Description, lexicon: Lexicon) -> None:
    """Assign a part that stands before the title."""
    text, _ = unquoted(part)
    if classify.is_person(text, lexicon) or classify.is_organization(text, lexicon):
        described.authors.extend(split_names(text))
    else:
        described.authors.append(text)
        described.inferred.setdefault("authors", "a name before the title")


def _names_in_title(described: Description, lexicon: Lexicon) -> None:
    """Read correspondents out of a title such as "Telegram from A to B" where nobody else is named."""
    if described.title is None or described.title_quoted and not lexicon.kind_of(described.title):
        return
    if lexicon.kind_of(described.title) is None or described.recipients:
        return
    named = named_in_title(described.title, lexicon)
    if named is not None and (named.sender or named.recipient):
        before = bool(described.authors)
        _set_correspondence(named, described)
        if named.sender and not before:
            described.inferred["authors"] = "named in the title"
        if named.recipient:
            described.inferred["recipients"] = "named in the title"
