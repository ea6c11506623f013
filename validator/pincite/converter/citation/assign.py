"""Which part is the title, which the author: the parts that no word announces, for each kind of level.

Order and wording decide together; where a choice rests on order alone, ``inferred`` says so, and what fits
nowhere stays in ``unparsed``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.behind_title import assign_behind_title
from pincite.converter.citation.correspondence import (
    Correspondence,
    correspondence,
    in_parts,
    named_in_title,
    people_named,
)
from pincite.converter.citation.genres import genre_of, headed_type
from pincite.converter.citation.keeper import is_keeper_name
from pincite.converter.citation.pieces import unquoted
from pincite.converter.citation.signposts import is_signpost
from pincite.converter.citation.title import could_change_places, interviewed, set_title, title_at

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_CORRESPONDENCE = {"letter", "telegram", "memorandum"}
"""Kinds that are known by who wrote to whom, not by a title."""


def to_item(rest: list[str], described: Description, lexicon: Lexicon, *, author_first: bool) -> None:
    """Assign the parts that describe the cited item itself; ``author_first``: its own form says so."""
    rest = _kinds(_without_signposts(rest, described, lexicon), described, lexicon)
    rest = _own_words(_kept(rest, described, lexicon), described, lexicon)
    rest = _correspondents(rest, described, lexicon)
    at = title_at(rest, described, lexicon, author_first=author_first)
    by_order = at == 0 and not described.authors
    if at is not None:
        for part in rest[:at]:
            _before_title(part, described, lexicon)
        set_title(rest[at], described)
        described.type = described.type or headed_type(described.title or "", lexicon)
        rest = rest[at + 1 :]
    interviewed(described, rest, lexicon)
    assign_behind_title(rest, described, lexicon)
    if by_order and could_change_places(described, lexicon):
        described.inferred["title"] = "its place before the other name"
        described.inferred["authors"] = "their place behind the other name"
    _names_in_title(described, lexicon)
    if described.title is None and described.genre is not None and described.type not in _CORRESPONDENCE:
        described.title, described.genre = described.genre, None
    if described.genre is not None and described.genre.lower() == described.type:
        described.genre = None  # the type says it already


def to_container(rest: list[str], described: Description, lexicon: Lexicon) -> None:
    """Assign the parts that describe what the item stands in."""
    rest = _without_signposts(rest, described, lexicon)
    if not rest:
        return
    author_before = len(rest) > 1 and classify.is_person(rest[0], lexicon) and not unquoted(rest[0])[1]
    if author_before and described.volume is None:
        described.authors = classify.split_names(rest.pop(0), lexicon)
    text, quoted = unquoted(rest[0])
    article = None if quoted else lexicon.starts("indefinite_articles", text)
    if article is not None and described.editors and text[article.end() :].lstrip()[:1].isupper():
        article = None  # "A Harbour Reader, edited by Peter Lund"
    if article is not None:
        described.title, described.title_supplied = text[article.end() :].lstrip(), True
        described.inferred["title"] = "a description in the citation, not a title"
        written = named_in_title(described.title, lexicon)
    else:
        set_title(rest[0], described)
        written = correspondence(text, lexicon)
        if written is not None:
            described.type = "letter"
            described.inferred["type"] = "its title names who wrote it"
    if written is not None:
        _set_correspondence(written, described, lexicon)
    assign_behind_title(rest[1:], described, lexicon, contains=True)


def to_platform(rest: list[str], described: Description, lexicon: Lexicon) -> None:
    """Assign "From: Publisher, Platform"."""
    names = [unquoted(part)[0] for part in rest]
    if (
        len(names) == 1
        and classify.is_archive(names[0], lexicon)
        and not classify.is_publisher(names[0], lexicon)
    ):
        described.archive["name"] = names[0]
    elif names:
        described.publisher = names[0]
        if len(names) > 1:
            described.platform = names[1]
            described.unparsed.extend(names[2:])


def _without_signposts(rest: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Take out "Ibid." and "qtd. in", which point to a source and are no name or title of one."""
    kept = [part for part in rest if not is_signpost(part, lexicon)]
    described.unparsed.extend(part for part in rest if part not in kept)
    return kept


def _kinds(rest: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Take out the parts that only name a kind of document ("Telegram", "Private letter", "PhD thesis")."""
    kept = []
    for part in rest:
        words = part.split()
        kind = lexicon.kind_of(words[-1].strip(":")) if len(words) <= 2 else None  # noqa: PLR2004 - "Private letter"
        if kind is None and (unquoted(rest[0])[1] or lexicon.kind_of(rest[0].partition(" ")[0]) is None):
            kind = genre_of(part, lexicon)
        if kind is None or unquoted(part)[1] or described.type is not None or len(rest) == 1:
            kept.append(part)
            continue
        described.type = kind
        described.genre = part
    return kept


def _kept(rest: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Take out the archive in front of a book or register it keeps: "Dunmore Town Archive, Ferry Book"."""
    worded = len(rest) > 1 and not unquoted(rest[1])[1] and lexicon.has("work_words", rest[1])
    if not worded or "name" in described.archive or not is_keeper_name(rest[0], lexicon):
        return rest
    described.archive["name"] = rest[0]
    return rest[1:]


def _own_words(rest: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Take out a description in the article's own words, "speech to the Harbour Guild", as a title supplied."""
    for at, part in enumerate(rest):
        head, _, behind = part.partition(" ")
        kind = lexicon.kind_of(head) if head.islower() and behind else None
        if kind is None or described.type is not None or described.title is not None or at == 0:
            continue
        if correspondence(behind, lexicon) is not None or classify.is_person(behind, lexicon):
            continue
        described.type, described.title, described.title_supplied = kind, part, True
        described.inferred["title"] = "a description in the citation, not a title"
        return rest[:at] + rest[at + 1 :]
    return rest


def _correspondents(rest: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Take out the part that says who wrote to whom, or the parts where a place stands between."""
    apart = in_parts(rest, lexicon)
    if apart is not None:
        told, place, where = apart
        _set_correspondence(told, described, lexicon)
        described.place = place
        others = rest[where.stop :]
        if place is not None and others and classify.is_place(others[0], lexicon):
            # where the recipient is: the format has no member for it
            described.unparsed.append(others.pop(0))
        return [*rest[: where.start], *others]
    for at, part in enumerate(rest):
        text, _ = unquoted(part.rstrip(" -–—"))
        first, _, behind = text.partition(" ")
        kind = lexicon.kind_of(first.strip(":,"))
        written = correspondence(behind.lstrip(" :") if kind else text, lexicon)
        if (
            written is not None
            and written.recipient is not None
            and not _only_a_title(written, rest, at, described, lexicon)
        ):
            _set_correspondence(written, described, lexicon)
            described.type = described.type or kind
            return rest[:at] + rest[at + 1 :]
    return rest


def _only_a_title(
    written: Correspondence, rest: list[str], at: int, described: Description, lexicon: Lexicon
) -> bool:
    """Return whether "Letters to Lucilius" is a title: two bare words, and a person or a publisher behind them."""
    bare = f"{written.sender or ''}{written.recipient or ''}"
    dated = described.date is not None and "-" in described.date
    return " " not in bare and any(
        classify.is_person(part, lexicon) or (not dated and classify.is_publisher(part, lexicon))
        for part in rest[at + 1 :]
    )


def _set_correspondence(written: Correspondence, described: Description, lexicon: Lexicon) -> None:
    if written.sender and not described.authors:
        described.authors = people_named(written.sender, lexicon)
    if written.recipient and not described.recipients:
        described.recipients = people_named(written.recipient, lexicon)


def _before_title(part: str, described: Description, lexicon: Lexicon) -> None:
    """Assign a part that stands before the title: its authors, or what is taken for them."""
    text, _ = unquoted(part)
    if classify.are_people(text, lexicon) or classify.is_organization(text, lexicon):
        described.authors.extend(classify.split_names(text, lexicon))
    else:
        described.authors.append(text)
        described.inferred.setdefault("authors", "a name before the title")


def _names_in_title(described: Description, lexicon: Lexicon) -> None:
    """Read correspondents out of a title such as "Telegram from A to B" where nobody else is named."""
    if described.title is None or described.recipients:
        return
    if lexicon.kind_of(described.title) in {None, "map", "photograph", "thesis", "pamphlet"}:
        return
    named = named_in_title(described.title, lexicon)
    if named is None:
        return
    if named.sender and not described.authors:
        described.inferred["authors"] = "named in the title"
    if named.recipient:
        described.inferred["recipients"] = "named in the title"
    _set_correspondence(named, described, lexicon)
