"""Blocks of a YAML text that have ended, and which comments behind them belong to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.formatting.gaps import own_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.formatting.gaps import Comment
    from pincite.formatting.yaml_tree import Collection

_OUT = re.compile(r"# *-(?: |\Z)")
"""An item taken out of its list by a ``#`` before it."""


class Closed(NamedTuple):
    """A block that ended; ``flush``: a list whose dashes stand below the first letter of its key."""

    collection: Collection
    flush: bool

    def takes(self, comment: Comment, column: int, item: int | None) -> bool:
        """Return whether a comment behind it belongs to it, where what comes next stands at *column*.

        *item* is how deep the dash stands in the comments right above, if they are an item taken out of this list.
        """
        own = self.collection.column
        if not self.flush:
            return column < own <= comment.column
        if own != comment.column or comment.led:
            return False
        return _OUT.match(comment.text) is not None or (item is not None and _depth(comment) > item)


def left_to_closed(closed: Sequence[Closed], comments: Sequence[Comment], column: int) -> Sequence[Comment]:
    """Give comments to the blocks that have ended, the innermost first, and that they belong to; return the others.

    Those belong there that stand further right than *column*, and items taken out of a list that is not indented.
    """
    level, item = 0, None
    for number, comment in enumerate(comments):
        while level < len(closed) and not closed[level].takes(comment, column, item):
            level, item = level + 1, None
        if level == len(closed):
            return comments[number:]
        closed[level].collection.tail += own_lines([comment], led=False)
        if _OUT.match(comment.text):
            item = _depth(comment)
    return ()


def _depth(comment: Comment) -> int:
    """Return by how much the words of a comment are indented behind its ``#``."""
    words = comment.text[1:]
    return len(words) - len(words.lstrip(" "))
