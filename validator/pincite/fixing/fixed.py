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
from pincite.fixing.promises import State, broken_promise, objects_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pincite.editing.granting import Refusal
    from pincite.model.finding import Finding
    from pincite.model.fix import Change, Safety
    from pincite.settings.run import FileSettings

_UNREADABLE = "the file could not be read any more"
_MOST_ROUNDS = 100
"""Times a file is written anew; what a fix brings to light can be mended in the next one."""
_LEAST_TRIES = 20
_MOST_BYTES = 8 * 1024 * 1024
"""What is judged of one file in states that are not kept: fixes that are found to be bad one by one take many."""


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


class _Tried(NamedTuple):
    """The state after some fixes, or those of them that cannot be made together, where these are known, and why not."""

    state: State | None
    culprits: list[tuple[Finding, str]]
    reason: str = ""


class _Round(NamedTuple):
    """The fixes that were made at once, those given up with the reason, and the state then, None where none was made.

    What is given up is so for the state before: another fix may make it possible.
    """

    made: list[Finding]
    left: list[tuple[Finding, str]]
    state: State | None


def fixed(path: str, settings: FileSettings, content: bytes, safeties: Collection[Safety]) -> Fixed:
    """Return what becomes of a file by the fixes of its findings that are of certain *safeties*.

    *settings* say which findings there are: fixes of those that are ignored, or in the baseline, are not taken.
    """
    judge = _Judge(path, settings)
    state = judge.state(content)
    taken: list[Finding] = []
    left: list[tuple[Finding, str]] = []
    for _ in range(_MOST_ROUNDS):
        wanted = [one for one in state.findings if one.fix is not None and one.fix.safety in safeties]
        made, left, new = judge.round(state, wanted)
        taken += made
        if new is None:
            break
        state = new
    return Fixed(path, content, state.content, state.findings, tuple(taken), tuple(left))


class _Judge:
    """Judges the states of one file, and tries fixes."""

    def __init__(self, path: str, settings: FileSettings) -> None:
        self._path = path
        self._settings = settings
        self._tries = 0

    def state(self, content: bytes) -> State:
        """Return what is found in a file with this content, without what its baseline knows."""
        known = self._settings.baseline
        outcome = judge_file(self._path, self._settings, content, with_words=known is not None)
        findings = outcome.findings
        if known is not None and outcome.words is not None:
            from pincite.settings.baseline import read_baseline  # noqa: PLC0415 - only where there is one

            # read anew each time, because a baseline counts what it has met
            findings = tuple(read_baseline(known).unknown(self._path, findings, outcome.words))
        numbers = DocumentNumbers(self._path, content)
        return State(content, findings, numbers, len(outcome.skipped))

    def round(self, state: State, wanted: Sequence[Finding]) -> _Round:
        """Make as many fixes at once as go together."""
        left: list[tuple[Finding, str]] = []
        while chosen := apart(_without(wanted, left), state.numbers):
            done = self._tried(state, chosen)
            while done.state is None and not done.culprits and len(chosen) > 1:
                chosen = chosen[: len(chosen) // 2]
                done = self._tried(state, chosen)
            if done.state is not None:
                self._tries -= 1
                return _Round(chosen, left, done.state)
            left += done.culprits or [(one, done.reason) for one in chosen]
            if self._is_tired(state):
                left += [(one, "too many others could not be made") for one in _without(wanted, left)]
        return self._alone(state, left)

    def _alone(self, state: State, left: list[tuple[Finding, str]]) -> _Round:
        """Try those by themselves that were given up together with others of the same object: one of them is to blame."""
        number = Counter(place for one, _ in left for place in objects_of(state, one))
        for one, reason in left:
            if any(number[place] > 1 for place in objects_of(state, one)) and not self._is_tired(state):
                done = self._tried(state, [one])
                if done.state is not None:
                    return _Round([one], [other for other in left if other != (one, reason)], done.state)
        return _Round([], left, None)

    def _is_tired(self, state: State) -> bool:
        return self._tries > max(_LEAST_TRIES, _MOST_BYTES // (len(state.content) + 1))

    def _tried(self, state: State, chosen: Sequence[Finding]) -> _Tried:
        """Return what comes of the fixes of some findings together."""
        self._tries += 1
        changes: dict[int, list[Change]] = {}
        for finding in chosen:
            changes.setdefault(state.numbers.of(finding), []).extend(changes_of(finding))
        try:
            new = draft(self._path, state.content, changes)
        except EditingError:
            return _Tried(None, [], _UNREADABLE)
        if new.refused:
            return _Tried(None, _refused(chosen, new.refused, state.numbers))
        if not new.differs:
            return _Tried(None, [], "nothing would change")
        after = self.state(new.after)
        broken = broken_promise(state, chosen, after)
        return _Tried(after, []) if broken is None else _Tried(None, broken.culprits, broken.reason)


def _without(wanted: Sequence[Finding], left: Sequence[tuple[Finding, str]]) -> list[Finding]:
    """Return the findings that are not among those given up."""
    given_up = {id(one) for one, _ in left}
    return [one for one in wanted if id(one) not in given_up]


def _refused(
    chosen: Iterable[Finding], refusals: Sequence[Refusal], numbers: DocumentNumbers
) -> list[tuple[Finding, str]]:
    """Return the findings of whose fixes some change was refused, and why."""
    found: list[tuple[Finding, str]] = []
    for finding in chosen:
        number, changes = numbers.of(finding), changes_of(finding)
        reasons = (one.reason for one in refusals if one.number == number and one.change in changes)
        reason = next(reasons, None)
        if reason is not None:
            found.append((finding, reason))
    return found
