"""What each type of source calls for: the one table behind the rules about missing members.

It follows the Chicago Manual of Style's notes for what a reader needs to find a source again. Where editors
disagree, or where a thing is often rightly unknown (the date of a photograph, the author of a newspaper item),
nothing is demanded.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.rules.containers import ENCLOSED, nesting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from pincite.model.document import Document
    from pincite.model.format import Source


class Call(NamedTuple):
    """What answers a call: one of the members is enough.

    ``own`` are members of the source itself, ``around`` members of a container around it; with ``sent_with``
    only of the documents that it is an enclosure of. ``issuer``: an author that is (or, for all the document
    says, may be) an organization will do.
    """

    own: tuple[str, ...]
    around: tuple[str, ...] = ()
    sent_with: bool = False
    issuer: bool = False


# what it is called
TITLE = Call(("title",))
TITLE_OR_NUMBER = Call(("title", "number"))  # "chapter 11", "Patent 1,234", "Act No. 7"
TITLE_OR_GENRE = Call(("title", "genre"))  # a passport, a diary, a shop sign
TITLE_OR_SHELF = Call(("title", "number", "archive"))
TITLE_OF_SET = Call(("title",), around=("title",))  # a volume without a title has its series'

# when it was written or published
DATE = Call(("date", "date_text", "coverage"), around=("date", "date_text"))
DATE_SENT = Call(("date", "date_text", "coverage"), around=("date", "date_text", "received"), sent_with=True)
DATE_OR_VISIT = Call(("date", "date_text", "coverage", "accessed"), around=("date", "date_text", "accessed"))

# who answers for it
AUTHOR = Call(("authors",))
AUTHOR_OR_EDITOR = Call(("authors", "editors", "translators"))
AUTHOR_OF_PART = Call(("authors", "editors", "translators"), around=("authors",))
AUTHOR_OR_ISSUER = Call(("authors", "editors", "publisher"))
AUTHOR_OR_SITE = Call(
    ("authors", "editors", "publisher", "platform"), around=("authors", "publisher", "platform")
)

# who brought it out, and where it is found
PUBLISHER = Call(("publisher",), around=("publisher",))
OUTLET = Call(
    ("publisher", "platform", "archive", "url", "doi"),
    around=("publisher", "platform", "archive", "url", "doi"),
    issuer=True,
)
CONTAINER = Call(("container",))
CONTAINER_OR_OUTLET = Call(("container", "publisher", "platform"))
ADDRESS = Call(("url", "doi"), around=("url", "doi"))
WHEREABOUTS = Call(("container", "archive", "publisher", "platform", "url", "doi"))

SOURCE_CALLS: dict[str, dict[str, Call]] = {
    # books and their parts
    "book": {"title": TITLE, "author": AUTHOR_OR_EDITOR, "date": DATE, "publisher": PUBLISHER},
    "chapter": {"title": TITLE_OR_NUMBER, "author": AUTHOR_OF_PART, "date": DATE, "container": CONTAINER},
    "volume": {"title": TITLE_OF_SET, "date": DATE, "publisher": PUBLISHER},
    "series": {"title": TITLE},
    "pamphlet": {"title": TITLE, "date": DATE},
    "thesis": {"title": TITLE, "author": AUTHOR, "date": DATE, "publisher": OUTLET},
    "report": {"title": TITLE_OR_NUMBER, "author": AUTHOR_OR_ISSUER, "date": DATE, "publisher": OUTLET},
    # periodicals and what they print
    "periodical": {"title": TITLE},
    "issue": {"date": DATE, "container": CONTAINER},
    "journal_article": {
        "title": TITLE,
        "author": AUTHOR_OR_EDITOR,
        "date": DATE,
        "container": CONTAINER,
    },
    "magazine_article": {"title": TITLE, "date": DATE, "container": CONTAINER},
    "news_article": {"title": TITLE, "date": DATE, "container": CONTAINER_OR_OUTLET},
    # the web
    "webpage": {"title": TITLE, "author": AUTHOR_OR_SITE, "date": DATE_OR_VISIT, "address": ADDRESS},
    "dataset": {"title": TITLE, "author": AUTHOR_OR_SITE, "date": DATE_OR_VISIT, "address": ADDRESS},
    # documents; the first three are called after their correspondents
    "letter": {"author": AUTHOR, "date": DATE_SENT, "whereabouts": WHEREABOUTS},
    "telegram": {"author": AUTHOR, "date": DATE_SENT, "whereabouts": WHEREABOUTS},
    "memorandum": {"author": AUTHOR, "date": DATE_SENT, "whereabouts": WHEREABOUTS},
    "speech": {"author": AUTHOR, "date": DATE_SENT, "whereabouts": WHEREABOUTS},
    "interview": {"author": AUTHOR, "date": DATE_SENT, "whereabouts": WHEREABOUTS},
    "document": {
        "title": TITLE_OR_GENRE,
        "author": AUTHOR_OR_ISSUER,
        "date": DATE,
        "whereabouts": WHEREABOUTS,
    },
    "manuscript": {"title": TITLE_OR_GENRE, "whereabouts": WHEREABOUTS},
    "photograph": {"title": TITLE_OR_GENRE, "whereabouts": WHEREABOUTS},
    "file": {"title": TITLE_OR_SHELF, "whereabouts": WHEREABOUTS},
    "collection": {"title": TITLE_OR_SHELF, "whereabouts": WHEREABOUTS},
    # law and state
    "law": {"title": TITLE_OR_NUMBER},
    "case": {"title": TITLE_OR_NUMBER, "date": DATE},
    "treaty": {"title": TITLE, "date": DATE},
    "patent": {"title": TITLE_OR_NUMBER, "date": DATE},
    "hearing": {"title": TITLE, "date": DATE},
    # sound, picture, map
    "film": {"title": TITLE, "date": DATE},
    "broadcast": {"title": TITLE_OR_GENRE, "date": DATE},
    "recording": {"title": TITLE_OR_GENRE},
    "score": {"title": TITLE, "author": AUTHOR_OR_EDITOR},
    "map": {"title": TITLE},
}

_FIRST = {kind: tuple(call.own[0] for call in calls.values()) for kind, calls in SOURCE_CALLS.items()}
"""The members that a source of each type nearly always answers its calls with."""

PAGED = frozenset(
    {
        "book",
        "chapter",
        "volume",
        "series",
        "journal_article",
        "magazine_article",
        "thesis",
        "report",
        "pamphlet",
    }
)
"""Types that have pages to cite."""
SHORT = frozenset({"report", "pamphlet", "magazine_article"})
"""Paged types that may be so short that their extent in the container says where to look."""

_CORRESPONDENCE = frozenset({"letter", "telegram", "memorandum"})


def called_after_correspondents(source: Source) -> bool:
    """Return whether editors call such a document "A to B" where it has no title."""
    enclosed = source.get("container", {}).get("relation") in ENCLOSED
    people = source.get("authors") or source.get("recipients")
    return bool(people) and (enclosed or source["type"] in _CORRESPONDENCE)


def lacking(document: Document, name: str) -> Iterator[tuple[str, Source]]:
    """Yield the sources that leave the call *name* unanswered, with their pointers.

    Not those whose container leaves the same call unanswered (one answer there will do for both), nor those
    whose answer may stand in a container that is not there.
    """
    for at, source in _without_own(document).get(name, ()):
        call = SOURCE_CALLS[source["type"]][name]
        chain, complete = nesting(document, source)
        if _answered(call, chain) or (call.around and not complete):
            continue
        if not any(_unanswered(name, chain[index:]) for index in _reach(call, chain)):
            yield at, source


@lru_cache(maxsize=1)
def _without_own(document: Document) -> dict[str, list[tuple[str, Source]]]:
    """Return, by call, the sources that have none of the members that answer it.

    Nearly every source answers nearly every call itself: what is found here in one walk for all the rules that
    ask has to be looked at closely, and is little.
    """
    found: dict[str, list[tuple[str, Source]]] = {}
    for at, source in document.sources:
        if all(map(source.get, _FIRST.get(source["type"], ()))):
            continue
        given: Mapping[str, Any] = source
        for name, call in SOURCE_CALLS.get(source["type"], {}).items():
            for member in call.own:
                if given.get(member):
                    break
            else:
                found.setdefault(name, []).append((at, source))
    return found


def answers(source: Source, name: str) -> str:
    """Return in words the members of the source itself that answer the call."""
    *others, last = (f"'{member}'" for member in SOURCE_CALLS[source["type"]][name].own)
    return f"{', '.join(others)} or {last}" if others else last


def _unanswered(name: str, chain: Sequence[Source]) -> bool:
    call = SOURCE_CALLS.get(chain[0]["type"], {}).get(name)
    return call is not None and not _answered(call, chain)


def _answered(call: Call, chain: Sequence[Source]) -> bool:
    source = chain[0]
    if _given(source, call.own) or (call.issuer and _issued(source)):
        return True
    return any(_given(chain[index], call.around) for index in _reach(call, chain))


def _reach(call: Call, chain: Sequence[Source]) -> Iterator[int]:
    """Yield the indexes of the containers in the chain that may answer for its first source."""
    for index in range(1, len(chain)):
        relation = chain[index - 1].get("container", {}).get("relation")
        if not call.around or (call.sent_with and relation not in ENCLOSED):
            return
        yield index


def _given(source: Source, members: Sequence[str]) -> bool:
    """Return whether the source has one of the members, or says under ``inferred`` why it has none."""
    given: Mapping[str, Any] = source
    return any(given.get(member) or member in source.get("inferred", {}) for member in members)


def _issued(source: Source) -> bool:
    """Return whether an author is, or for all the document says may be, an organization."""
    return any(
        author.get("kind") == "organization" or not {"kind", "family", "given"} & author.keys()
        for author in source.get("authors", ())
    )
