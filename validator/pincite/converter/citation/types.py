"""Which source type a description stands for; concluded types say why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation import classify

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon


def set_types(chain: list[Description], lexicon: Lexicon) -> None:
    """Give every description of a chain its type and textual status."""
    for at, described in enumerate(chain):
        _textual_status(described, lexicon)
        if described.type is not None:
            continue
        container = chain[at + 1] if at + 1 < len(chain) else None
        described.type, reason = _concluded(described, container, lexicon, inner=at > 0)
        if reason is not None:
            described.inferred["type"] = reason


def _textual_status(described: Description, lexicon: Lexicon) -> None:
    title = described.title or ""
    for one in lexicon.languages:
        for status, words in one.textual_status.items():
            if lexicon.pattern(words).match(title):
                described.textual_status = status
                return


def _concluded(
    described: Description,
    container: Description | None,
    lexicon: Lexicon,
    *,
    inner: bool,
) -> tuple[str, str | None]:
    """Return a type and the reason for it; no reason where the citation names the kind itself."""
    kind = _named(described, lexicon)
    if kind is not None:
        return kind, None
    if described.recipients or (described.relation == "enclosure" and described.authors and not described.title):
        return "letter", "it has a sender" if not described.recipients else "it goes from one person to another"
    if described.volume is not None and inner:
        return "volume", "it has a volume number"
    if described.url is not None and container is None:
        return "webpage", "it has a web address"
    if container is not None and container.title and classify.is_periodical(container.title, lexicon):
        return "journal_article" if container.volume or container.issue else "news_article", "it stands in a periodical"
    if inner and described.title and classify.is_periodical(described.title, lexicon):
        return "periodical", "its name"
    if container is None and re.fullmatch(r"[A-ZÀ-Þ]{2,6}", described.publisher or "") and "-" in (described.date or ""):
        return "news_article", "a broadcaster or agency published it on one day"
    if container is not None and (container.editors or container.publisher) and described.authors and described.title:
        return "chapter", "it stands in a published book"
    if described.title and (described.publisher or described.edition or described.editors):
        return "book", "it has a publisher"
    if described.title and described.authors and described.date and "-" not in described.date and not described.archive:
        return "book", "it has an author, a title and a year"
    return "document", None


def _named(described: Description, lexicon: Lexicon) -> str | None:
    """Return the kind that the first words of the title name ("Memorandum on …", "Paraphrase of telegram …")."""
    if not described.title:
        return None
    head = " ".join(described.title.split()[:4])
    kind = lexicon.kind_of(head)
    if kind is None or (described.title_quoted and not described.recipients and described.title.split()[0].lower() not in {kind}):
        return None
    return kind
