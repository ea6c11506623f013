"""What paragraphs are by how they look, where their styles do not say it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pincite.converter.readers.docx.style_names import Role

if TYPE_CHECKING:
    from pincite.converter.readers.docx.draft import Block, Shape

_CLEARLY = 360
"""Twentieths of a point (a quarter of an inch) that a paragraph stands in on the left alone to be apart."""
_SLIGHTLY = 113
"""The same (two millimetres) for one that stands in on both sides."""
_COMMON_SHARE, _COMMON_ONCE = 8, 3
"""The body's margin is the outermost one that one in so many paragraphs has; the second for one that stands once."""
_APART = {"center", "right", "end"}
"""Alignments in which an indent says nothing."""


def roles(blocks: list[Block]) -> list[Role]:
    """Return what each paragraph of an article is.

    A plain paragraph is a quotation where it stands in on both sides, or clearly on the left, against the margin
    that the body has. Lists, tables and a mere first line's indent are none.
    """
    plain = [one.shape for one in blocks if one.text and _is_plain(one.shape)]
    left = _common([_left(shape) for shape in plain])
    right = _common([shape.indent.right or 0 for shape in plain])
    return [_role(one.shape, left, right) for one in blocks]


def _role(shape: Shape, left: int, right: int) -> Role:
    if shape.role is not None:
        return shape.role
    if shape.numbered:
        return Role("list")
    if _is_plain(shape):
        by = _left(shape) - left
        both = by >= _SLIGHTLY and (shape.indent.right or 0) - right >= _SLIGHTLY
        if both or by >= _CLEARLY:
            return Role("quotation", 1)
    return Role("text")


def _is_plain(shape: Shape) -> bool:
    return shape.role is None and not shape.numbered and not shape.in_table and shape.aligned not in _APART


def _left(shape: Shape) -> int:
    """Return where a paragraph's outermost line begins."""
    return (shape.indent.left or 0) + min(shape.indent.first or 0, 0)


def _common(indents: list[int]) -> int:
    """Return the smallest indent that is common enough for a margin; two paragraphs are no chance."""
    counts = Counter(indents)
    total = len(indents)
    common = (
        one for one, many in counts.items() if many * (_COMMON_SHARE if many > 1 else _COMMON_ONCE) >= total
    )
    return min(common, default=min(indents, default=0))
