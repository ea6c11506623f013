"""Many questions, one JSON object a line; each line gets an answer, in the same order."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.named_file import FileFault
from pincite.reading.named_files import allowed_path
from pincite.verifier.questions.question import Question, asked, unanswered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

    from pincite.model.format import Segment
    from pincite.model.json_value import Json, JsonObject
    from pincite.verifier.shelf import Shelf

MEMBERS = ("id", "text", "source", "segments", "language", "page", "prefix", "suffix")
"""What a line may have; anything else is nobody's question."""
_TYPES = frozenset(
    {"text", "omission", "insertion", "replacement", "sic", "correction", "emphasis", "break", "suspect"}
)
_LONGEST_LINE = 16 * 1024 * 1024
"""Bytes of the longest line that is read."""
_AT_ONCE = 1 << 20
"""Bytes that are asked for at once; fewer come from a pipe, and are answered without waiting for more."""


class Unasked(NamedTuple):
    """A line that holds no question: its id where it has one, its source, and why."""

    id: Json
    source: str
    reason: str


class Places(NamedTuple):
    """Where the files of a batch lie: paths count from the batch's own folder, or from *folders*."""

    batch: str
    folders: tuple[str, ...] = ()

    def file_of(self, source: str) -> str | FileFault:
        """Return the file that a line names, or why it must not be opened."""
        roots = (os.getcwd(), *self.folders)  # noqa: PTH109 - as the reading of named files
        target = allowed_path(self.batch, source, roots)
        if isinstance(target, str) and os.path.lexists(target):
            return target
        for folder in self.folders:
            other = allowed_path(os.path.join(folder, "-"), source, roots)  # noqa: PTH118
            if isinstance(other, str) and os.path.lexists(other):
                return other
        return target


def lines_of(stream: BinaryIO) -> Iterator[list[tuple[int, bytes]]]:
    """Yield the lines of a batch with their numbers, as many as come at a time; empty ones are left out.

    Of a line that is too long no more comes than tells that it is.
    """
    read = getattr(stream, "read1", stream.read)
    rest, number, skipping, more = b"", 0, False, True
    while more:
        data = read(_AT_ONCE)
        more = bool(data)
        parts = (rest + data).split(b"\n")
        rest = parts.pop() if more else b""
        lines = []
        for part in parts:
            if not skipping:
                number += 1
                if part.strip():
                    lines.append((number, part))
            skipping = False
        if len(rest) > _LONGEST_LINE:
            if not skipping:
                number += 1
                lines.append((number, rest[: _LONGEST_LINE + 1]))
            rest, skipping = b"", True
        if lines:
            yield lines


def question_in(line: bytes, number: int, places: Places) -> Question | Unasked:
    """Return the question in a line, or why it holds none; *number* is that of the line."""
    if len(line) > _LONGEST_LINE:
        return Unasked(None, "", f"line {number} has more than {_LONGEST_LINE // 1024 // 1024} MiB")
    try:
        data = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        told = getattr(error, "msg", None) or "it cannot be read"
        return Unasked(None, "", f"line {number} is not JSON: {str(told).lower()}")
    if not isinstance(data, dict):
        return Unasked(None, "", f"line {number} is not an object with 'text' and 'source'")
    identity, source = data.get("id"), data.get("source")
    named = source if isinstance(source, str) else ""
    fault = _fault(data)
    if fault:
        return Unasked(identity, named, fault)
    file = places.file_of(named)
    if isinstance(file, FileFault):
        outside = (
            f"{named} lies outside the batch's folder, the working folder and those that --sources names"
        )
        return Unasked(identity, named, outside if file.kind == "outside" else file.message)
    page = data.get("page")
    return Question(
        str(data["text"]),
        named,
        file,
        identity,
        cast("list[Segment] | None", data.get("segments")),
        cast("str | None", data.get("language")),
        None if page is None else str(page),
        str(data.get("prefix") or ""),
        str(data.get("suffix") or ""),
    )


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number of JSON")


def _fault(data: JsonObject) -> str:
    """Return what is wrong with a line's members, empty where nothing is."""
    page = data.get("page")
    wrong = [f"'{name}' is missing" for name in ("text", "source") if name not in data]
    wrong += [
        f"'{name}' must be text"
        for name in ("text", "source")
        if not isinstance(data.get(name), str) or not data[name]
    ]
    wrong += [
        f"'{name}' must be text"
        for name in ("language", "prefix", "suffix")
        if not isinstance(data.get(name), str | None)
    ]
    if isinstance(page, bool) or not isinstance(page, str | int | None):
        wrong.append("'page' must be text or a whole number")
    wrong += _faults_of_segments(data.get("segments"))
    return wrong[0] if wrong else ""


def _faults_of_segments(segments: Json) -> Iterator[str]:
    if segments is not None and not isinstance(segments, list):
        yield "'segments' must be a list"
    for index, segment in enumerate(segments if isinstance(segments, list) else (), 1):
        if not isinstance(segment, dict) or segment.get("type") not in _TYPES:
            yield f"segment {index} has no type that is known: {', '.join(sorted(_TYPES))}"
        elif not all(isinstance(value, str) for value in segment.values()):
            yield f"segment {index} has a member that is no text"


def in_groups(questions: Sequence[Question | Unasked], most: int) -> Iterator[list[int]]:
    """Yield the places of questions that belong together: those of one source, at most *most* at a time.

    So each source is made ready once, though its questions are scattered.
    """
    groups: dict[str, list[int]] = {}
    for index, one in enumerate(questions):
        groups.setdefault(one.file if isinstance(one, Question) else "", []).append(index)
    for group in groups.values():
        for start in range(0, len(group), most):
            yield group[start : start + most]


def answers_to(questions: Iterable[Question | Unasked], shelf: Shelf) -> list[str]:
    """Return an answer to each question, as one line of JSON without its end."""
    return [json.dumps(_answer(one, shelf), ensure_ascii=False) for one in questions]


def _answer(one: Question | Unasked, shelf: Shelf) -> JsonObject:
    if isinstance(one, Unasked):
        return unanswered(one.id, one.source, one.reason)
    return asked(one, shelf).data()


def unknown_members(line: bytes) -> list[str]:
    """Return the members of a line that nobody reads."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return []
    return [name for name in data if name not in MEMBERS] if isinstance(data, dict) else []
