"""Short forms such as "Holm, The Lamp, p. 9": resolved to the citation before that they can only mean."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.author_year import NAME_BEFORE_YEAR
from pincite.converter.citation.bare_places import SMALL_ROMAN
from pincite.converter.citation.earlier_works import author_forms
from pincite.converter.citation.full_stops import with_commas
from pincite.converter.citation.pieces import opened, parts, unquoted
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from collections.abc import Container

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.citation.description import Description
    from pincite.converter.citation.earlier_works import EarlierWorks
    from pincite.converter.lexicon import Lexicon

_LONGEST_SHORT = 41
"""Code points of the longest short form that a citation declares."""


def resolve_short_form(
    raw: str, read: ReadCitation, before: EarlierWorks, lexicon: Lexicon
) -> ReadCitation | None:
    """Return the one earlier citation whose work *raw* names in short, None if it is none or not the only one.

    *read* is what the citation says when it is taken for a full one. A short form has no date and no publisher
    of its own. Its first part is the surname of the earlier author or the beginning of the earlier title; a
    second part is the beginning of the title.
    """
    if len(read.chain) != 1:
        return None
    item = read.chain[0]
    if item.inferred.get("authors") == NAME_BEFORE_YEAR and item.date and f"{item.date}a" not in raw:
        return _only(before.of_year(item.authors, item.date))
    names = [unquoted(part)[0] for part in _names(without_cited(raw, lexicon), lexicon)]
    if not names or is_full(item):
        return None
    meant = before.named(names[0], ", ".join(names[1:]) or None)  # "Number, Please"
    if not meant and _cited(lexicon).search(raw):
        meant = before.edited(names[0])
    return _only(meant)


def _only(meant: list[ReadCitation]) -> ReadCitation | None:
    return meant[0] if len(meant) == 1 else None


def without_cited(raw: str, lexicon: Lexicon) -> str:
    """Return a citation without its "op. cit." or "loc. cit." behind a name."""
    return _cited(lexicon).sub("", raw)


def without_names(raw: str, read: ReadCitation, lexicon: Lexicon) -> str:
    """Return what a short form says beside the names that it means an earlier citation by."""
    if read.chain and read.chain[0].inferred.get("authors") == NAME_BEFORE_YEAR:
        return ""  # its form leaves room for nothing else
    listed = _parts(without_cited(raw, lexicon), lexicon)
    return ", ".join(part for part in listed if not _names_something(part, lexicon))


def author_before(raw: str, before: ReadCitation | None, lexicon: Lexicon) -> str:
    """Return a citation with the author of the one *before* it in place of its "idem", if that has a single one."""
    text = opened(raw)
    found = lexicon.starts("same_author", text)
    if found is None or text[found.end() : found.end() + 1] not in {",", ":"} or before is None:
        return raw
    authors = before.chain[0].authors
    return f"{authors[0]}{text[found.end() :].rstrip('])')}" if len(authors) == 1 else raw


def without_author_before(raw: str, lexicon: Lexicon) -> str:
    """Return a citation without an "idem" in front that nobody could resolve."""
    text = opened(raw)
    found = lexicon.starts("same_author", text)
    named = found is not None and text[found.end() : found.end() + 1] in {",", ":"}
    return text[found.end() + 1 :].rstrip("])") if found is not None and named else raw


def unresolved(raw: str, lexicon: Lexicon) -> str | None:
    """Return the "ibid.", "idem" or "op. cit." of a citation that nobody could resolve, None without one."""
    text = opened(raw)
    found = lexicon.starts("same_source", text)
    if found is None and without_author_before(raw, lexicon) != raw:
        found = lexicon.starts("same_author", text)
    found = found or _cited(lexicon).search(text)
    return found[0].lstrip(" ,") if found else None


def is_same_work(raw: str, lexicon: Lexicon) -> bool:
    """Return whether "Idem, p. 9" names no title: it means the same work."""
    text = opened(raw)
    found = lexicon.starts("same_author", text)
    return (
        found is not None
        and text[found.end() : found.end() + 1] in {",", ":", ")", ""}
        and not _names(text, lexicon)[1:]
    )


def note_meant(inner: str, lexicon: Lexicon) -> tuple[int, str, str | None] | None:
    """Return the number of the note that "Marrow, supra note 3, p. 9" means, the place in it, and the author."""
    found = _note(lexicon).fullmatch(inner)
    if found is None or not (found["before"] or found["behind"] or found["bracket"]):
        return None
    return int(found["number"]), (found["place"] or "").strip(" ,;"), found["who"]


def declared_short(raw: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """Return a citation without the short form it declares at its end ("hereafter WAL"), and that form."""
    closing = raw[-1:] if raw[:1] in {"(", "["} and raw[-1:] in {")", "]"} else ""
    inner = raw[: -1 if closing else None]
    at = lexicon.first("declares_short", inner)
    found = _declared(lexicon).fullmatch(inner, at) if at > 0 else None
    if found is None:
        return raw, None
    return inner[:at].rstrip(" ,;.:([—–-") + closing, found["short"].strip()


def short_of(inner: str, declared: Container[str]) -> tuple[str, str] | None:
    """Return the longest declared short form that a citation begins with, and what follows; None without one."""
    for length in range(min(len(inner), _LONGEST_SHORT), 0, -1):
        if inner[length : length + 1] in {"", ",", " ", ":"} and inner[:length] in declared:
            return inner[:length], inner[length:].strip(" ,:")
    return None


def is_full(item: Description) -> bool:
    """Return whether a citation says more than a short form does."""
    dated = item.date or item.date_text
    placed = item.publisher or item.volume or item.number or item.archive or item.url
    return bool(dated or placed or item.recipients)


def names_author_of(who: str, work: Description, lexicon: Lexicon) -> bool:
    """Return whether *who* is the name or the surname of an author of a work."""
    return who.casefold() in author_forms(work, lexicon)


def _names(raw: str, lexicon: Lexicon) -> list[str]:
    """Return the parts of a citation that are names or titles: neither pages nor dates nor remarks."""
    return [part for part in _parts(raw, lexicon) if _names_something(part, lexicon)]


def _parts(raw: str, lexicon: Lexicon) -> list[str]:
    text = " ".join(raw.split())
    text = text[1:-1] if text[:1] in {"(", "["} and text[-1:] in {")", "]"} else text
    return [part for _, part in parts(with_commas(text.strip(), lexicon))]


def _names_something(part: str, lexicon: Lexicon) -> bool:
    bare = part.strip(" .")
    place = _aside(lexicon).fullmatch(bare) is not None or SMALL_ROMAN.fullmatch(bare) is not None
    return not place and not re.search(r"[0-9]", part)


@lru_cache(maxsize=16)
def _aside(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.pattern([*lexicon.words("notes"), *lexicon.words("page_words")])


@lru_cache(maxsize=16)
def _cited(lexicon: Lexicon) -> re.Pattern[str]:
    words = any_of([*lexicon.words("work_cited"), *lexicon.words("place_cited")])
    return re.compile(rf",?\s*{words}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _declared(lexicon: Lexicon) -> re.Pattern[str]:
    words = any_of(lexicon.words("declares_short"))
    return re.compile(
        rf"{words}\s*(?:as\s+)?[:,]?\s*[“\"«„'‘]?\s?(?P<short>[^\W\d][^()\[\]“”\"«»]{{0,{_LONGEST_SHORT - 1}}}?)\s?[”\"»“'’]?[)\]]?\s*",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _note(lexicon: Lexicon) -> re.Pattern[str]:
    above, note = any_of(lexicon.words("cited_above")), any_of(lexicon.words("cited_note"))
    return re.compile(
        rf"(?:(?P<who>[^()\[\],;0-9]{{2,40}}?),?\s+)??(?P<bracket>[(\[])?(?:(?P<before>{above})\s+)?"
        rf"{note}\s*(?P<number>[0-9]{{1,3}})(?:\s+(?P<behind>{above}))?[)\]]?(?P<place>[,;:]?\s.*)?",
        re.IGNORECASE,
    )
