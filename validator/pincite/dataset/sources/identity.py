"""When two descriptions are of one source: the declared rule, by which alone sources are merged.

Each source has a key, made of nothing but its own description and those of its containers, so that it is known wherever a
document is read. Two descriptions are of one source where their keys are equal:

1. ``doi``: the same DOI. ``isbn``: the same ISBN of a whole book, and the same volume and edition. ``issn``: the same ISSN of
   a periodical or series.
2. ``description``: without such an identifier, the same type, authors, title, date and container, and the same of all that
   tells sources apart that agree in these: recipients, editors, translators, number, volume, issue, edition, coverage,
   textual status, and the archive's place; of untitled ones the extent in the container, of what has none of authors,
   date and container the publisher and the address. Texts count as equal in whatever letter case, accents' encoding, punctuation
   and spaces.
3. ``alone``: a source that has neither a title nor authors, recipients and a date, or a title and nothing else, is the same
   as no other.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import normalize

from pincite.model.names import put_together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.model.format import Name, Source

_DIGITS = 32
"""Hexadecimal digits of a key: 128 bits, of which no two are equal by accident."""
_MAX_CONTAINERS = 9
"""One more than the format allows; those in a circle end there."""
_IN_ISBN = frozenset({"book", "volume", "report", "pamphlet", "collection", "map", "score", "thesis"})
"""Types that an ISBN is of; in a chapter it is that of its book."""
_IN_ISSN = frozenset({"periodical", "series"})
_TELLING = (
    "number",
    "volume",
    "issue",
    "edition",
    "coverage",
    "textual_status",
)  # fmt: skip
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_WORD = re.compile(r"\w+")

Rule = Literal["doi", "isbn", "issn", "description", "alone"]


class SourceKey(NamedTuple):
    """The key of a source in a dataset, and by what rule it was made."""

    id: str
    rule: Rule


def keys_of(sources: Mapping[str, Source], document: str) -> dict[str, SourceKey]:
    """Return the keys of a document's sources, by their ids; *document* is its name."""
    found: dict[str, SourceKey] = {}
    for name in sources:
        _key(name, sources, document, found, ())
    return found


def _key(
    name: str,
    sources: Mapping[str, Source],
    document: str,
    found: dict[str, SourceKey],
    inside: tuple[str, ...],
) -> SourceKey | None:
    """Return the key of a source, *inside* which the asking ones are; None for none, and for one that is inside itself."""
    known = found.get(name)
    source = sources.get(name)
    if known is not None or source is None or name in inside or len(inside) > _MAX_CONTAINERS:
        return known
    outer = source.get("container", {}).get("source")
    container = None if outer is None else _key(outer, sources, document, found, (*inside, name))
    rule, parts = _parts(source, container)
    if rule == "alone":
        parts = [document, name]
    text = _COMPACT([rule, *parts])
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    key = found[name] = SourceKey(f"s-{digest}", rule)
    return key


def _parts(source: Source, container: SourceKey | None) -> tuple[Rule, list[object]]:
    """Return the rule for a source, and what it is to be equal in."""
    if "doi" in source:
        return "doi", [source["doi"].casefold()]
    if "isbn" in source and source["type"] in _IN_ISBN:
        isbn = isbn_13(source["isbn"])
        return "isbn", [isbn, folded(source.get("volume", "")), folded(source.get("edition", ""))]
    if "issn" in source and source["type"] in _IN_ISSN:
        return "issn", [source["issn"].upper()]
    authors, title, date = (
        people(source.get("authors")),
        folded(source.get("title", "")),
        source.get("date", ""),
    )
    recipients, editors = people(source.get("recipients")), people(source.get("editors"))
    held = "" if container is None else container.id
    archive = {name: folded(str(value)) for name, value in sorted(source.get("archive", {}).items())}
    parts: list[object] = [source["type"], authors, title, date, held, recipients, editors]
    parts += [people(source.get("translators")), archive]
    parts += [folded(str(source.get(name, ""))) for name in _TELLING]
    if container is not None:
        inner = source["container"]
        parts += [folded(inner.get("number", "")), {} if title else inner.get("locator", {})]
    if not (authors or date or held):
        parts += [folded(source.get(name, "")) for name in ("publisher", "publisher_place")]
        parts.append(source.get("url", ""))
        enough = bool(title) and any([*parts[-3:], editors, archive])
    else:
        enough = bool(title) or bool(authors and recipients and date)
    return ("description" if enough else "alone"), parts


def people(names: Sequence[Name] | None) -> list[str]:
    """Return names as they are compared: their parts in the order in which they are said, else as they are printed."""
    return [folded(put_together(one) or one.get("literal", "")) for one in names or ()]


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the words of a text in lower case, with single spaces between; marks between them do not count."""
    if text.isascii():
        return " ".join(_WORD.findall(text.lower()))
    return " ".join(_WORD.findall(normalize("NFKC", normalize("NFKC", text).casefold())))


def isbn_13(isbn: str) -> str:
    """Return an ISBN in its thirteen digits (ISO 2108, annex A), without marks between them."""
    digits = re.sub(r"[^0-9Xx]", "", isbn).upper()
    if len(digits) != 10:  # noqa: PLR2004 - the older form
        return digits
    body = f"978{digits[:9]}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return f"{body}{-total % 10}"
