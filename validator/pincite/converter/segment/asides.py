"""Parentheses that hold dates or pages and cite nothing: a life, a page of the article itself, results of a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.description import Description
from pincite.converter.citation.labels import read_label
from pincite.converter.citation.pieces import CAPITAL, parts
from pincite.converter.citation.places import read_place

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

_RESULT = re.compile(rf"[{CAPITAL}][^\W\d_]+(?: [{CAPITAL}][^\W\d_]+)? [0-9]{{1,3}}")
_FEWEST_RESULTS = 2


def is_aside(inner: str, lexicon: Lexicon) -> bool:
    """Return whether *inner*, what stands in a parenthesis or on a line, only looks like a citation."""
    if inner[0].islower() and lexicon.starts("lives", inner):  # "born in Bern, 3 May 1871"
        return True
    return _refers_to_itself(inner, lexicon) or _gives_results(inner, lexicon)


def _refers_to_itself(inner: str, lexicon: Lexicon) -> bool:
    """Return whether a place in the article itself is meant: "see p. 14 below"; a note there cites something."""
    if not lexicon.may_have("cross_references", inner):
        return False
    see = lexicon.starts("see", inner)
    text = inner[see.end() :].strip(" :,") if see else inner
    words = lexicon.pattern(lexicon.words("cross_references"))
    at = next((found.start() for found in words.finditer(text) if found.end() == len(text.rstrip(" ."))), 0)
    place = read_place(text[:at].rstrip(" ,"), lexicon) if at > 0 else None
    return place is not None and "note" not in place


def _gives_results(inner: str, lexicon: Lexicon) -> bool:
    """Return whether all but a date are names with their numbers: "Skerrow 3, Harbour 4, May 3, 1871"."""
    dates = dates_in(inner, lexicon)
    if len(dates) != 1:
        return False
    listed = [part for _, part in parts(inner, [(dates[0].start, dates[0].end)])]
    others = [part for part in listed if part.strip(" .") != dates[0].text.strip(" .")]
    return len(others) >= _FEWEST_RESULTS and all(
        _RESULT.fullmatch(part) and not _is_labelled(part, lexicon) for part in others
    )


def _is_labelled(part: str, lexicon: Lexicon) -> bool:
    return lexicon.kind_of(part) is not None or read_label(part, Description(), lexicon)
