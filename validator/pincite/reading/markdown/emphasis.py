"""Which asterisks and underlines are marks of emphasis, by CommonMark's rules for runs of them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass
class Run:
    """A run of one mark; ``left`` is how many of its characters stay as text."""

    mark: str
    left: int
    opens: bool
    closes: bool
    order: int = 0


def run_at(text: str, start: int, end: int) -> Run:
    """Return the run of marks from *start* to *end*, by what stands before and behind it."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    mark = text[start]
    if mark == "*":
        return Run(mark, end - start, left, right)
    return Run(mark, end - start, left and (not right or mark_before), right and (not left or mark_after))


def pair(runs: list[Run]) -> None:
    """Take the marks that open and close emphasis off the runs; what is left is text."""
    openers: dict[str, list[Run]] = {"*": [], "_": []}
    for order, run in enumerate(runs):
        run.order = order
        own, other = openers[run.mark], openers["_" if run.mark == "*" else "*"]
        while run.closes and run.left and own:
            opener = own[-1]
            if (opener.closes or run.opens) and (opener.left + run.left) % 3 == 0 and run.left % 3:
                break
            while other and other[-1].order > opener.order:
                other.pop()
            used = 2 if opener.left > 1 and run.left > 1 else 1
            opener.left -= used
            run.left -= used
            if not opener.left:
                own.pop()
        if run.opens and run.left:
            own.append(run)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
