"""What a short form says beside the source that it takes over: its place, a remark, or what contradicts the source."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.account import account
from pincite.converter.citation.bare_places import SMALL_ROMAN
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.pieces import parts
from pincite.converter.citation.places import BARE, plain_dashes
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_LEAF = r"[0-9]{1,4}\s?(?:[rv][°º]?|об\.?)"
_REMARKED = re.compile(r"(?P<place>[^()]+?)\s*[(\[](?P<remark>[^()\[\]]+)[)\]]")
_BARE = "a bare number at the end of a short form"
_NUMBERS = ("volume", "issue", "number", "edition")


def take_over(
    rest: tuple[str, str], read: ReadCitation, meant: ReadCitation, reason: str, lexicon: Lexicon
) -> ReadCitation:
    """Return the source of *meant* cited by a short form.

    *rest* is its text without the words that name the source, and the further sources behind it; *read* is what was read in the text. Numbers at its end are pages; a part with words that neither the source
    nor the place accounts for stays in ``unparsed``, whole.
    """
    text, remark = _without_remark(rest[0], lexicon)
    pages = _pages_at_end(text, lexicon) if not read.locator.keys() - {"page"} else None
    locator: Mapping[str, str] = read.locator
    locator_reason = read.locator_reason
    if pages is not None and len(pages) >= len(read.locator.get("page", "")):
        locator = {"page": pages}
        locator_reason = _BARE
    taken = replace(
        read,
        chain=meant.chain,
        archive_code=meant.archive_code,
        locator=locator,
        locator_reason=locator_reason,
        note=read.note or remark,
        unparsed=(),
        resolved_by=reason,
    )
    passed_over = _passed_over(text, taken, lexicon)
    return replace(taken, unparsed=(*passed_over, rest[1]) if rest[1] else passed_over)


def with_pages(text: str, read: ReadCitation, lexicon: Lexicon) -> ReadCitation:
    """Return the reading of a short form of no known source with the bare numbers at its end as its pages."""
    pages = _pages_at_end(text, lexicon)
    if pages is None:
        return read
    numbers = {pages, *pages.split(", ")}
    left = tuple(one for one in read.unparsed if plain_dashes(one) not in numbers)
    named = [one for one in read.chain if plain_dashes(one.title or "") not in numbers]
    chain = read.chain if len(read.chain) > 1 else tuple(named)  # "ibid., 4" has no title "4"
    return replace(read, chain=chain, locator={"page": pages}, locator_reason=_BARE, unparsed=left)


def contradicts(read: ReadCitation, meant: ReadCitation) -> bool:
    """Return whether what a short form says of its source is not so of the source that it seems to mean."""
    return bool(read.chain) and any(_differs(said, meant.chain) for said in read.chain)


def _differs(said: Description, chain: tuple[Description, ...]) -> bool:
    for member in _NUMBERS:
        value, known = (
            getattr(said, member),
            [one for one in (getattr(level, member) for level in chain) if one],
        )
        if value and known and value not in known:
            return True
    days = [level.date for level in chain if level.date]
    if said.date and days and not any(_agree(said.date, day) for day in days):
        return True
    if said.recipients and not any(said.recipients == level.recipients for level in chain):
        return True
    kept = [level.archive for level in chain if level.archive]
    return bool(said.archive) and not any(
        all(archive.get(part, value) == value for part, value in said.archive.items()) for archive in kept
    )


def _agree(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def _without_remark(text: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """Return "15" and "my emphasis" of "15 (my emphasis)"."""
    *_, (start, last) = parts(text) or [(0, "")]
    found = _REMARKED.fullmatch(last.rstrip(" ."))
    remark = found["remark"].strip(" .") if found else ""
    if not found or not lexicon.is_one("notes", remark):
        return text, None
    return text[:start] + found["place"], remark


def _pages_at_end(text: str, lexicon: Lexicon) -> str | None:
    """Return the bare numbers that end *text*, None if none do or something else stands behind a label."""
    listed = [part.strip(" .") for _, part in parts(text)]
    at = len(listed)
    while at > 0 and _page(lexicon).fullmatch(listed[at - 1]) and not dates_in(listed[at - 1], lexicon):
        at -= 1
    pages = listed[at:]
    if not any(sign.isdigit() for page in pages for sign in page) and not any(
        SMALL_ROMAN.fullmatch(page) for page in pages
    ):
        return None
    return ", ".join(plain_dashes(page) for page in pages)


def _passed_over(text: str, taken: ReadCitation, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the parts of *text* in which a word is neither of the source and the place nor of the convention."""
    unknown = [piece.start for piece in account(text, taken, lexicon) if piece.member == "unparsed"]
    kept: list[str] = []
    for start, part in parts(text):
        if any(start <= at < start + len(part) for at in unknown):
            kept.append(part.strip(" ."))
    return tuple(kept)


@lru_cache(maxsize=16)
def _page(lexicon: Lexicon) -> re.Pattern[str]:
    following, words = any_of(lexicon.words("following")), any_of(lexicon.words("page_words"))
    return re.compile(
        rf"(?:{BARE.pattern}|{SMALL_ROMAN.pattern}|{_LEAF})(?:\s*{following})?|{words}", re.IGNORECASE
    )
