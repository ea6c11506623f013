"""Quotation marks in running text: which of them open, which close, and which have no counterpart.

Languages use the same characters in opposite ways (“…” and „…“, «…» and »…«, ’ as mark and as apostrophe), so a
character alone says little. Each mark gets every role that its neighbours allow; only a mark that finds no
counterpart under any reading is called unmatched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal, TypeAlias

    Style: TypeAlias = Literal["straight", "curly", "guillemets"]

OPEN, CLOSE, NONE = 1, 2, 4
"""What a mark can be, as a bit set; NONE: an apostrophe, inches, or a mark repeated at a new paragraph."""

DOUBLE = frozenset(('"', "“", "”", "„", "‟", "``", "''", ",,"))
SINGLE = frozenset("'‘’‚‛")
POINTED = ("«»", "‹›")
_MARK = re.compile("``|''|,,(?=\\w)|[\"“”„‟'‘’‚‛«»‹›]")
DOUBLE_MARKS = frozenset(('"', "“", "”", "„", "‟", "«", "»", "‹", "›", "``", "''", ",,"))
"""Strings of which one stands in every text that has double quotation marks, pointed ones included."""
ANY_MARKS = DOUBLE_MARKS | {"'", "‘", "’", "‚", "‛"}
"""Strings of which one stands in every text that has quotation marks, or apostrophes, at all."""
_ANY = "\"“”„‟'‘’‚‛«»‹›`"
_OPENING_BRACKETS = "([{<"
_DASHES = "-‐–—―/"
_ELISION = re.compile(
    r"(?:t(?:is|was|were|will|would|wixt|il|ill)|em|cause|bout|n|neath|gainst|round|\d\ds?)\b", re.IGNORECASE
)
_AYN = "AEIOUaeiouāīūĀĪŪ"
"""Letters before which ‘ may transcribe a consonant (‘Abd)."""
_LOOK = 4
"""How many marks in a row a mark's neighbours are looked for behind."""
_DEPTHS = (1 << 16) - 1


class Mark(NamedTuple):
    """A quotation mark: its offset, its characters, and the roles that its neighbours allow."""

    at: int
    characters: str
    roles: int

    @property
    def style(self) -> Style:
        """Return the family of forms the mark belongs to; low marks count as curly."""
        if self.characters in {'"', "''", "``"}:
            return "straight"
        return "guillemets" if self.characters in "«»" else "curly"


def unmatched(text: str, *, quoted: bool = False) -> list[Mark]:
    """Return marks without counterpart: at most one of the double, the single and each pointed kind.

    ``quoted``: marks may stand around the text, so that its first may close and its last open (as in
    *No,” she said, “no*).
    """
    marks = marks_in(text)
    kinds = [iter([[mark for mark in marks if mark.characters in kind]]) for kind in (DOUBLE, SINGLE)]
    kinds += [readings_of(marks, pair) for pair in POINTED]
    found = [_first_fault(readings, quoted=quoted) for readings in kinds]
    return sorted(filter(None, found), key=lambda mark: mark.at)


def _first_fault(readings: Iterator[list[Mark]], *, quoted: bool) -> Mark | None:
    """Return the unmatched mark of the first reading, None where a reading has no unmatched mark."""
    first: Mark | None = None
    for reading in readings:
        fault = _unmatched(reading, quoted=quoted)
        if fault is None:
            return None
        first = first or fault
    return first


def mixed(text: str) -> tuple[Mark, Mark] | None:
    """Return where one level of double marks has two styles: the first mark of the rarer, and of the other."""
    marks = marks_in(text)
    sound = next((reading for reading in readings_of(marks, "«»") if _unmatched(reading) is None), None)
    double = [mark for mark in marks if mark.characters in DOUBLE]
    if sound is None or _unmatched(double) is not None:
        return None
    levels: dict[int, dict[str, list[Mark]]] = {}
    stack: list[Mark] = []
    for mark in sorted([*sound, *double], key=lambda mark: mark.at):
        role = _likeliest(mark, stack)
        if role == OPEN:
            stack.append(mark)
        if role != NONE:
            levels.setdefault(len(stack), {}).setdefault(mark.style, []).append(mark)
        if role == CLOSE and stack:
            stack.pop()
    for level in levels.values():
        if len(level) > 1:
            many, few = sorted(level.values(), key=lambda same: (-len(same), same[0].at))[:2]
            return few[0], many[0]
    return None


def is_elided(word: str) -> bool:
    """Return whether a word is one that begins with an apostrophe in print, such as *tis* and *90s*."""
    return bool(_ELISION.match(word))


def _likeliest(mark: Mark, stack: list[Mark]) -> int:
    """Return the one role that fits best after the marks still open."""
    if mark.roles in {OPEN, CLOSE}:
        return mark.roles
    if mark.roles & CLOSE and stack and stack[-1].style == mark.style:
        return CLOSE
    if mark.roles & NONE:
        return NONE
    return CLOSE if stack else OPEN


def _unmatched(marks: Sequence[Mark], *, quoted: bool = False) -> Mark | None:
    """Return a mark that has no counterpart whatever the roles of the others, or None.

    ``depths`` holds one bit for each number of marks that can be open.
    """
    if quoted:
        depths = 2  # one mark is open before the first, and after the last
        for mark in marks:
            depths = depths_after(depths, mark.roles, OPEN, CLOSE)
        if depths & 2:
            return None
    depths = 1
    for mark in marks:
        depths = depths_after(depths, mark.roles, OPEN, CLOSE)
        if not depths:
            return mark
    if depths & 1:
        return None
    depths = 1
    for mark in reversed(marks):
        depths = depths_after(depths, mark.roles, CLOSE, OPEN)
        if not depths:
            return mark
    return marks[-1]


def depths_after(depths: int, roles: int, deeper: int, shallower: int) -> int:
    """Return which numbers of marks can be open behind a mark, one bit for each, after those before it."""
    after = depths if roles & NONE else 0
    after |= depths << 1 if roles & deeper else 0
    after |= depths >> 1 if roles & shallower else 0
    return after & _DEPTHS


def readings_of(marks: Sequence[Mark], pair: str) -> Iterator[list[Mark]]:
    """Yield the ways to read pointed marks: « opens, » opens, or either does, as its neighbours allow."""
    own = [mark for mark in marks if mark.characters in pair]
    for opener in pair:
        yield [
            Mark(at, characters, roles & NONE | (OPEN if characters == opener else CLOSE))
            for at, characters, roles in own
        ]
    yield own


def marks_in(text: str) -> list[Mark]:
    """Return the quotation marks of a text, and the apostrophes that look like them."""
    return [Mark(one.start(), one[0], _roles(text, one.start(), one.end())) for one in _MARK.finditer(text)]


def _roles(text: str, start: int, end: int) -> int:
    mark = text[start:end]
    row, next_row = text[max(0, start - _LOOK) : start], text[end : end + _LOOK]
    left = start - len(row) + len(row.rstrip(_ANY))
    right = end + len(next_row) - len(next_row.lstrip(_ANY))
    before, after = text[left - 1 : left] if left else "", text[right : right + 1]
    roles = _context(before, after)
    if mark in SINGLE:
        roles = _single_roles(mark, roles, before, text[right : right + 12])
    elif mark in {"„", "``", ",,"}:
        roles = OPEN
    elif mark in "«»‹›" and not before.strip() and not after.strip():
        roles = OPEN | CLOSE
    elif (roles & CLOSE and before.isdigit()) or (mark == '"' and _undecided(before, after)):
        roles |= NONE
    return roles | NONE if roles & OPEN and _begins_later_paragraph(text, left) else roles


def _context(before: str, after: str) -> int:
    """Return whether a mark between two characters (empty: at an end of the text) opens, closes or may do either."""
    if not before and (not after or after.isspace()):
        return CLOSE
    if not after and before.isspace():
        return OPEN
    space_before = not before or before.isspace() or before in _OPENING_BRACKETS
    space_after = not after or after.isspace()
    if space_before:
        return OPEN | CLOSE if space_after else OPEN
    if before in _DASHES:
        return CLOSE if space_after else OPEN if after.isalnum() else OPEN | CLOSE
    if space_after or not (after.isalnum() or after in _OPENING_BRACKETS):
        return CLOSE
    return OPEN | CLOSE


def _single_roles(mark: str, roles: int, before: str, following: str) -> int:
    after = following[:1]
    if mark == "‚":
        return OPEN if after.isalnum() and not before.isalnum() else NONE
    if before.isalnum() and after.isalnum():
        return NONE if mark in "'’" else OPEN | CLOSE | NONE
    if roles == OPEN and mark == "‘" and not _ELISION.match(following) and after not in _AYN:
        return OPEN
    # after a full stop it may be the apostrophe of "Bros.’ quay"
    certain = before in tuple(",;:!?…") or (before == "." and after in {"", "\n"})
    if roles == CLOSE and mark in "'’" and certain:
        return CLOSE
    return roles | NONE


def _undecided(before: str, after: str) -> bool:
    """Say whether a straight mark between two characters may be seconds of arc or a ditto mark."""
    return (before.isalnum() and after.isalnum()) or (before.isspace() and after.isspace())


def _begins_later_paragraph(text: str, at: int) -> bool:
    while at and text[at - 1] in " \t\u00a0":
        at -= 1
    return at > 0 and text[at - 1] == "\n"
