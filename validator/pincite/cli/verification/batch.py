"""``pincite verify --batch``: questions line by line, from a file or from standard input."""

from __future__ import annotations

import contextlib
import json
import sys
from concurrent.futures.process import BrokenProcessPool
from itertools import takewhile
from typing import TYPE_CHECKING

from pincite.cli.output import CallError, show, tell
from pincite.cli.verification.processes import Workers, own_shelf
from pincite.reading.opening import STDIN, open_bytes, reason
from pincite.reporters.safe_text import safe, safe_json
from pincite.verifier.questions.batch import (
    Places,
    Unasked,
    answers_to,
    in_groups,
    lines_of,
    question_in,
    told_unknown,
    unknown_members,
)
from pincite.verifier.questions.question import unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from pincite.verifier.questions.question import Question
    from pincite.verifier.shelf import Shelf

_PIECE = 32
"""Questions of one source that one of several processes answers at a time."""
_OWN_PIECE = 8
"""The same for this process, which shows its answers as it goes."""
_MOST_UNREAD = 20
"""Members that nobody reads that are told."""


def answer_batch(path: str, folders: tuple[str, ...], shelf: Shelf, *, jobs: int, cache: str | None) -> int:
    """Answer each line of a file (``-``: standard input) and return 0; raises CallError where it cannot be read."""
    unread: dict[str, int] = {}
    places = Places(path, folders)
    with _workers(jobs, cache) as workers:
        for lines in _lines(path, 4 * jobs if workers else 1):
            for number, line in lines if len(unread) < _MOST_UNREAD else ():
                for name in unknown_members(line):
                    unread.setdefault(name, number)
            questions = [question_in(line, number, places) for number, line in lines]
            for ready in _answers(questions, shelf, workers):
                show("".join(f"{safe_json(line)}\n" for line in ready))
    if unread:
        named = [told_unknown(*one) for one in sorted(unread.items())[:_MOST_UNREAD]]
        tell(f"pincite: members of the batch that nobody reads: {safe(', '.join(named))}")
    return 0


def _lines(path: str, times: int) -> Iterator[list[tuple[int, bytes]]]:
    try:
        if path == STDIN and sys.stdin is not None:  # answered as it comes
            yield from lines_of(sys.stdin.buffer, times)
            return
        with open_bytes(path) as stream:
            yield from lines_of(stream, times)
    except (OSError, ValueError) as error:
        raise CallError(f"cannot read {path}: {reason(error)}") from None


def _workers(jobs: int, cache: str | None) -> contextlib.AbstractContextManager[Workers | None]:
    return Workers(jobs, cache) if jobs > 1 else contextlib.nullcontext()


def _answers(
    questions: Sequence[Question | Unasked], shelf: Shelf, workers: Workers | None
) -> Iterator[list[str]]:
    """Yield answers in the order of the questions, as soon as those before them are there."""
    answers: list[str | None] = [None] * len(questions)
    told = 0
    for group, lines in _by_group(questions, shelf, workers):
        for index, line in zip(group, lines, strict=True):
            answers[index] = line
        ready = list(takewhile(lambda line: line is not None, answers[told:]))
        told += len(ready)
        if ready:
            yield [line for line in ready if line is not None]


def _by_group(
    questions: Sequence[Question | Unasked], shelf: Shelf, workers: Workers | None
) -> Iterator[tuple[list[int], list[str]]]:
    if workers is None:
        for group in in_groups(questions, _OWN_PIECE):
            yield group, answers_to((questions[index] for index in group), shelf)
        return
    given = [
        (group, workers.give(_answered, [questions[index] for index in group]))
        for group in in_groups(questions, _PIECE)
    ]
    for group, future in given:
        yield group, _result(future, [questions[index] for index in group])


def _result(future: Future[list[str]], questions: Sequence[Question | Unasked]) -> list[str]:
    try:
        return future.result()
    except BrokenProcessPool:
        why = "the process that was to answer it came to an end"
        return [json.dumps(unanswered(one.id, one.source, why), allow_nan=False) for one in questions]


def _answered(questions: list[Question | Unasked]) -> list[str]:
    """Answer questions in a process of its own."""
    return answers_to(questions, own_shelf())
