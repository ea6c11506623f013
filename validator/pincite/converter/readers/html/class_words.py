"""What the classes and ids of pages say: words that themes, word processors and wikis use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.readers.html_names import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.converter.manuscript import Kind

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_LONGEST = 60
"""Code points of a class that is looked into; longer ones are made by machines."""
_BESIDE = names(
    "addtoany breadcrumb breadcrumbs comment comments commentlist consent cookie cookies crumbs menu nav "
    "navbar navigation newsletter pager pagination related relatedposts respond share sharedaddy shares "
    "sharing sidebar social socials submenu subscribe subscription tagcloud taglist tags toc widget "
    "widgets"
)
_BESIDE_FILLERS = names(
    "a2a and area banner bar block blocks bottom box button buttons cat col container content count "
    "counts desktop div email entry follow footer form group head header icon icons inner item items jp "
    "kit left link links list main mc media meta mobile more notice page panel post posts primary right "
    "row secondary section site tag text the title top us wp wrap wrapper"
)
"""What may stand in a class beside such a word: "share-buttons" is beside the article, "comment-free" is not."""
_BESIDE_WHOLE = names(
    "catlinks mw-editsection mw-jump-link navbox printfooter MsoHeader MsoFooter MsoToc1 MsoToc2 MsoToc3 "
    "tag-links site-footer site-header"
)
_QUOTATION = names("quote quoted quotation blockquote pullquote epigraph zitat blockzitat cita")
_SOURCE = names("attribution author autor auteur cite citation credit fuente quelle source")
_CAPTION = names("caption figcaption thumbcaption")
_NOTES = names("footnote footnotes endnote endnotes fussnote fussnoten references reflist")
_NOTES_FILLERS = names("list area wrap mw references container block content section text")
_WHOLE: dict[str, Kind] = {
    "tr_bq": "quotation",
    "citation-block": "quotation",
    "block-citation": "quotation",
    "bloc-citation": "quotation",
    "MsoBlockText": "quotation",
    "MsoFootnoteText": "note",
    "MsoEndnoteText": "note",
    "notes": "note",
    "notas": "note",
    "anmerkungen": "note",
    "MsoTitle": "heading",
}
_LISTS = "MsoListParagraph"


_NO_QUOTATION = names("free form get icon less mark marks no price request toggle without")
"""Words beside which "quote" says something else."""
_BESIDE_INLINE = names("mw-editsection mw-jump-link skip-link skiplink")
"""Classes of what stands beside the article although it is part of a line."""


def said_beside_inline(tokens: Iterable[str]) -> bool:
    """Return whether classes say that a part of a line stands beside the article, as an "edit" behind a heading."""
    return not _BESIDE_INLINE.isdisjoint(tokens)


def said_beside(tokens: Iterable[str]) -> bool:
    """Return whether classes say that something stands beside the article: navigation, sharing, comments."""
    for token in tokens:
        if token in _BESIDE_WHOLE or token in _BESIDE_INLINE:
            return True
        words = _words(token)
        if not words.isdisjoint(_BESIDE) and words <= _BESIDE | _BESIDE_FILLERS | _numbers(words):
            return True
    return False


def said_kind(tokens: Iterable[str]) -> Kind | None:
    """Return the kind of paragraph that classes name, None where they name none."""
    return next((kind for kind in map(_kind, tokens) if kind is not None), None)


def said_source(tokens: Iterable[str]) -> bool:
    """Return whether classes in a quotation say that something names its source."""
    return any(not _words(token).isdisjoint(_SOURCE) for token in tokens)


def _kind(token: str) -> Kind | None:
    words = _words(token)
    if not words.isdisjoint(_QUOTATION) and words.isdisjoint(_NO_QUOTATION):
        return "quotation" if words.isdisjoint(_SOURCE) else "citation"
    if not words.isdisjoint(_CAPTION):
        return "caption"
    if not words.isdisjoint(_NOTES) and words <= _NOTES | _NOTES_FILLERS | _numbers(words):
        return "note"
    return "list" if token.startswith(_LISTS) else _WHOLE.get(token)


def _words(token: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(token)} if len(token) <= _LONGEST else set()


def _numbers(words: set[str]) -> set[str]:
    return {word for word in words if word.isdecimal()}
