r"""What values a source may have, so that what is made of a bibliography keeps to the schema.

The patterns are the schema's own, which this layer does not know; a test holds them against it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pincite.model.json_value import Json

PATTERNS = {
    "edtf_date": r"^(?=\[[^/\[\]{}]+\]$|\{[^/\[\]{}]+\}$|(?:\.\.)?/[0-9XYES~?%-]+$|[0-9XYES~?%-]+(?:/(?:\.\.|[0-9XYES~?%-]*))?$)"
    r"(?:(?:^[\[{]?(?:\.\.)?/?|[/,]|\.\.)[~?%]?(?:Y-?(?:[0-9]{5,12}|[0-9]{1,6}E[0-9]{1,3})|-?[0-9X]{4})(?:S[0-9]{1,9})?[~?%]?"
    r"(?:-[~?%]?(?:(?:2[1-9]|3[0-9]|4[01])[~?%]?|(?:0[1-9]|1[0-2]|[01]X|X[0-9X])[~?%]?"
    r"(?:-[~?%]?(?:0[1-9]|[12][0-9]|3[01]|[0-3]X|X[0-9X])[~?%]?)?))?(?![0-9XYES~?%-]))+(?:/?\.\.|/)?[\]}]?(?!\n)$",
    "calendar_date": r"^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?(?!\n)$",
    "language_tag": r"^(?:[A-Za-z]{2,3}|x(?=-))(?:-[A-Za-z0-9]{1,8})*(?!\n)$",
    "identifier": r"^(?!.*-(?:-|$))[a-z][a-z0-9-]{0,63}(?!\n)$",
    "iri": r'^[A-Za-z][A-Za-z0-9+.-]+:[^\x00-\x20<>"{}|\\^`\x7f]+(?!\n)$',
    "url": r'^(?:https?|ftp)://(?![/?#])[^\x00-\x20<>"{}|\\^`\x7f]+(?!\n)$',
    "doi": r"^10\.[0-9][0-9.]{3,}/[^\x00-\x20\x7f]+(?!\n)$",
    "isbn": r"^(?:97[89]-?)?[0-9](?:-?[0-9]){8}-?[0-9X](?!\n)$",
    "issn": r"^[0-9]{4}-[0-9]{3}[0-9X](?!\n)$",
    "sha256": r"^[0-9a-f]{64}(?!\n)$",
    "media_type": r"^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}(?!\n)$",
    "relative_path": r"^(?!/|[A-Za-z][A-Za-z0-9+.-]*:)[^\\\x00-\x1f\x7f]+(?!\n)$",
}
"""The schema's definitions to their patterns."""

KINDS = {
    "date": "edtf_date",
    "received": "edtf_date",
    "coverage": "edtf_date",
    "accessed": "calendar_date",
    "language": "language_tag",
    "iri": "iri",
    "source": "identifier",
    "url": "url",
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "sha256": "sha256",
    "media_type": "media_type",
    "path": "relative_path",
}
"""Members to the definitions that their values keep to."""

RELATIONS = frozenset(
    {
        "enclosure",
        "attachment",
        "printed_in",
        "chapter_of",
        "volume_of",
        "part_of",
        "file_of",
        "reproduced_in",
        "quoted_in",
    }
)
STATUSES = frozenset({"original", "transcript", "translation", "paraphrase", "excerpt"})
LABELS = frozenset(
    [
        "act",
        "appendix",
        "article_locator",
        "bar",
        "book",
        "canon",
        "chapter",
        "column",
        "elocation",
        "equation",
        "figure",
        "folio",
        "issue",
        "line",
        "note",
        "opus",
        "page",
        "paragraph",
        "part",
        "rule",
        "scene",
        "section",
        "sheet",
        "sub_verbo",
        "supplement",
        "table",
        "timestamp",
        "title_locator",
        "verse",
        "version",
        "volume",
    ]
)
"""Labels of a locator."""

_COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
_TEXTS = frozenset(
    [
        "title",
        "date",
        "date_text",
        "received",
        "coverage",
        "place",
        "number",
        "volume",
        "issue",
        "edition",
        "genre",
        "medium",
        "publisher",
        "publisher_place",
        "platform",
        "doi",
        "isbn",
        "issn",
        "url",
        "accessed",
        "language",
        "note",
    ]
)
"""Members of a source that are texts."""
_LISTS_OF_NAMES = frozenset({"authors", "recipients", "editors", "translators"})
_ARCHIVE = frozenset(
    ["name", "place", "collection", "collection_id", "series", "box", "folder", "item", "url"]
)
_NAME = frozenset(["literal", "family", "given", "particle", "suffix", "title", "kind", "id"])


def is_shaped(member: str, value: Json) -> bool:
    """Return whether a text is one that the schema takes for a member, by the member's pattern where it has one."""
    if not isinstance(value, str) or not value:
        return False
    kind = KINDS.get(member)
    return kind is None or _COMPILED[kind].search(value) is not None


def fits(member: str, value: Json) -> bool:
    """Return whether the schema takes a value for a member of a source; types are the caller's."""
    if member in _TEXTS:
        return is_shaped(member, value)
    if member in _LISTS_OF_NAMES:
        return isinstance(value, list) and all(map(_is_name, value))
    check = _CHECKS.get(member)
    return check is not None and check(value)


def _is_name(value: Json) -> bool:
    return (
        _is_object(value, _NAME)
        and isinstance(value, dict)
        and bool(value)
        and value.get("kind", "person") in {"person", "organization"}
        and ("id" not in value or is_shaped("iri", value["id"]))
    )


def _is_object(value: Json, members: frozenset[str]) -> bool:
    """Return whether a value is an object of texts under certain names."""
    return isinstance(value, dict) and all(
        name in members and (is_shaped(name, one) if name in KINDS else isinstance(one, str) and bool(one))
        for name, one in value.items()
    )


def _is_container(value: Json) -> bool:
    if not isinstance(value, dict):
        return False
    texts: dict[str, Json] = {name: one for name, one in value.items() if name not in {"locator", "inferred"}}
    return (
        "source" in value
        and _is_object(texts, frozenset({"source", "relation", "number"}))
        and texts.get("relation", "part_of") in RELATIONS
        and value.get("locator") != {}
        and _is_object(value.get("locator", {"page": "1"}), LABELS)
        and _is_inferred(value.get("inferred", {}))
    )


def _is_inferred(value: Json) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) and one for one in value.values())


_CHECKS: Mapping[str, Callable[[Json], bool]] = {
    "title_supplied": lambda value: isinstance(value, bool),
    "textual_status": lambda value: isinstance(value, str) and value in STATUSES,
    "archive": lambda value: _is_object(value, _ARCHIVE),
    "copies": lambda value: (
        isinstance(value, list)
        and all(_is_object(one, frozenset({"path", "url", "media_type", "sha256"})) for one in value)
    ),
    "inferred": _is_inferred,
    "container": _is_container,
}
