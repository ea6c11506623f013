"""Numbers without a word, understood by the parts beside them: "pp. 12, 14", "vol. 2, 114", "II, 3, V. 120"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.dates import YEAR, dates_in
from pincite.converter.citation.description import Description
from pincite.converter.citation.numbering import bare_volume, behind_name, volume
from pincite.converter.citation.places import BARE, plain_dashes, read_place
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

_ROMAN = re.compile(r"[IVXLC]{1,7}")
_DRAMA = re.compile(
    r"(?P<act>[IVX]{1,4})\.(?P<scene>[ivx]{1,5}|[0-9]{1,2})\.(?P<line>[0-9]{1,4}(?:[-–][0-9]{1,4})?)"
)
"""Act, scene and line of a play: "II.iii.14"."""
_VOLUME_PAGE = re.compile(rf"(?P<volume>[1-9][0-9]{{0,2}}|[IVXLC]{{1,7}})\s?:\s?(?P<page>{BARE.pattern})")
_IMPRINTED = re.compile(rf"\([^()0-9]{{2,120}}[^()0-9\s],? {YEAR}\)$")
"""A bracket with a place, a publisher or a university, and its year at the end."""
SMALL_ROMAN = re.compile(r"[ivxlc]{1,7}(?:[-–][ivxlc]{1,7})?")
_OF_PLAYS = {"verse", "line"}


def join_places(listed: list[str], lexicon: Lexicon) -> list[str]:
    """Return the parts with bare pages put behind the pages they continue: "pp. xii", "12–14" are one part."""
    further = _further(lexicon)
    found: list[list[str]] = []
    for part in listed:
        continued = bool(found) and further.fullmatch(part) is not None and not dates_in(part, lexicon)
        if continued and read_place(f"{found[-1][0]}, {part}", lexicon):
            found[-1].append(part)
        else:
            found.append([part])
    return [", ".join(one) for one in found]


@lru_cache(maxsize=16)
def _further(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{BARE.pattern}(?:\s*{any_of(lexicon.words('following'))})?", re.IGNORECASE)


def take_bare_places(listed: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Read the numbers whose neighbours say what they are into *described*; return the other parts."""
    if len(listed) < 2:  # noqa: PLR2004 - a number alone has no neighbour
        return listed
    *before, last = listed
    drama = _DRAMA.fullmatch(last)
    if drama is not None:
        described.locator |= {label: plain_dashes(value) for label, value in drama.groupdict().items()}
        described.locator_reason = "the form of act, scene and line"
        return before
    if _IMPRINTED.search(before[-1]) and (BARE.fullmatch(last) or SMALL_ROMAN.fullmatch(last)):
        described.locator["page"] = plain_dashes(last)
        described.locator_reason = "a bare number behind the imprint"
        return before
    numbers = _VOLUME_PAGE.fullmatch(last)
    if numbers is not None and described.volume is None:
        described.volume = numbers["volume"]
        described.locator["page"] = plain_dashes(numbers["page"])
        return before
    if len(listed) > 3:  # noqa: PLR2004 - a work, and act, scene and verse
        verse = read_place(last, lexicon)
        act, scene = listed[-3:-1]
        if verse and verse.keys() <= _OF_PLAYS and _ROMAN.fullmatch(act) and BARE.fullmatch(scene):
            described.locator |= {"act": act, "scene": scene, **verse}
            described.locator_reason = "two numbers before a verse"
            return listed[:-3]
    return _behind_volume(listed, described, lexicon)


def _behind_volume(listed: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Read a bare number behind a volume as its page."""
    for at in range(1, len(listed)):
        part, before = listed[at], listed[at - 1]
        if not BARE.fullmatch(part) or dates_in(part, lexicon):
            continue
        if _ROMAN.fullmatch(before) and at + 1 == len(listed) and at > 1:
            described.volume, kept = before, listed[: at - 1]
            described.inferred["volume"] = "a Roman number before a page"
        elif _is_volume(before, lexicon):
            kept = listed[:at] + listed[at + 1 :]
        else:
            continue
        described.locator["page"] = plain_dashes(part)
        described.locator_reason = "a bare number behind a volume"
        return kept
    return listed


def _is_volume(part: str, lexicon: Lexicon) -> bool:
    scratch = Description()
    if not (volume(part, scratch, lexicon) or bare_volume(part, scratch, lexicon)):
        behind_name(part, scratch, lexicon, in_article=True)
    return scratch.volume is not None and not scratch.locator
