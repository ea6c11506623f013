"""Several sources in one parenthesis: "(Day Book, 1871, p. 12; Tide Book, 1873, p. 9)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.citation.author_year import author_year
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.description import Description
from pincite.converter.citation.labels import is_locator, read_label
from pincite.converter.citation.pieces import QUOTED, parts, protected

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon


def first_of_several(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the first source of a citation and what follows behind a semicolon, which is "" for a single one.

    Sources are several where each side of a semicolon has a name and a year or a page of its own.
    """
    if ";" not in text:
        return text, ""
    inside = protected(text)
    cuts = [at for at, sign in enumerate(text) if sign == ";" and not inside[at]]
    for cut in cuts:
        first, rest = text[:cut].strip(), text[cut + 1 :].strip()
        if _is_source(first, lexicon) and all(
            _is_source(one.strip(), lexicon) for one in _pieces(rest) if one.strip()
        ):
            return first, rest
    return text, ""


def _pieces(text: str) -> list[str]:
    inside = protected(text)
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == ";" and not inside[at])]
    return [text[start:end].rstrip(";") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _is_source(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* names a source by itself: something that is no label, and a year or a page."""
    if author_year(text, lexicon) is not None:
        return True
    see = lexicon.starts("see", text)
    text = text[see.end() :].lstrip(" :,") if see else text
    if not (text[:1].isupper() or QUOTED.match(text)) or lexicon.starts("received", text):
        return False
    dates = dates_in(text, lexicon)
    listed = [part for _, part in parts(text, [(date.start, date.end) for date in dates])]
    bare = {date.text.strip() for date in dates}
    placed = any(is_locator(part.strip(" ."), lexicon) for part in listed)
    named = [
        part
        for part in listed
        if part.strip("()[] .") not in bare and not read_label(part.strip(" ."), Description(), lexicon)
    ]
    return bool(named) and (placed or bool(dates))
