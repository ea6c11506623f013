"""A YAML text as a tree of its members and items, each with the comments that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Remark: TypeAlias = str
"""A line between parts: a comment from its ``#`` on, or an empty line."""


class Scalar:
    """A key or a plain value.

    ``text`` is what it says; of a number, a truth value or null (``typed``) it is how that is written. ``header`` is the
    comment behind the indicator of a block scalar. ``place`` is where it stands: code points, half-open.
    """

    __slots__ = ("header", "place", "text", "typed")

    def __init__(
        self, text: str, place: tuple[int, int], *, typed: bool = False, header: Remark = ""
    ) -> None:
        self.text = text
        self.place = place
        self.typed = typed
        self.header = header


class Collection:
    """A mapping or a list.

    ``flow``: between brackets. ``column`` is where its keys or dashes stand, if not between brackets. ``tail`` are the
    comments behind its last part; ``bare``: a member between brackets has neither colon nor value.
    """

    __slots__ = ("bare", "column", "flow", "is_map", "parts", "place", "tail")

    def __init__(self, place: tuple[int, int], column: int, *, is_map: bool, flow: bool) -> None:
        self.place = place
        self.column = column
        self.is_map = is_map
        self.flow = flow
        self.parts: list[Part] = []
        self.tail: list[Remark] = []
        self.bare = False


class Part:
    """A member (with a key) or an item, its value, and its comments.

    ``before``: lines above it. ``head``: behind its key and colon, or its dash, where the value stands further below, with
    ``between`` on lines of their own before that. ``end``: at the end of the line where the value ends.
    """

    __slots__ = ("before", "between", "end", "head", "key", "value")

    value: Scalar | Collection

    def __init__(self, key: Scalar | None) -> None:
        self.key = key
        self.before: list[Remark] = []
        self.head: Remark = ""
        self.between: list[Remark] = []
        self.end: Remark = ""

    def remarks(self) -> Iterator[Remark]:
        """Yield its own comments and empty lines, not those of what is in its value."""
        yield from self.before
        yield self.head
        yield from self.between
        yield self.end
        if isinstance(self.value, Scalar):
            yield self.value.header


class Tree:
    """A whole text.

    ``marker`` are the lines up to the document's marker (``---``), if it has one, ``head`` the comments below that at the
    top, ``ending`` the text from the marker of the document's end on. ``comments`` are all that were met between the
    two markers, wherever they belong.
    """

    def __init__(self) -> None:
        self.marker: list[str] = []
        self.head: list[Remark] = []
        self.comments: list[str] = []
        self.root: Scalar | Collection | None = None
        self.ending = ""
