"""What may be written at the cursor: ids of the right kind, members that are not there yet, and listed words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItem, CompletionItemKind, MarkupContent, MarkupKind, TextEdit

from pincite.editor.context.attributes import OF_KIND, kind_of
from pincite.editor.hover import title_of
from pincite.editor.members import place_at
from pincite.editor.names import kinds_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol.types import Range

    from pincite.editor.context.cursor import Cursor, Step
    from pincite.editor.members import Member, Place
    from pincite.editor.understanding import Understanding

MOST = 1000
"""Proposals of one answer."""


def completions_at(cursor: Cursor, where: Range, known: Understanding | None) -> list[CompletionItem]:
    """Return the proposals for the word at the cursor, whose range is *where*; the editor chooses those that fit it."""
    found: list[CompletionItem] = []
    for item in _proposals(cursor, known):
        item.text_edit = TextEdit(where, item.insert_text or item.label)
        item.insert_text = None
        item.sort_text = f"{len(found):04d}"
        found.append(item)
        if len(found) >= MOST:
            break
    return found


def _proposals(cursor: Cursor, known: Understanding | None) -> Iterator[CompletionItem]:
    if cursor.role == "member":
        yield from _members(cursor)
        return
    place = place_at(cursor.path)
    if place.shape == "object":
        if cursor.style == "block" and not cursor.quote:
            yield from _members(cursor)
    elif place.shape == "list":
        for item in _values(cursor, (*cursor.path, 0), known):
            item.insert_text = f"[{item.insert_text or item.label}]"
            yield item
    else:
        yield from _values(cursor, cursor.path, known)


def _members(cursor: Cursor) -> Iterator[CompletionItem]:
    """Yield the members that the object here has not yet."""
    wanted = OF_KIND[kind_of(cursor.path)] if cursor.style == "attribute" else None
    members = place_at(cursor.path).members
    if wanted is not None and kind_of(cursor.path) == "quotation":
        members = [*members, *place_at((*cursor.path, "citations", 0)).members]
    seen = set(cursor.present)
    for member in members:
        if member.name not in seen and (wanted is None or member.name in wanted):
            seen.add(member.name)
            yield CompletionItem(
                member.name,
                kind=CompletionItemKind.Field,
                detail=member.place.title + (" (required)" if member.is_required else ""),
                documentation=_explained(member.place),
                insert_text=_as_name(cursor, member),
            )


def _as_name(cursor: Cursor, member: Member) -> str:
    """Return how a member's name is written here."""
    if cursor.with_colon or cursor.quote:
        return member.name
    if cursor.style == "attribute":
        return f"{member.name}="
    name = f'"{member.name}"' if cursor.style == "json" else member.name
    return f"{name}:" if cursor.style == "block" and member.place.shape != "value" else f"{name}: "


def _values(cursor: Cursor, path: tuple[Step, ...], known: Understanding | None) -> Iterator[CompletionItem]:
    kinds = kinds_at(path)
    for thing in known.of_kinds(kinds) if known is not None and kinds else ():
        yield CompletionItem(
            thing.id,
            kind=CompletionItemKind.Reference,
            detail=": ".join(part for part in (thing.kind, title_of(thing)) if part),
            insert_text=_as_value(cursor, thing.id),
        )
    place = place_at(path)
    for word in place.values:
        yield CompletionItem(
            word,
            kind=CompletionItemKind.EnumMember,
            detail=place.title,
            insert_text=_as_value(cursor, word),
        )


def _as_value(cursor: Cursor, word: str) -> str:
    """Return how a plain word is written here: ids and listed words need quotation marks in JSON alone."""
    return f'"{word}"' if cursor.style == "json" and not cursor.quote else word


def _explained(place: Place) -> MarkupContent:
    example = f"\n\nExample: `{place.example}`" if place.example and "`" not in place.example else ""
    return MarkupContent(MarkupKind.Markdown, place.description + example)
