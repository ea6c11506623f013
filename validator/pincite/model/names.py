"""A person's or organization's name as words in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SPOKEN = ("title", "given", "particle", "family", "suffix")
"""The parts of a name in the order in which they are said."""


def in_one_line(name: Mapping[str, object]) -> str:
    """Return a name as printed or, where it is not said how, its parts put together; empty where it has neither."""
    return str(name.get("literal") or "") or put_together(name)


def put_together(name: Mapping[str, object]) -> str:
    """Return the parts of a name in the order in which they are said; empty where it has none."""
    return " ".join(str(name[part]) for part in SPOKEN if name.get(part))
