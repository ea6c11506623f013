"""One change of a text, and a text with its changes made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class EditingError(Exception):
    """A document cannot be written to; the text says why."""


class Edit(NamedTuple):
    """The code points from *start* to *end* (half-open) give way to *text*; where both are equal, it comes between."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with all edits made; what comes to stand at the same place does so in their own order.

    Raises EditingError where two overlap.
    """
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        if start < at:
            raise EditingError("two changes want the same place")
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def minimal(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Return edits that do the same and say no more than they change: in order, none touching another or empty.

    Raises EditingError where two overlap.
    """
    joined: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if joined and edit.start < joined[-1].end:
            raise EditingError("two changes want the same place")
        if joined and edit.start == joined[-1].end:
            joined[-1] = Edit(joined[-1].start, edit.end, joined[-1].text + edit.text)
        else:
            joined.append(edit)
    return [edit for edit in (_trimmed(text, one) for one in joined) if edit.start < edit.end or edit.text]


def _trimmed(text: str, edit: Edit) -> Edit:
    """Return an edit without what its two texts begin and end with alike."""
    old, new = text[edit.start : edit.end], edit.text
    shorter = min(len(old), len(new))
    left = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    shorter -= left
    right = next((at for at in range(shorter) if old[-1 - at] != new[-1 - at]), shorter)
    return Edit(edit.start + left, edit.end - right, new[left : len(new) - right])


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of numbers that follow one another."""
    first = last = None
    for number in sorted(numbers):
        if first is None or last is None:
            first = number
        elif number > last + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last
