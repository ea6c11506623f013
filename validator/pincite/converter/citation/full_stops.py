"""Citations whose parts full stops divide, as the Russian standard for them (GOST R 7.0.5) has it.

"Иванов А. Б. Фонари // Вестник. 1901. № 3. С. 5" and "Ф. 12. Оп. 3. Д. 45" say with full stops and slashes what
other conventions say with commas and "In:". Only the marks between the parts are changed here, never a part.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

_NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?,? [А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?"
_AUTHORS = re.compile(rf"(?P<who>{_NAME}(?:, {_NAME}){{0,3}}) (?=[«„\"“А-ЯЁ0-9](?![^,. ]*(?:,|$)))")
"""Surname and initials in front of a title; "Анна К. Иванова, …" is a given name with its initial."""
_BETWEEN_NAMES = re.compile(r"\., (?=[А-ЯЁ][а-яё])")
_SLASHES = re.compile(r"\.? // ")
_DASH = re.compile(r"\. [—–] ")


def with_commas(text: str, lexicon: Lexicon) -> str:
    """Return a citation (single blanks, no outer parentheses) with commas where full stops only part its pieces."""
    text = _DASH.sub(". ", text)
    authors = _AUTHORS.match(text)
    if authors is not None and lexicon.kind_of(text.partition(" ")[0]) is None:  # "Письмо А. Холм"
        who = _BETWEEN_NAMES.sub(". & ", authors["who"])
        text = f"{who}, {text[authors.end() :]}"
    text = _counted(lexicon).sub(r"\1, ", _SLASHES.sub(". In: ", text))
    return _edition(lexicon).sub(r"\1, ", text)


@lru_cache(maxsize=16)
def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a full stop between two numbers of which the second has its word: "Ф. 12. Оп. 3"."""
    words = [*lexicon.box]
    words += [word for word, label in lexicon.locators.items() if label in {"page", "folio"}]
    words += [*lexicon.words("volume"), *lexicon.words("issue"), *lexicon.words("number")]
    following = any_of([*lexicon.words("following"), *lexicon.words("work_cited")])
    return re.compile(rf"((?:[0-9]|{following}))(?:(?<=\.)|\.) (?={any_of(words)} ?[0-9])", re.IGNORECASE)


@lru_cache(maxsize=16)
def _edition(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of an edition's abbreviation before a capital: "2-е изд. М.: Гавань"."""
    words = any_of(word for word in lexicon.words("edition") if word.endswith("."))
    return re.compile(rf"((?i:[0-9][^\s,]{{0,3}} {words})) (?=[{CAPITAL}])")
