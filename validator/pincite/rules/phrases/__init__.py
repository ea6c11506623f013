"""The phrases and words that rules look for in articles: language packs, one data file a language.

A pack is the name of a group, ``GROUP: |``, and below it one phrase a line, indented by two spaces, all in lower
case. That is YAML, and a test reads it as YAML; here it is read line by line, because a JSON document is checked
without a YAML parser. A new language is one more file here. How a phrase is written is said in
``pincite.rules.phrase_patterns``.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.document import Document

# os.path and not pathlib: most starts come here, and pathlib would add to them
_FOLDER = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
_SUFFIX = ".yaml"
_FALLBACK = "en"
"""The pack for an article that does not say its language, or is in one without a pack."""


def phrases(document: Document, group: str) -> tuple[str, ...]:
    """Return the phrases of a group in the language of the article; empty where its language has none."""
    return phrases_in(language_of(document), group)


def phrases_in(language: str, group: str) -> tuple[str, ...]:
    """Return the phrases of a group in a language that has a pack; empty where the pack has no such group."""
    return pack(language).get(group, ())


def language_of(document: Document) -> str:
    """Return the code of the pack for an article: the primary subtag of its language (BCP 47)."""
    return declared_language(document) or _FALLBACK


def declared_language(document: Document) -> str | None:
    """Return the code of the pack for the language an article says it is in; None without one."""
    tag = document.article.get("language", "").partition("-")[0].lower()
    return tag if tag in languages() else None


@cache
def languages() -> frozenset[str]:
    """Return the codes of the languages that have a pack."""
    return frozenset(
        file.removesuffix(_SUFFIX)
        for file in os.listdir(_FOLDER)  # noqa: PTH208
        if file.endswith(_SUFFIX)
    )


@cache
def pack(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the groups of a language's pack."""
    with open(os.path.join(_FOLDER, code + _SUFFIX), encoding="utf-8") as stream:  # noqa: PTH118, PTH123
        return read_pack(stream.read())


def read_pack(text: str) -> dict[str, tuple[str, ...]]:
    """Return the groups of a pack; raises ValueError for a line that is no group, phrase or comment."""
    groups: dict[str, list[str]] = {}
    phrases: list[str] | None = None
    for line in text.splitlines():
        if line.startswith("  ") and phrases is not None:
            phrases.append(line[2:])
        elif line.endswith(": |") and line[:-3] not in groups:
            phrases = groups[line[:-3]] = []
        elif not line.startswith("#"):
            raise ValueError(f"neither a group nor a phrase: {line!r}")
    return {group: tuple(phrases) for group, phrases in groups.items()}
