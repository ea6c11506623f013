"""Which source type a description stands for: an ordered list of signs; concluded types say why."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.description import Description
from pincite.converter.citation.genres import headed_type

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from typing import TypeAlias

    from pincite.converter.lexicon import Lexicon

    Sign: TypeAlias = Callable[[Description, Description, Lexicon], bool]
    """Whether a description, given its container (an empty one without), shows the type."""

_NOTHING = Description()
_UNPUBLISHED = {"manuscript", "letter", "telegram", "treaty", "hearing"}
"""Kinds that a publisher does not publish as such."""
_HEAD_WORDS = 4
"""Words at the start of a title that can name the kind of document."""


def set_types(chain: list[Description], lexicon: Lexicon) -> None:
    """Give every description of a chain its type and textual status."""
    for at, described in enumerate(chain):
        _set_textual_status(described, lexicon)
        if described.type in _UNPUBLISHED and _headed_book(described, lexicon):
            described.type = None
        if described.type == "map" and "folio" in described.locator:  # "Blatt 7" of a map
            described.locator["sheet"] = described.locator.pop("folio")
        if described.type is not None:
            continue
        described.type = _named(described, lexicon)
        if described.type is not None:
            continue
        container = chain[at + 1] if at + 1 < len(chain) else _NOTHING
        quoted = at > 0 and chain[at - 1].relation == "quoted_in"  # a source like any other
        signs = _INNER if at > 0 and not quoted else _ITEM
        for kind, reason, sign in signs:
            if sign(described, container, lexicon):
                described.type = kind
                described.inferred["type"] = reason
                break
        else:
            described.type = "document"


def _headed_book(described: Description, lexicon: Lexicon) -> bool:
    """Return whether a title that begins like a treaty's is a book's on one ("The Treaty of Ansel, Ines Marrow, …")."""
    headed = headed_type(described.title or "", lexicon) == described.type
    return headed and (described.publisher is not None or bool(described.authors))


def _set_textual_status(described: Description, lexicon: Lexicon) -> None:
    for status, words in _statuses(lexicon):
        if words.match(described.title or ""):
            described.textual_status = status
            return


@lru_cache(maxsize=16)
def _statuses(lexicon: Lexicon) -> list[tuple[str, re.Pattern[str]]]:
    """Return the states that a text can be in ("translation") with the words that its title then begins with."""
    return [
        (status, lexicon.pattern(words))
        for one in lexicon.languages
        for status, words in one.textual_status.items()
    ]


def _named(described: Description, lexicon: Lexicon) -> str | None:
    """Return the kind that the first words of the title name ("Memorandum on …", "Paraphrase of telegram …").

    A quoted title is a work's own and names its kind only with its very first word.
    """
    if not described.title:
        return None
    words = described.title.split()[:_HEAD_WORDS]
    if described.title_quoted and not described.recipients:
        words = words[:1]
    kind = lexicon.kind_of(" ".join(words))
    if kind == "memorandum" and _is_treatise(described, lexicon):
        return None
    return None if kind in _UNPUBLISHED and _is_published(described, lexicon) else kind


def _is_treatise(described: Description, lexicon: Lexicon) -> bool:
    """Return whether a "memoir" is a work, not an office's paper: a publisher, or an author with a bare year."""
    if described.recipients or described.relation or described.archive or described.number:
        return False
    house = described.publisher is not None and classify.is_publisher(described.publisher, lexicon)
    return house or (described.title_quoted and _is_by_year(described, _NOTHING, lexicon))


def _is_published(described: Description, lexicon: Lexicon) -> bool:
    """Return whether a kind in a title is no kind but a word of it ("A Collector’s Notebook, Harbour Press, 1936").

    A publisher says so of any longer title; a bare year only where another word stands first.
    """
    words = [word for word in (described.title or "").split() if word.lower() not in lexicon.title_words]
    if len(words) < 2 or described.recipients or described.relation or described.archive:  # noqa: PLR2004 - "The Diary"
        return False
    if described.publisher is not None:
        return True
    other_first = lexicon.kind_of(words[0]) is None
    return other_first and _is_by_year(described, _NOTHING, lexicon) and "folio" not in described.locator


def _is_news(item: Description, container: Description, _: Lexicon) -> bool:
    agency = classify.ACRONYM.fullmatch(item.publisher or "") is not None
    return container is _NOTHING and agency and "-" in (item.date or "")


def _is_by_year(item: Description, _container: Description, _lexicon: Lexicon) -> bool:
    dated = item.date is not None and "-" not in item.date
    return bool(item.title and item.authors and dated and not item.archive and not item.archive_code)


def _is_issue(item: Description, container: Description, lexicon: Lexicon) -> bool:
    """Return whether a newspaper as a whole is cited: its name, and a day or its number."""
    title = item.title or ""
    if container is not _NOTHING or item.title_quoted or item.authors or item.recipients or item.archive:
        return False
    dated = item.issue is not None or "-" in (item.date or "")
    words = [word.lower() for word in title.split()]
    # "The Ansel Gazette", "Le Courrier de Brisance"; but "Journal of Jonas Pell" is a diary
    last = bool(words) and classify.is_periodical(words[-1].title(), lexicon)
    named = (
        len(words) > 1 and words[0] in lexicon.articles and classify.is_periodical(words[1].title(), lexicon)
    )
    of_person = named and classify.is_person(" ".join(title.split()[3:]), lexicon)
    return dated and (last or named) and not of_person


def _in_periodical(container: Description, lexicon: Lexicon) -> bool:
    return container.type == "periodical" or (
        container.title is not None and classify.is_periodical(container.title, lexicon)
    )


def _is_numbered_periodical(one: Description, lexicon: Lexicon) -> bool:
    """Return whether a numbered container is a journal's: its name, an issue or a year, and no coverage."""
    if one.volume is not None and one.issue is not None and one.date is not None:
        return not (
            one.coverage or one.publisher or one.editors
        )  # "Coastal Studies, vol. 8, no. 3, Fall 1999"
    numbered = one.issue is not None or (one.volume is not None and one.date is not None)
    return numbered and one.coverage is None and classify.is_periodical(one.title or "", lexicon)


_LETTER: tuple[tuple[str, str, Sign], ...] = (
    ("letter", "it goes from one person to another", lambda one, _c, _l: bool(one.recipients)),
    (
        "letter",
        "it has a sender",
        lambda one, _c, _l: one.relation == "enclosure" and bool(one.authors) and not one.title,
    ),
)
_PUBLISHED: tuple[tuple[str, str, Sign], ...] = (
    (
        "book",
        "it has a publisher",
        lambda one, _c, _l: bool(one.title and (one.publisher or one.edition or one.editors)),
    ),
    ("book", "it has an author, a title and a year", _is_by_year),
)
_ITEM: tuple[tuple[str, str, Sign], ...] = (
    *_LETTER,
    (
        "webpage",
        "it has a web address",
        lambda one, container, _l: one.url is not None and container is _NOTHING,
    ),
    (
        "journal_article",
        "it stands in a numbered periodical",
        lambda _o, container, words: (
            (_in_periodical(container, words) or _is_numbered_periodical(container, words))
            and bool(container.volume or container.issue)
        ),
    ),
    (
        "news_article",
        "it stands in a periodical",
        lambda _o, container, words: _in_periodical(container, words),
    ),
    ("issue", "a newspaper's name with a day or a number", _is_issue),
    ("score", "it is cited by bars", lambda one, _c, _l: "bar" in one.locator),
    ("news_article", "a broadcaster or agency published it on one day", _is_news),
    (
        "chapter",
        "it stands in a published book",
        lambda one, container, _l: bool(
            (container.editors or container.publisher) and one.authors and one.title
        ),
    ),
    *_PUBLISHED,
    ("book", "it is cited by a headword", lambda one, _c, _l: "sub_verbo" in one.locator),
)
_INNER: tuple[tuple[str, str, Sign], ...] = (
    *_LETTER,
    ("periodical", "its name and its issue", lambda one, _c, words: _is_numbered_periodical(one, words)),
    ("volume", "it has a volume number", lambda one, _c, _l: one.volume is not None),
    ("collection", "it covers a range of time", lambda one, _c, _l: one.coverage is not None),
    ("periodical", "its name", lambda one, _c, words: classify.is_periodical(one.title or "", words)),
    *_PUBLISHED,
)
"""Signs for what an item stands in; the first list is for the item itself."""
