"""What an id stands for at a place in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.rules.references import ANYTHING, EVIDENCE, KINDS, STATEMENT

if TYPE_CHECKING:
    from pincite.editor.context.cursor import Step

ARCHIVE = "archive"
"""The kind of what stands under ``archives``: a code and no id, but named in the same way."""
LISTS = {kind: member for member, kind in KINDS.items()}
"""The document's list in which objects of a kind stand."""

_SOURCE = ("source",)
_REFERENCES: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("sources", "*", "container", "source"), _SOURCE),
    (("quotations", "*", "citations", "*", "source"), _SOURCE),
    (("claims", "*", "citations", "*", "source"), _SOURCE),
    (("images", "*", "depicts", "*", "source"), _SOURCE),
    (("quotations", "*", "citations", "*", "images", "*"), ("image",)),
    (("claims", "*", "citations", "*", "images", "*"), ("image",)),
    (("quotations", "*", "citations", "*", "archive_code"), (ARCHIVE,)),
    (("claims", "*", "citations", "*", "archive_code"), (ARCHIVE,)),
    (("quotations", "*", "within"), ("quotation",)),
    (("quotations", "*", "translation_of"), ("quotation",)),
    (("claims", "*", "evidence", "*"), EVIDENCE),
    (("claims", "*", "evidence", "*", "id"), EVIDENCE),
    (("relations", "*", "from"), STATEMENT),
    (("relations", "*", "to"), STATEMENT),
    (("article", "blocks", "*", "ref"), ANYTHING),
]
"""The places at which an id names something, with the kinds of what it may name."""


def kinds_at(path: tuple[Step, ...]) -> tuple[str, ...]:
    """Return the kinds of what the value at a path names by its id; none where it is no such name."""
    for places, kinds in _REFERENCES:
        if len(path) == len(places) and all(
            want in {"*", step} for want, step in zip(places, path, strict=True)
        ):
            return kinds
    return ()


def kind_named_at(path: tuple[Step, ...]) -> str | None:
    """Return the kind of the object whose own id stands at a path, None for any other value."""
    is_id = len(path) == 3 and path[2] == "id" and isinstance(path[0], str)  # noqa: PLR2004 - list, number, member
    return KINDS.get(str(path[0])) if is_id else None
