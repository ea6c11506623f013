"""Which fixes can be made at once: those that change different things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.json_value import pointers_around, pointers_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pincite.fixing.document_numbers import DocumentNumbers
    from pincite.model.finding import Finding, Span
    from pincite.model.fix import Change


def changes_of(finding: Finding) -> Sequence[Change]:
    """Return the changes that the fix of a finding is made of, none where it has no fix."""
    return () if finding.fix is None else finding.fix.changes


def apart(offered: Iterable[Finding], numbers: DocumentNumbers) -> list[Finding]:
    """Return the findings whose fixes change different things, the first of those that want the same."""
    chosen: list[Finding] = []
    touched = _Touched()
    for finding in offered:
        number = numbers.of(finding)
        changes = changes_of(finding)
        if not any(touched.by(number, change) for change in changes):
            chosen.append(finding)
            for change in changes:
                touched.add(number, change)
    return chosen


class _Touched:
    """The places of documents that are to be changed."""

    def __init__(self) -> None:
        self._pointers: set[tuple[int, str]] = set()
        self._around: set[tuple[int, str]] = set()
        self._spans: list[tuple[int, Span]] = []

    def add(self, number: int, change: Change) -> None:
        """Note a change of the document with this number."""
        if change.span is not None:
            self._spans.append((number, change.span))
            return
        self._pointers.add((number, change.pointer))
        self._around.update((number, outer) for outer in pointers_around(change.pointer))

    def by(self, number: int, change: Change) -> bool:
        """Return whether a change touches another: the same place, one around it or in it, or text that meets its own."""
        span = change.span
        if span is not None:
            return any(
                of == number and other.start <= span.end and span.start <= other.end
                for of, other in self._spans
            )
        if change.pointer.endswith("/-"):  # each is a new item of its own
            return any((number, outer) in self._pointers for outer in pointers_around(change.pointer))
        return (number, change.pointer) in self._around or any(
            (number, outer) in self._pointers for outer in pointers_to(change.pointer)
        )
