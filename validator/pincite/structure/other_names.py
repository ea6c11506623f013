"""Words that people write for a member of the format which is spelt quite differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

OTHER_NAMES = {
    "year": ("date",),
    "published": ("date",),
    "written": ("date",),
    "writer": ("authors",),
    "writers": ("authors",),
    "creator": ("authors",),
    "by": ("authors", "literal"),
    "addressee": ("recipients",),
    "sender": ("authors",),
    "pages": ("locator",),
    "pp": ("locator",),
    "link": ("url",),
    "uri": ("url",),
    "href": ("url",),
    "website": ("url",),
    "licence": ("license",),
    "copyright": ("rights",),
    "name": ("title", "literal"),
    "heading": ("title",),
    "kind": ("type",),
    "quote": ("text",),
    "content": ("text",),
    "file": ("path",),
    "filename": ("path",),
    "key": ("id",),
    "ref": ("source",),
    "work": ("source",),
    "in": ("container",),
    "repository": ("archive",),
    "comment": ("note",),
    "surname": ("family",),
    "last_name": ("family",),
    "first_name": ("given",),
    "references": ("sources", "citations"),
    "bibliography": ("sources",),
    "pictures": ("images",),
    "figures": ("images",),
}
"""Such a word in lower case, and the members it may mean, the likeliest first."""


def other_names(word: str, candidates: Collection[str]) -> list[str]:
    """Return those of *candidates* that another name for them may mean, the likeliest first."""
    return [name for name in OTHER_NAMES.get(word.lower(), ()) if name in candidates]
