"""A house's own order of a citation's parts: "{authors}: {title} [{date}] {page}", read literally."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import split_names
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.description import Description
from pincite.converter.citation.pieces import unquoted

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

PEOPLE = ("authors", "recipients", "editors", "translators")
TEXTS = (
    "title", "place", "number", "volume", "issue", "edition", "genre", "publisher", "publisher_place", "platform",
    "coverage", "note",
)  # fmt: skip
"""Members whose text stands as printed."""
PLACES = (
    "page", "folio", "column", "line", "verse", "act", "scene", "section", "paragraph", "sheet", "bar", "timestamp",
    "figure", "table",
)  # fmt: skip
"""Labels of a locator; "volume" and "issue" are members of the source here."""
_FIELD = re.compile(r"\{(?P<owner>container\.)?(?P<member>[a-z_]+)\}")
_PLACE = re.compile(r"[0-9ivxlcdmIVXLCDM][\w]*(?:\s?[-–—,.:]\s?[0-9ivxlcdmIVXLCDM]\w*)*")
_LONGEST_FIELD = 300
"""Code points of the longest part of a citation."""


class TemplateError(ValueError):
    """A template names a member that no source has, or two members with nothing between."""


def fields_of(template: str) -> list[str]:
    """Return the members a template names; raises TemplateError for one that there is not, and for none."""
    found = [match["member"] for match in _FIELD.finditer(template)]
    known = {"type", "date", *PEOPLE, *TEXTS, *PLACES}
    unknown = [name for name in found if name not in known]
    if unknown or re.search(r"\}\{", template) or not found:
        wrong = (
            f"{{{unknown[0]}}}"
            if unknown
            else "no member"
            if not found
            else "two members with nothing between"
        )
        raise TemplateError(f"the template {template!r} has {wrong}; members are {', '.join(sorted(known))}")
    return found


def read_template(
    text: str, template: str, lexicon: Lexicon
) -> tuple[list[Description], dict[str, str]] | None:
    """Return the item (and its container) and the place that *text* names, None where the template does not fit.

    Literal parts must stand as they are, white space apart; a date must be one, and a place a number.
    """
    tokens = _tokens(template)
    described = {"": Description(), "container.": Description()}
    locator: dict[str, str] = {}
    at = 0
    for index, (owner, member, literal) in enumerate(tokens):
        if member is None:
            if not text.startswith(literal, at):
                return None
            at += len(literal)
            continue
        behind = tokens[index + 1][2] if index + 1 < len(tokens) else None
        end = _end(text, at, behind, member, lexicon)
        if end is None:
            return None
        _take(text[at:end].strip(), member, described[owner], locator, lexicon)
        at = end
    if at != len(text):
        return None
    chain = [described[""]] + [described["container."]] * any(owner for owner, _, _ in tokens)
    return chain, locator


@lru_cache(maxsize=64)
def _tokens(template: str) -> list[tuple[str, str | None, str]]:
    """Return the template as (owner, member, "") and ("", None, literal text), in turn."""
    tokens: list[tuple[str, str | None, str]] = []
    at = 0
    for found in _FIELD.finditer(template):
        if found.start() > at:
            tokens.append(("", None, template[at : found.start()]))
        tokens.append((found["owner"] or "", found["member"], ""))
        at = found.end()
    return [*tokens, ("", None, template[at:])] if at < len(template) else tokens


def _end(text: str, start: int, behind: str | None, member: str, lexicon: Lexicon) -> int | None:
    """Return where a member that begins at *start* ends: before the literal *behind*, with a value that can be its."""
    if behind is None:
        return len(text) if _fits(text[start:].strip(), member, lexicon) else None
    end = text.find(behind, start + 1, start + _LONGEST_FIELD)
    while end >= 0 and not _fits(text[start:end].strip(), member, lexicon):
        end = text.find(behind, end + 1, start + _LONGEST_FIELD)
    return end if end >= 0 else None


def _fits(value: str, member: str, lexicon: Lexicon) -> bool:
    if member == "date":
        return any(date.text == value for date in dates_in(value, lexicon))
    if member in PEOPLE or member in TEXTS or member == "type":
        return bool(value)
    return _PLACE.fullmatch(value) is not None


def _take(value: str, member: str, described: Description, locator: dict[str, str], lexicon: Lexicon) -> None:
    if member == "date":
        date = dates_in(value, lexicon)[0]
        described.date = date.edtf
        if date.edtf is None or date.reason:
            described.date_text = value
        if date.edtf is not None and date.reason:
            described.inferred["date"] = date.reason
    elif member in PEOPLE:
        getattr(described, member).extend(split_names(value, lexicon))
    elif member in TEXTS or member == "type":
        setattr(described, member, unquoted(value)[0] if member == "title" else value)
    else:
        locator[member] = value.replace("–", "-").replace("—", "-")
