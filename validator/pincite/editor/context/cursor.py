"""A place in a document at which an editor asks something."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.json_value import pointer_to

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Step: TypeAlias = str | int
    Role: TypeAlias = Literal["member", "value"]
    Style: TypeAlias = Literal["block", "flow", "json", "attribute", "citation"]


class Cursor(NamedTuple):
    """What stands at an offset.

    In the role of a ``member`` it is a member's name, and ``path`` leads to the object that has it; as a ``value`` it stands
    at ``path`` itself. ``start`` and ``end`` are the offsets of the word that is there, without its ``quote`` marks; equal
    where there is none yet. ``present`` are the other members of the object, and such as cannot stand here; ``with_colon``
    says whether the name has its colon. ``style`` is how one writes here.
    """

    path: tuple[Step, ...]
    role: Role
    start: int
    end: int
    style: Style
    quote: str = ""
    present: frozenset[str] = frozenset()
    with_colon: bool = False

    @property
    def pointer(self) -> str:
        """Return the path as a JSON Pointer (RFC 6901)."""
        return pointer_of(self.path)


class Given(NamedTuple):
    """An id that a text gives to something: the path to it, the word, and the offsets at which it stands."""

    path: tuple[Step, ...]
    id: str
    start: int
    end: int


def pointer_of(path: tuple[Step, ...]) -> str:
    """Return a path as a JSON Pointer."""
    pointer = ""
    for step in path:
        pointer = pointer_to(pointer, str(step))
    return pointer
