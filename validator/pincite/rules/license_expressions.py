"""The licences of a document, taken apart into the identifiers that their expressions join."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from pincite.model.fix import Fix, put
from pincite.model.json_value import value_at
from pincite.rules.code_lists import code_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document
    from pincite.model.fix import Safety
    from pincite.model.json_value import Json

JOINTS = frozenset({"AND", "OR", "WITH"})
"""Words that join identifiers in an expression."""
_PART = re.compile(r"\(|\)|[^\s()]+")
_USUAL = "CC0-1.0"
_COMMON = frozenset(
    {
        _USUAL,
        "CC-BY-4.0",
        "CC-BY-SA-4.0",
        "CC-BY-NC-4.0",
        "CC-BY-3.0",
        "CC-BY-SA-3.0",
        "CC-PDDC",
        "MIT",
        "Apache-2.0",
    }
)
"""Identifiers that need no look into the list."""
_NO_IDS = JOINTS | {"(", ")"}


def parts_of(expression: str) -> list[str]:
    """Return the words and parentheses of an SPDX expression, or of what should be one."""
    return _PART.findall(expression)


@lru_cache(maxsize=1)
def license_ids(document: Document) -> list[tuple[str, str]]:
    """Return each identifier of a licence or exception that needs a look, with the pointer of the member.

    Kept for the document under judgement, because several rules ask.
    """
    return list(_license_ids(document))


def _license_ids(document: Document) -> Iterator[tuple[str, str]]:
    for at, expression in _expressions(document):
        for word in parts_of(expression):
            if word not in _NO_IDS and not word.startswith(("LicenseRef-", "DocumentRef-", "AdditionRef-")):
                yield at, word


def _expressions(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the licences that are not of the common ones, with their pointers."""
    if document.article.get("license", _USUAL) not in _COMMON:
        yield "/article/license", document.article["license"]
    for at, image in document.images:
        if image.get("license", _USUAL) not in _COMMON:
            yield f"{at}/license", image["license"]
        if "derived_from" in image:
            for index, one in enumerate(image["derived_from"]):
                if one and one.get("license", _USUAL) not in _COMMON:
                    yield f"{at}/derived_from/{index}/license", one["license"]
    annotation = document.data.get("annotation", {})
    if annotation.get("license", _USUAL) not in _COMMON:
        yield "/annotation/license", annotation["license"]


def instead(document: Document, at: str, word: str, other: str, safety: Safety) -> Fix | None:
    """Return the fix that writes one identifier for another in the expression at *at*."""
    expression = value_at(cast("Json", document.data), at)
    if not isinstance(expression, str):
        return None
    written = re.sub(rf"(?<![^\s(]){re.escape(word)}(?![^\s)])", lambda _: other, expression)
    return Fix(f"write '{written}'", safety, (put(at, written),))


@cache
def known_ids() -> Mapping[str, str]:
    """Return all current identifiers by their lower-case form: case does not matter in SPDX."""
    lists = code_lists("spdx_licenses")
    return {one.lower(): one for one in (*lists["current"], *lists["exceptions"])}


@cache
def deprecated_ids() -> Mapping[str, str | None]:
    """Return the deprecated identifiers by their lower-case form, each with its successor where it is one word for one."""
    found: dict[str, str | None] = {}
    for one in code_lists("spdx_licenses")["deprecated"]:
        bare = one.rstrip("+")
        successor = f"{bare}-or-later" if one.endswith("+") else f"{bare}-only"
        found[one.lower()] = successor if successor.lower() in known_ids() else None
    return found
