"""Which part of a citation is its title, and whom a title names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.keeper import is_keeper_name
from pincite.converter.citation.names import name_of
from pincite.converter.citation.pieces import CAPITAL, unquoted
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_ONE_NAME = re.compile(rf"[{CAPITAL}][^\W\d_]+(?:[’'-][^\W\d_]+)?")


def title_at(rest: list[str], described: Description, lexicon: Lexicon, *, author_first: bool) -> int | None:
    """Return which of the parts is the title, None if none can be."""
    told = _told_at(rest, described, lexicon)
    if told is not None or not rest:
        return told
    if described.title is not None or (
        described.type == "interview" and classify.is_person(rest[0], lexicon)
    ):
        return None  # it is described, or known by who was interviewed
    if described.recipients:  # a letter: what is left is its place, unless it can only be a title
        titles = (at for at, part in enumerate(rest) if classify.is_title(part, lexicon))
        return next((at for at in titles if not is_keeper_name(rest[at], lexicon)), None)
    alone = len([part for part in rest if not classify.is_archive(part, lexicon)]) == 1
    person = classify.are_people(rest[0], lexicon) and not _is_worded(rest, lexicon)
    untitled = person or (alone and not classify.is_title(rest[0], lexicon))
    kind_told = described.type is not None and "type" not in described.inferred
    if (alone and person and kind_told) or (described.relation is not None and untitled):
        return None  # "Ada Holm, diary": the kind is all the title there is; or an enclosure and its writer
    return int(
        _has_author_first(rest, described, lexicon, person=person, alone=alone, author_first=author_first)
    )


def _told_at(rest: list[str], described: Description, lexicon: Lexicon) -> int | None:
    """Return which part its words or marks tell to be the title: a review, one in quotation marks, a record of debates."""
    review = next((at for at, part in enumerate(rest[:2]) if lexicon.starts("reviews", part)), None)
    if review is not None and described.title is None and (review == 0 or not described.authors):
        return review
    quoted = next((at for at, part in enumerate(rest) if unquoted(part)[1]), None)
    if quoted is None and rest and _is_record(rest[0], lexicon):
        return 0
    return quoted


def _has_author_first(
    rest: list[str],
    described: Description,
    lexicon: Lexicon,
    *,
    person: bool,
    alone: bool,
    author_first: bool,
) -> bool:
    """Return whether the first part is an author, so that the second is the title; say why."""
    if described.authors:
        return False
    if len(rest) < 2:  # noqa: PLR2004 - a name and a title
        return False
    someone = (
        _is_body(rest[0], lexicon) or _keeps_record(rest, lexicon) or _is_surname(rest, described, lexicon)
    )
    told = person and _follows_author(rest, described, lexicon, alone=alone, author_first=author_first)
    if not told and _is_proven_author(rest, lexicon):
        described.inferred["authors"] = "a personal name by its initials or form of address"
        return True
    if not told and _is_single_name(rest, lexicon):
        described.inferred["authors"] = "a single name before a title"
        return True
    if told or (someone and _is_titled(rest, lexicon)):
        described.inferred["authors"] = "a name before what can only be the title"
        return True
    return False


def _is_titled(rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether the second part is worded as what a body or an author issues."""
    if _is_worded(rest[1:], lexicon) or _keeps_record(rest, lexicon):
        return True
    return lexicon.starts("yearly", rest[1]) is not None


def _is_worded(rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether a part stands first that names a kind of work: "Order Book B", "Kirchenbuch Altenhafen"."""
    return (
        bool(rest) and not classify.is_organization(rest[0], lexicon) and lexicon.has("work_words", rest[0])
    )


def _is_surname(rest: list[str], described: Description, lexicon: Lexicon) -> bool:
    """Return whether one word stands before a numbered work: "Quist, Piano Trio No. 1"."""
    numbered = len(rest) > 1 and lexicon.has("number", rest[1]) and described.volume is None
    alone = rest[0].isalpha() and rest[0].istitle() and not _is_worded(rest, lexicon)
    return alone and numbered and lexicon.kind_of(rest[0]) is None


def _is_proven_author(rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether initials or a form of address show the first of two names to be a person, and no other's do."""
    first, second = rest[:2]
    proven = classify.are_people(first, lexicon) and classify.shows_person(first, lexicon)
    if not proven or unquoted(second)[1] or any(classify.shows_person(part, lexicon) for part in rest[1:]):
        return False
    return classify.are_people(second, lexicon) and not classify.is_archive(second, lexicon)


def _is_single_name(rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether one word stands before what can only be a title, and no other part names a person."""
    first, second = rest[:2]
    if not _ONE_NAME.fullmatch(first) or not first[1:].islower() or lexicon.kind_of(first) is not None:
        return False
    named = (classify.is_publisher, classify.is_periodical, classify.is_archive, classify.is_organization)
    if any(test(part, lexicon) for test in named for part in (first, second)) or _is_worded(rest, lexicon):
        return False
    if (
        any(lexicon.is_one("cities", part) for part in (first, second))
        or first.lower() in lexicon.title_words
    ):
        return False
    titled = second[:1].isupper() and classify.is_title(second, lexicon)
    return titled and not any(classify.are_people(part, lexicon) for part in rest[1:])


def _is_body(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* can only be a body's name, not what it issued."""
    named = classify.is_publisher(part, lexicon) or classify.is_periodical(part, lexicon)
    kept = named or classify.is_archive(part, lexicon) or lexicon.has("work_words", part)
    return classify.is_organization(part, lexicon) and not kept and not classify.is_title(part, lexicon)


def _keeps_record(rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether a body stands before the record it kept: "Town Council of Velm, Minutes"."""
    body, record = rest[:2]
    named = classify.is_organization(body, lexicon) and not classify.is_archive(body, lexicon)
    kept = lexicon.starts("record_words", record) is not None and not unquoted(body)[1]
    return named and kept and lexicon.starts("record_words", body) is None


def _follows_author(
    rest: list[str], described: Description, lexicon: Lexicon, *, alone: bool, author_first: bool
) -> bool:
    """Return whether the second part, behind what looks like a name, is the title."""
    if _tells_title(rest, described, lexicon):
        return True
    if alone or classify.is_organization(rest[1], lexicon) or classify.is_archive(rest[1], lexicon):
        return False
    named = any(classify.are_people(part, lexicon) for part in rest[1:])
    return not named or classify.is_title(rest[1], lexicon) or author_first


def _tells_title(rest: list[str], described: Description, lexicon: Lexicon) -> bool:
    """Return whether the second part is a title though it looks like a name: by its publisher or its words."""
    if len(rest) > 1 and _is_record(rest[1], lexicon):
        return True
    worded = len(rest) > 1 and lexicon.has("work_words", rest[1]) and not lexicon.has("work_words", rest[0])
    return worded or (described.imprinted is not None and described.imprinted in rest[1:2])


def _is_record(part: str, lexicon: Lexicon) -> bool:
    """Return whether *part* is the name of a record of debates, "HC Deb", with what stands behind it."""
    return any(lexicon.starts("debates", one) for one in (part, f"{part}."))


def could_change_places(described: Description, lexicon: Lexicon) -> bool:
    """Return whether title and author look like a name each: "Amos Grell, Forty Winters", one as good as the other.

    Quotation marks, a word such as "Diary" or a letter alone at the end ("Lamp X") prove the title; a title, initials
    or a particle prove the author, if the other has none.
    """
    title = described.title or ""
    if described.title_quoted or described.inferred.keys() & {"title", "authors"} or not described.authors:
        return False
    if not all(classify.are_people(name, lexicon) for name in (title, *described.authors)):
        return False
    worded = lexicon.has("work_words", title) or lexicon.has("record_words", title)
    if (
        title[-2:-1] == " "
        or worded
        or lexicon.kind_of(title) is not None
        or classify.is_periodical(title, lexicon)
    ):
        return False
    shown = any(len(name_of(name, lexicon)) > 1 for name in described.authors)
    return not shown or len(name_of(title, lexicon)) > 1


def set_title(part: str, described: Description) -> None:
    """Take *part* for the title, without its quotation marks."""
    title, described.title_quoted = unquoted(part)
    described.title = title if title.endswith(("...", "…")) else title.strip(" .")


def interviewed(described: Description, rest: list[str], lexicon: Lexicon) -> None:
    """Read who was interviewed out of "Interview with Nora Glass" unless another name stands behind it."""
    found = _interview(lexicon).fullmatch(described.title or "")
    if found is None or described.authors or not classify.is_person(found["who"], lexicon):
        return
    both = found["by"] is not None and classify.is_person(found["by"], lexicon)
    behind = [part for part in rest if classify.is_person(part, lexicon)]
    if not both and behind == rest and _is_honoured(found["who"], lexicon) and len(rest) == 1:
        described.unparsed.append(rest.pop())  # the place, or who asked, but printed with no title
        behind = []
    if both or not behind:
        described.type = "interview"
        described.authors = [found["who"]]
        described.inferred["authors"] = "the person interviewed, named in the title"


def _is_honoured(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name has a form of address in front: "Mrs Ada Holm"."""
    return name.partition(" ")[0].strip(".").lower() in lexicon.honorifics


@lru_cache(maxsize=16)
def _interview(lexicon: Lexicon) -> re.Pattern[str]:
    words = any_of(word for one in lexicon.languages for word in one.kinds["interview"])
    between = any_of(lexicon.words("interviewed"))
    by = any_of([*lexicon.words("interviewers"), *lexicon.words("authors")])
    return re.compile(
        rf"{words}\s+{between}\s+(?P<who>[^,:;]{{2,60}}?)(?:\s+{by}\s+(?P<by>[^,:;]{{2,60}}))?", re.IGNORECASE
    )
