"""An entry: the outcome of one file, and the states of the other files it rests on, as one line of JSON and back.

The path is not in it, because the key has it in.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.model.finding import Finding, Place, Span
from pincite.model.fix import Change, Fix
from pincite.model.outcome import Outcome
from pincite.model.report import Skipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.fix import Kind, Safety
    from pincite.model.json_value import Json

LARGEST = 1024 * 1024
"""Characters of the longest entry that is kept."""


def written(outcome: Outcome, states: Mapping[str, str]) -> str | None:
    """Return the entry for an outcome, None where it cannot be read back as it is."""
    paths = {finding.path for finding in outcome.findings} | {one.path for one in outcome.skipped}
    if len(paths) > 1:
        return None
    parts = [
        dict(states),
        outcome.quotations,
        outcome.citations,
        [[one.code, one.reason] for one in outcome.skipped],
        outcome.ignored,
        outcome.words,
        outcome.judged,
        [list(finding[1:]) for finding in outcome.findings],
    ]
    text = json.dumps(parts, separators=(",", ":"))
    # halves of a character that stand apart in a text would come back as one
    if "\\ud" in text and json.dumps(
        json.loads(text), separators=(",", ":"), ensure_ascii=False
    ) != json.dumps(parts, separators=(",", ":"), ensure_ascii=False):
        return None
    return text


def read(text: str, path: str) -> tuple[Outcome, Mapping[str, str]] | None:
    """Return the outcome and the states in an entry for the file at *path*, None for what is no entry."""
    try:
        states, quotations, citations, skipped, ignored, words, judged, findings = json.loads(text)
        outcome = Outcome(
            tuple([_finding(path, *parts) for parts in findings]),
            quotations,
            citations,
            tuple([Skipped(code, path, reason) for code, reason in skipped]),
            ignored,
            words=None if words is None else tuple(words),
            judged=judged,
        )
    except (ValueError, TypeError, RecursionError):
        return None
    return outcome, states


def _finding(  # noqa: PLR0917 - the members of a finding in their order
    path: str,
    code: str,
    name: str,
    severity: str,
    message: str,
    hint: str | None,
    pointer: str,
    place: list[Json] | None,
    span: list[Json] | None,
    fix: list[Json] | None,
) -> Finding:
    return Finding(
        path,
        code,
        name,
        severity,  # type: ignore[arg-type] # what was written from a finding
        message,
        hint,
        pointer,
        None if place is None else Place(*place),  # type: ignore[arg-type] # as above
        None if span is None else Span(*span),  # type: ignore[arg-type] # as above
        None if fix is None else _fix(*fix),  # type: ignore[arg-type] # as above
    )


def _fix(
    title: str, safety: Safety, changes: list[tuple[str, Json, Kind, list[int] | None]], _: object = ()
) -> Fix:
    """Return a fix; its edits are worked out for those who ask, and never kept."""
    return Fix(
        title,
        safety,
        tuple(
            [
                Change(pointer, value, kind, None if span is None else Span(*span))
                for pointer, value, kind, span in changes
            ]
        ),
    )


def still_so(path: str, states: Mapping[str, str]) -> bool:
    """Return whether the other files are as they were when the file at *path* was judged."""
    if not states:
        return True
    from pincite.reading.states import state_of  # noqa: PLC0415 - few documents name files

    try:
        return all(state_of(path, relative, state[:1]) == state for relative, state in states.items())
    except (OSError, ValueError):
        return False
