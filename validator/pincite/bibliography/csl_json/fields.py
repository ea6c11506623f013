"""The fields of CSL-JSON that say a source's members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.bibliography.csl_json.dates import date_of
from pincite.bibliography.csl_json.names import names_of
from pincite.bibliography.csl_json.words import ARCHIVE, GENRES, NAMES, NARROWER, PLAIN, TYPES
from pincite.bibliography.kept import COLLECTION, INSIDE, in_words

if TYPE_CHECKING:
    from pincite.model.format import Source
    from pincite.model.json_value import JsonObject

_NARROWER = {ours: theirs for theirs, ours in NARROWER.items()}


def fields_of(members: Source, *, printed: bool) -> JsonObject:
    """Return the fields for the members of a source; *printed* tells whether it is printed in a work."""
    genre = members.get("genre", "")
    found: JsonObject = {"type": _type(members, printed=printed)}
    for name, value in members.items():
        if name in PLAIN and isinstance(value, str) and value:
            found[PLAIN[name]] = value
        elif name in NAMES and isinstance(value, list) and (names := names_of(value)):
            found[NAMES[name]] = names
    if (members["type"], genre) in _NARROWER:
        del found["genre"]
    elif members["type"] in GENRES:
        found.setdefault("genre", GENRES[members["type"]])
    if "date" in members:
        found["issued"] = date_of(members["date"], members.get("date_text", ""))
    elif "date_text" in members:
        found["issued"] = {"literal": members["date_text"]}
    if "accessed" in members:
        found["accessed"] = date_of(members["accessed"])
    if members["type"] == "case" and (court := _body(members)):
        found["authority"] = court
    _set_archive(members, found)
    return found


def _type(members: Source, *, printed: bool) -> str:
    ours = members["type"]
    narrower = _NARROWER.get((ours, members.get("genre", "")))
    if narrower:
        return narrower
    if ours == "document" and printed:
        return "chapter"
    if ours == "memorandum" and not _body(members):  # a report is issued by a body
        return "document"
    return TYPES.get(ours, "document")


def _body(members: Source) -> str:
    """Return the name of the organization that a source is by, where it is by one alone."""
    authors = members.get("authors", [])
    if len(authors) == 1 and authors[0].get("kind") == "organization":
        return authors[0].get("literal", "")
    return ""


def _set_archive(source: Source, found: JsonObject) -> None:
    """Set where a source is kept."""
    archive = source.get("archive")
    if not archive:
        return
    parts = (("name",), ("place",), COLLECTION, INSIDE)
    said = {field: in_words(archive, members) for field, members in zip(ARCHIVE, parts, strict=True)}
    found.update({field: text for field, text in said.items() if text})
    if "url" in archive:
        found.setdefault("URL", archive["url"])
