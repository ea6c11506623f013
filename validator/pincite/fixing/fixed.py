"""A file is mended by the fixes of its own findings: judged, written to, judged again, until no fix is left.

What fixes promise is held here and not only believed: each is taken back after which its finding is still there, or a
new one has come.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pincite.editing.draft import draft
from pincite.editing.edits import EditingError
from pincite.file_judging import judge_file
from pincite.fixing.apart import apart, changes_of
from pincite.fixing.document_numbers import DocumentNumbers
from pincite.judging import hides_others, may_be_held_back
from pincite.model.json_value import pointer_to
from pincite.reading.rules import limit_exceeded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pincite.editing.granting import Refusal
    from pincite.model.finding import Finding
    from pincite.model.fix import Change, Safety
    from pincite.settings.run import FileSettings

_UNREADABLE = "the file could not be read any more"
_MOST_ROUNDS = 100
"""Times a file is written anew at most; each time at least one fix is taken or given up."""


class Fixed(NamedTuple):
    """A file's bytes before and after, what is found in it after, whose fixes were taken, and whose could not be.

    The findings stand where they were found: those taken in later rounds in the text that the rounds before had made.
    With those that are left comes the reason ("a comment would be lost").
    """

    path: str
    before: bytes
    after: bytes
    found: tuple[Finding, ...] = ()
    taken: tuple[Finding, ...] = ()
    left: tuple[tuple[Finding, str], ...] = ()


class _State(NamedTuple):
    """A state of the file, what is found in it, the documents that stand in its lines, and how much was not judged."""

    content: bytes
    findings: tuple[Finding, ...]
    numbers: DocumentNumbers
    unjudged: int


class _Tried(NamedTuple):
    """The state after some fixes, or why there is none: those of them that cannot be written, or the promise they break."""

    state: _State | None
    refused: list[tuple[Finding, str]]
    broken: str = ""


def fixed(path: str, settings: FileSettings, content: bytes, safeties: Collection[Safety]) -> Fixed:
    """Return what becomes of a file by the fixes of its findings that are of certain *safeties*.

    *settings* say which findings there are: fixes of those that are ignored, or in the baseline, are not taken.
    """
    judge = _Judge(path, settings)
    state = judge.state(content)
    taken: list[Finding] = []
    left: list[tuple[Finding, str]] = []
    for _ in range(_MOST_ROUNDS):
        chosen = apart([one for one in state.findings if _is_offered(one, safeties, left)], state.numbers)
        if not chosen:
            break
        done = judge.tried(state, chosen)
        while done.state is None and not done.refused and len(chosen) > 1:
            chosen = chosen[: len(chosen) // 2]
            done = judge.tried(state, chosen)
        if done.state is not None:
            taken += chosen
            state = done.state
        else:
            left += done.refused or [(one, done.broken) for one in chosen]
    return Fixed(path, content, state.content, state.findings, tuple(taken), tuple(left))


def _is_offered(finding: Finding, safeties: Collection[Safety], left: Sequence[tuple[Finding, str]]) -> bool:
    """Return whether a finding has a fix that is wanted and was not given up; lines may have moved since."""
    fix = finding.fix
    return (
        fix is not None
        and fix.safety in safeties
        and not any(one.fix == fix and one.code == finding.code for one, _ in left)
    )


class _Judge:
    """Judges the states of one file, and tries fixes."""

    def __init__(self, path: str, settings: FileSettings) -> None:
        self._path = path
        self._settings = settings

    def state(self, content: bytes) -> _State:
        """Return what is found in a file with this content, without what its baseline knows."""
        known = self._settings.baseline
        outcome = judge_file(self._path, self._settings, content, with_words=known is not None)
        findings = outcome.findings
        if known is not None and outcome.words is not None:
            from pincite.settings.baseline import read_baseline  # noqa: PLC0415 - only where there is one

            # read anew each time, because a baseline counts what it has met
            findings = tuple(read_baseline(known).unknown(self._path, findings, outcome.words))
        numbers = DocumentNumbers(self._path, content)
        return _State(content, findings, numbers, len(outcome.skipped))

    def tried(self, state: _State, chosen: Sequence[Finding]) -> _Tried:
        """Return what comes of the fixes of some findings together."""
        changes: dict[int, list[Change]] = {}
        for finding in chosen:
            changes.setdefault(state.numbers.of(finding), []).extend(changes_of(finding))
        try:
            new = draft(self._path, state.content, changes)
        except EditingError:
            return _Tried(None, [], _UNREADABLE)
        if new.refused:
            return _Tried(None, _refused(chosen, new.refused, state.numbers))
        after = self.state(new.after)
        broken = _not_kept(state, chosen, after) if new.differs else "nothing would change"
        return _Tried(after if broken is None else None, [], broken or "")


def _not_kept(before: _State, chosen: Sequence[Finding], after: _State) -> str | None:
    """Return which promise the *chosen* fixes would break, None where all are kept.

    Their findings are gone, no other was brought by them, and nothing is judged less.
    """
    if after.unjudged > before.unjudged:
        return "less of the document could be judged"
    there = Counter(one.code for one in after.findings)
    most = Counter(one.code for one in before.findings)
    most.subtract(one.code for one in chosen)
    if most[limit_exceeded.RULE.code]:  # of too many findings not all are told, and others come to light
        return None if there.total() <= most.total() else "there would be more findings than before"
    come = [code for code in there if there[code] > most[code] + _come_to_light(code, before, chosen, after)]
    if not come:
        return None
    mended = {one.code for one in chosen}
    new = [code for code in come if code not in mended]
    return f"it would bring {', '.join(sorted(new))}" if new else "the finding would stay"


def _come_to_light(code: str, before: _State, chosen: Sequence[Finding], after: _State) -> int:
    """Return how many findings of a code may be there that were there before and were held back.

    Beside a fault of structure nothing is told as missing, and nothing inside what is misspelt or of a wrong type is judged.
    """
    hiding = [one for one in chosen if hides_others(one.code)]
    if not hiding:
        return 0
    if may_be_held_back(code):
        return len(after.findings)
    places = {(before.numbers.of(one), _renamed(change)) for one in hiding for change in changes_of(one)}
    return sum(
        one.code == code
        and any(number == after.numbers.of(one) and _within(one.pointer, place) for number, place in places)
        for one in after.findings
    )


def _renamed(change: Change) -> str:
    """Return the pointer at which the value that a change is about stands after it."""
    if change.kind != "rename" or not isinstance(change.value, str):
        return change.pointer
    return pointer_to(change.pointer.rpartition("/")[0], change.value)


def _within(pointer: str, outer: str) -> bool:
    return pointer == outer or pointer.startswith(f"{outer}/")


def _refused(
    chosen: Iterable[Finding], refusals: Iterable[Refusal], numbers: DocumentNumbers
) -> list[tuple[Finding, str]]:
    """Return the findings of whose fixes some change was refused, and why."""
    return [
        (finding, reason)
        for finding in chosen
        for reason in [
            one.reason
            for one in refusals
            if one.number == numbers.of(finding) and one.change in changes_of(finding)
        ][:1]
    ]
