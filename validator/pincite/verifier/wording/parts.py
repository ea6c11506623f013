"""A quotation as parts and marks: what must stand in the source, and what its quoter says was changed between."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.folding.letters import folded, letters_in
from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.folding.spelling import end_of_letter

if TYPE_CHECKING:
    from typing import Literal

_LONGEST_OMISSION = 5000
"""Letters that an omission may pass over: some three printed pages. What stands farther apart was joined, not cut."""
_DENSE = 3
"""Letters of an alphabet that make up for one of CJK."""


class Mark(NamedTuple):
    """A sign of the quoter's hand: an ellipsis, a bracket, [sic].

    ``kind`` is ``bracket`` where nobody has declared whether its words were added or stand for others. ``text`` are the words
    inside, ``original`` those of the source where they are declared, ``at`` the whole mark's place in the quotation. ``glued``:
    it touches letters of a word before, behind.
    """

    kind: Literal["omission", "insertion", "replacement", "correction", "bracket", "sic"]
    at: Span
    text: str = ""
    original: str | None = None
    glued: tuple[bool, bool] = (False, False)
    declared: bool = False

    @property
    def letters(self) -> str:
        """Return the folded letters of the words inside."""
        return letters_in(self.text)

    @property
    def room(self) -> int:
        """Return how many letters of the source may stand where the mark stands."""
        if self.kind == "omission":
            return _LONGEST_OMISSION
        if self.kind in {"sic", "insertion"}:
            return 0
        if self.original is not None:
            return len(letters_in(self.original))
        own = len(self.letters)
        return max(own, 24) if any(self.glued) else max(own, min(90, 40 + 2 * own))


class Part(NamedTuple):
    """Words that the quotation takes from the source as they stand there.

    ``letters`` are folded, ``core`` is the piece of ``text`` from the first of them to the last with its accents.
    """

    text: str
    at: Span
    letters: str
    core: Span

    @property
    def head(self) -> str:
        """Return what stands before the first letter."""
        return self.text[: self.core.start]

    @property
    def tail(self) -> str:
        """Return what stands behind the last letter."""
        return self.text[self.core.end :]

    @property
    def words(self) -> str:
        """Return the text from its first letter to its last."""
        return self.text[self.core.start : self.core.end]

    @property
    def is_short(self) -> bool:
        """Say whether so few words would stand in any text: less than two, and those no long ones."""
        weight = sum(_DENSE if is_dense(one) else 1 for one in self.letters)
        return weight < 8 or (weight < 12 and len(self.text.split()) < 2)  # noqa: PLR2004 - "the sea", "hitherto"


class Wording(NamedTuple):
    """The parts of a quotation, and the marks before the first, between each two, and after the last."""

    parts: tuple[Part, ...]
    joints: tuple[tuple[Mark, ...], ...]

    def room(self, joint: int) -> int:
        """Return how many letters of the source may stand at a joint."""
        room = sum(mark.room for mark in self.joints[joint])
        part = self.parts[min(joint, len(self.parts) - 1)].letters
        return room // _DENSE if part and is_dense(part[0]) else room

    @property
    def letters(self) -> str:
        """Return the letters of all parts."""
        return "".join(part.letters for part in self.parts)


class Assembly:
    """Puts a wording together from texts and marks in their order."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._joints: list[list[Mark]] = [[]]
        self._open: list[tuple[str, Span]] = []

    def text(self, text: str, at: Span) -> None:
        """Add words of the source."""
        if text:
            self._open.append((text, at))

    def mark(self, mark: Mark) -> None:
        """Add a mark."""
        self._close()
        self._joints[-1].append(mark)

    def wording(self) -> Wording:
        """Return the whole."""
        self._close()
        return Wording(tuple(self._parts), tuple(tuple(joint) for joint in self._joints))

    def _close(self) -> None:
        """Make one part of the texts since the last mark; texts without a letter belong to the marks around them."""
        if not self._open:
            return
        text = "".join(one for one, _ in self._open)
        at = Span(self._open[0][1].start, self._open[-1][1].end)
        self._open.clear()
        letters = letters_in(text)
        if letters:
            first = next(at for at, one in enumerate(text) if folded(one))
            last = next(at for at in range(len(text) - 1, -1, -1) if folded(text[at]))
            self._parts.append(Part(text, at, letters, Span(first, end_of_letter(text, last))))
            self._joints.append([])
