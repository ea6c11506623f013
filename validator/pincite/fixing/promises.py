"""What fixes promise: their findings are gone, no other was brought by them, and nothing is judged less."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pincite.fixing.apart import changes_of
from pincite.judging import hides_others, may_be_held_back
from pincite.model.json_value import pointer_to, pointers_to
from pincite.reading.rules import limit_exceeded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.fixing.document_numbers import DocumentNumbers
    from pincite.model.finding import Finding
    from pincite.model.fix import Change

    Place = tuple[int, str]

_LISTS = frozenset({"sources", "quotations", "claims", "relations", "images", "catalogues"})


class State(NamedTuple):
    """A state of a file, what is found in it, the documents that stand in its lines, and how much was not judged."""

    content: bytes
    findings: tuple[Finding, ...]
    numbers: DocumentNumbers
    unjudged: int


class Broken(NamedTuple):
    """Why fixes cannot be made together, and those of them that it lies with, as far as that is seen from their places."""

    reason: str
    culprits: list[tuple[Finding, str]]


def broken_promise(before: State, chosen: Sequence[Finding], after: State) -> Broken | None:
    """Return which promise the *chosen* fixes would break, None where all are kept."""
    if after.unjudged > before.unjudged:
        return Broken("less of the document could be judged", [])
    most = Counter(one.code for one in before.findings)
    if most[limit_exceeded.RULE.code]:  # of too many findings not all are told, and others come to light
        return _still_there(before, chosen, after)
    most.subtract(one.code for one in chosen)
    there = Counter(one.code for one in after.findings)
    light = _Light(before, chosen, after)
    come = [code for code in there if there[code] > most[code] + light.of(code)]
    if not come:
        return None
    fixed = {one.code for one in chosen}
    new = sorted(code for code in come if code not in fixed)
    reason = f"it would bring {', '.join(new)}" if new else "the finding would stay"
    known = {_place(before, one) for one in before.findings}
    places = {
        _object(*place[1:])
        for one in after.findings
        if one.code in come
        for place in [_place(after, one)]
        if place not in known or one.code in fixed
    }
    return Broken(reason, [(one, reason) for one in chosen if not places.isdisjoint(objects_of(before, one))])


def _still_there(before: State, chosen: Sequence[Finding], after: State) -> Broken | None:
    """Return that some findings are where they were, by their places alone."""
    places = {_place(after, one) for one in after.findings}
    reason = "the finding would stay"
    stay = [(one, reason) for one in chosen if _place(before, one) in places]
    return Broken(reason, stay) if stay else None


class _Light:
    """How many findings that were held back come to light by fixes of faults of structure.

    Beside such a fault nothing is told as missing, and nothing inside what is misspelt or of a wrong type is judged.
    """

    def __init__(self, before: State, chosen: Sequence[Finding], after: State) -> None:
        self._after = after
        self._places = {
            (before.numbers.of(one), _renamed(change))
            for one in chosen
            if hides_others(one.code)
            for change in changes_of(one)
        }

    def of(self, code: str) -> int:
        """Return how many findings of a code may have come to light."""
        if not self._places:
            return 0
        if may_be_held_back(code):
            return len(self._after.findings)
        return sum(
            any((self._after.numbers.of(one), outer) in self._places for outer in pointers_to(one.pointer))
            for one in self._after.findings
            if one.code == code
        )


def _renamed(change: Change) -> str:
    """Return the pointer at which the value that a change is about stands after it."""
    if change.kind != "rename" or not isinstance(change.value, str):
        return change.pointer
    return pointer_to(change.pointer.rpartition("/")[0], change.value)


def _place(state: State, finding: Finding) -> tuple[str, int, str]:
    return finding.code, state.numbers.of(finding), finding.pointer


def objects_of(state: State, finding: Finding) -> set[Place]:
    """Return the objects of the document that the fix of a finding changes."""
    number = state.numbers.of(finding)
    return {_object(number, change.pointer) for change in changes_of(finding) if change.span is None}


def _object(number: int, pointer: str) -> Place:
    """Return an item of one of the document's lists, or one of its members, that a pointer leads to or into."""
    steps = pointer.split("/")
    return number, "/".join(steps[: 3 if steps[1:2] and steps[1] in _LISTS else 2])
