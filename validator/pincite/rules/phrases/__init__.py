"""The phrases that rules look for in articles: language packs, one data file a language.

A pack is YAML: the name of a group to its phrases, all in lower case. A new language is one more file here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.document import Document

_FOLDER = Path(__file__).parent
_FALLBACK = "en"
"""The pack for an article that does not say its language, or is in one without a pack."""


def phrases(document: Document, group: str) -> tuple[str, ...]:
    """Return the phrases of a group in the language of the article; empty where its language has none."""
    return tuple(_pack(language_of(document)).get(group, ()))


def language_of(document: Document) -> str:
    """Return the code of the pack for an article: the primary subtag of its language (BCP 47)."""
    tag = document.article.get("language", _FALLBACK).partition("-")[0].lower()
    return tag if tag in languages() else _FALLBACK


@cache
def languages() -> frozenset[str]:
    """Return the codes of the languages that have a pack."""
    return frozenset(path.stem for path in _FOLDER.glob("*.yaml"))


@cache
def _pack(code: str) -> Mapping[str, list[str]]:
    from pincite.reading.yaml_syntax import YamlText  # noqa: PLC0415 - a JSON document needs no YAML but here

    # our own reader: to others "on" and "no" would be booleans
    return cast("Mapping[str, list[str]]", YamlText((_FOLDER / f"{code}.yaml").read_text("utf-8")).data)
