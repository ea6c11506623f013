"""The article's text as rules of wording read it: in lower case, and cut into words once for all of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.rules.standing_words import standing_words

if TYPE_CHECKING:
    from pincite.model.document import Document


class RunningText(NamedTuple):
    """A text in lower case with straight apostrophes, offsets unchanged, and what stands between its white space.

    An apostrophe, a dash and an opening parenthesis separate words here, other marks stay with their word.
    """

    text: str
    words: list[str]
    distinct: frozenset[str]


@lru_cache(maxsize=1)
def running_text(document: Document) -> RunningText:
    """Return the article's text for reading; kept for the document under judgement, because several rules ask."""
    return as_running_text(document.text or "")


@lru_cache(maxsize=1)
def own_words(document: Document) -> RunningText:
    """Return the article's text for reading without the quotations and citations that plainly stand in it.

    A look at these words says whether the author's prose can have what a rule looks for; offsets in them mean
    nothing. A NUL stands for each piece left out, so that no words become neighbours that are none.
    """
    places, text = sorted(standing_words(document).places), document.text or ""
    if not places:
        return running_text(document)
    pieces, at = [], 0
    for start, end in places:
        if start > at + 2:  # less is the white space or a mark between two of them
            pieces.append(text[at:start])
        at = max(at, end)  # a quotation may stand inside another
    pieces.append(text[at:])
    return as_running_text(" \0".join(pieces))


def as_running_text(text: str) -> RunningText:
    """Return a text for reading."""
    lowered = text.lower()
    if len(lowered) != len(text):  # one of the few letters that are two in lower case
        lowered = "".join([low if len(low := letter.lower()) == 1 else letter for letter in text])
    lowered = lowered.replace("’", "'")
    words = lowered.replace("'", " ").replace("—", " ").replace("(", " ").split()
    return RunningText(lowered, words, frozenset(words))
