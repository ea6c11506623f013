"""How a message shows a piece of wording: on one line, and not too much of it."""

from __future__ import annotations

from pincite.model.anchoring import fold

ROOM = 40
"""How many characters of a piece of wording a message shows."""


def excerpt(wording: str, room: int = ROOM) -> str:
    """Return the beginning of *wording* for a message, white space folded, with a mark where it was cut."""
    shown = fold(wording[: 4 * room])
    if len(shown) <= room and len(wording) <= 4 * room:
        return f"'{shown}'"
    return f"'{shown[: room - 1].rstrip()}…'"


def ending(wording: str, room: int = ROOM) -> str:
    """Return the end of *wording* for a message, as ``excerpt`` its beginning."""
    shown = fold(wording[-4 * room :])
    if len(shown) <= room and len(wording) <= 4 * room:
        return f"'{shown}'"
    return f"'…{shown[1 - room :].lstrip()}'"


def shared_beginning(one: str, other: str) -> int:
    """Return how many characters two wordings have in common at their beginning."""
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
