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
from pincite.reading.rules import limit_exceeded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pincite.editing.granting import Refusal
    from pincite.model.finding import Finding
    from pincite.model.fix import Change, Safety
    from pincite.settings.run import FileSettings

_NOT_KEPT = "the finding would stay, or another would come"
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
    """The state after some fixes, None where it is not as fixes promise; and those of them that cannot be written."""

    state: _State | None
    refused: list[tuple[Finding, str]]


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
            left += done.refused or [(one, _NOT_KEPT) for one in chosen]
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
            return _Tried(None, [])
        if new.refused:
            return _Tried(None, _refused(chosen, new.refused, state.numbers))
        after = self.state(new.after)
        return _Tried(after if new.differs and _is_kept(state, chosen, after) else None, [])


def _is_kept(before: _State, chosen: Iterable[Finding], after: _State) -> bool:
    """Return whether the findings with *chosen* fixes are gone, no other was brought by them, and nothing is judged less."""
    chosen = list(chosen)
    if after.unjudged > before.unjudged:
        return False
    most = Counter(one.code for one in before.findings)
    most.subtract(one.code for one in chosen)
    there = Counter(one.code for one in after.findings)
    if most[limit_exceeded.RULE.code]:  # of too many findings not all are told, and others come to light
        return there.total() <= most.total()
    come = [code for code in there if there[code] > most[code]]
    if any(hides_others(one.code) for one in chosen):
        # what is missing beside such a fault was missing before, and comes to light
        come = [code for code in come if not may_be_held_back(code)]
    return not come


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
