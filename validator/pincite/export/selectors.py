"""An anchor as the selectors of the Web Annotation Data Model (sections 4.2.4 and 4.2.5), and a region as a fragment (4.2.1)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.anchoring import fold, offsets

if TYPE_CHECKING:
    from pincite.model.format import Anchor, Region
    from pincite.model.json_value import JsonObject

MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
"""The syntax of ``xywh=``, by the name that the Web Annotation Data Model gives it."""
_SPACE_AT_MOST = 2
"""How many times longer than the words a place may be that has them with other white space."""


class Selected(NamedTuple):
    """The selectors of an anchor, and its members that none of them can hold.

    A position needs both its ends, and what stands before and after words needs the words.
    """

    selectors: list[JsonObject]
    unheld: tuple[str, ...]

    @property
    def exact(self) -> str | None:
        """Return the words of the selector that has some."""
        return next((str(one["exact"]) for one in self.selectors if "exact" in one), None)


def selected(anchor: Anchor, words: str | None = None, text: str | None = None) -> Selected:
    """Return an anchor's selectors; *words* are those it is put on, *text* the article's, where they are known.

    A client looks for ``exact`` letter by letter: where the article has the words with other white space, they are given
    as the article has them.
    """
    found: list[JsonObject] = []
    unheld: list[str] = []
    place = offsets(anchor)
    if place is not None:
        found.append({"type": "TextPositionSelector", "start": place[0], "end": place[1]})
    else:
        unheld += [name for name in ("start", "end") if name in anchor]
    exact = anchor.get("exact") or (None if words is None else _as_printed(words, place, text))
    if exact is not None:
        around = {name: value for name, value in anchor.items() if name in {"prefix", "suffix"}}
        found.append(cast("JsonObject", {"type": "TextQuoteSelector", "exact": exact, **around}))
    else:
        unheld += [name for name in ("prefix", "suffix") if name in anchor]
    return Selected(found, tuple(unheld))


def fragment(region: Region) -> JsonObject:
    """Return a rectangle of a picture as a media fragment; its page is not in it.

    The grammar of media fragments has whole numbers alone. Decimals are written as clients write and read them: rounded,
    a line of text could lie outside.
    """
    numbers = ",".join(_number(region.get(side, 0)) for side in ("x", "y", "w", "h"))  # type: ignore[arg-type]
    return {
        "type": "FragmentSelector",
        "conformsTo": MEDIA_FRAGMENTS,
        "value": f"xywh={region.get('unit', 'pixel')}:{numbers}",
    }


def _as_printed(words: str, place: tuple[int, int] | None, text: str | None) -> str:
    if text is None or place is None or place[1] - place[0] > _SPACE_AT_MOST * len(words):
        return words
    there = text[place[0] : place[1]]
    return there if fold(there) == fold(words) else words


def _number(value: float) -> str:
    """Return a number without exponent, which media fragments do not know."""
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")
