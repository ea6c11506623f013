"""Short forms such as "Holm, The Lamp, p. 9": resolved to the citation before that they can only mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation.full_stops import with_commas
from pincite.converter.citation.pieces import parts, unquoted
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_MOST_PARTS = 2
"""Parts of a short form besides its pages: surname and short title, or one of the two."""


def resolve_short_form(
    raw: str, read: ReadCitation, before: Iterable[ReadCitation], lexicon: Lexicon
) -> ReadCitation | None:
    """Return the one earlier citation whose work *raw* names in short, None if it is none or not the only one.

    *read* is what the citation says when it is taken for a full one. A short form has no date and no publisher
    of its own. Its first part is the surname of the earlier author or the beginning of the earlier title; a
    second part is the beginning of the title.
    """
    names = _without_cited_work([unquoted(part)[0] for part in _names(raw, lexicon)], lexicon)
    if len(read.chain) != 1 or not 1 <= len(names) <= _MOST_PARTS or is_full(read.chain[0]):
        return None
    meant = [
        earlier
        for earlier in before
        if earlier.chain and _answers(names, earlier.chain[0].title or "", earlier.chain[0].authors, lexicon)
    ]
    works = {(one.chain[0].title, tuple(one.chain[0].authors)) for one in meant}
    return meant[0] if len(works) == 1 else None


def is_full(item: Description) -> bool:
    """Return whether a citation says more than a short form does."""
    dated = item.date or item.date_text
    placed = item.publisher or item.volume or item.number or item.archive or item.url
    return bool(dated or placed or item.recipients)


def _answers(names: list[str], title: str, authors: list[str], lexicon: Lexicon) -> bool:
    """Return whether surname and short title fit a work's title and authors."""
    surnames = {surname for author in authors for surname in _surnames(author, lexicon)}
    inverted = {author.casefold() for author in authors if author.endswith(".")}
    if names[0].casefold() in surnames | inverted:
        return len(names) == 1 or _begins(title, names[1], lexicon)
    return len(names) == 1 and _begins(title, names[0], lexicon) and title.casefold() != names[0].casefold()


def _surnames(author: str, lexicon: Lexicon) -> set[str]:
    """Return the forms a surname can take in a short form: the last word, with the particles before it."""
    words = author.casefold().split()
    if words[-1:] and words[-1].endswith("."):  # "Иванов А. Б.": the surname stands first
        return {words[0].rstrip(",")}
    found = {" ".join(words[-1:])}
    at = len(words) - 1
    while at > 1 and words[at - 1] in lexicon.particles:
        at -= 1
        found.add(" ".join(words[at:]))
    return found


def _begins(title: str, short: str, lexicon: Lexicon) -> bool:
    """Return whether a title starts with its short form, leading articles aside."""
    articles = any_of([*lexicon.words("articles"), *lexicon.words("indefinite_articles")])
    bare = [re.sub(rf"^{articles}\s+", "", text.casefold()) for text in (title, short)]
    return len(bare[1]) > 2 and bare[0].startswith(bare[1])  # noqa: PLR2004 - not by chance


def _without_cited_work(names: list[str], lexicon: Lexicon) -> list[str]:
    """Return the parts of a short form without "op. cit.", which says that the author's one work is meant."""
    words = any_of(lexicon.words("cited_work"))
    bare = [re.sub(rf"[\s,]*{words}\.?.*$", "", name, flags=re.IGNORECASE) for name in names]
    return [name for name in bare if name]


def _names(raw: str, lexicon: Lexicon) -> list[str]:
    """Return the parts of a citation that are names or titles: neither pages nor dates."""
    inner = with_commas(" ".join(raw.strip().strip("()[]").split()), lexicon)
    return [part for _, part in parts(inner) if not re.search(r"[0-9]", part)]
