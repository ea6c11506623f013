"""The phrases and words that rules look for in articles: language packs, one data file a language.

A pack is YAML: the name of a group to its phrases, all in lower case, as a list or as a text with one phrase
a line (which needs no quotation marks and is read ten times faster). A new language is one more file here.
How a phrase is written is said in ``pincite.rules.phrase_patterns``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.document import Document

_FOLDER = Path(__file__).parent
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
    return frozenset(path.stem for path in _FOLDER.glob("*.yaml"))


@cache
def pack(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the groups of a language's pack."""
    # our own reader: to others "on" and "no" would be booleans
    data = cast("Mapping[str, str | list[str]]", YamlText((_FOLDER / f"{code}.yaml").read_text("utf-8")).data)
    return {
        group: tuple(held.splitlines() if isinstance(held, str) else held) for group, held in data.items()
    }
