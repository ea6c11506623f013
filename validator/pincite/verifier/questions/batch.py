"""Many questions, one JSON object a line; each line gets an answer, in the same order."""

from __future__ import annotations

import json
import math
import os
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.named_file import FileFault
from pincite.reading.named_files import allowed_path
from pincite.verifier.questions.question import Question, asked, unanswered
from pincite.verifier.questions.segments import fault_of_segments, meant, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

    from pincite.model.format import Segment
    from pincite.model.json_value import Json, JsonObject
    from pincite.verifier.shelf import Shelf

MEMBERS = ("id", "text", "source", "segments", "language", "page", "prefix", "suffix")
"""What a line may have; anything else is nobody's question."""
_LONGEST_LINE = 16 * 1024 * 1024
"""Bytes of the longest line that is read."""
AT_ONCE = 64 * 1024
"""Bytes that are asked for at once; fewer come from a pipe, and are answered without waiting for more."""
MOST_LINES = 64
"""Lines that are answered together: an answer waits for no more of them."""
_SHOWN = 40
"""Code points that are shown of a number that is none."""


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


def lines_of(stream: BinaryIO, times: int = 1) -> Iterator[list[tuple[int, bytes]]]:
    """Yield the lines of a batch with their numbers, as many as come at a time; empty ones are left out.

    Never more than ``MOST_LINES``, or so many *times* as many. Of a line that is too long no more comes than tells that it is.
    """
    most = MOST_LINES * times
    for lines in _as_they_come(stream, AT_ONCE * times):
        for start in range(0, len(lines), most):
            yield lines[start : start + most]


def _as_they_come(stream: BinaryIO, at_once: int) -> Iterator[list[tuple[int, bytes]]]:
    read = getattr(stream, "read1", stream.read)
    rest, number, skipping, more = b"", 0, False, True
    while more:
        data = read(at_once)
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
        data = json.loads(line, parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        told = getattr(error, "msg", None) or "it cannot be read"
        told = str(error) if isinstance(error, _NoNumberError) else str(told).lower()
        return Unasked(None, "", f"line {number} is not JSON: {told}")
    if not isinstance(data, dict):
        return Unasked(None, "", f"line {number} is not an object with 'text' and 'source'")
    source = data.get("source")
    named = source if isinstance(source, str) else ""
    identity = data.get("id") if _is_id(data.get("id")) else None
    fault = next(_faults(data), "")
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


class _NoNumberError(ValueError):
    """A number that JSON has not, or that no answer could give back."""


def _no_number(word: str) -> None:
    raise _NoNumberError(f"{word} is no number of JSON")


def _finite(word: str) -> float:
    number = float(word)
    if math.isinf(number):
        raise _NoNumberError(f"the number {word[:_SHOWN]} is too large")
    return number


def _is_id(value: Json) -> bool:
    """Say whether a value is an id: what is deeper than that no other process could be handed."""
    return isinstance(value, str | int | float | None) and not isinstance(value, bool)


def _faults(data: JsonObject) -> Iterator[str]:
    """Yield what is wrong with a line's members."""
    if not _is_id(data.get("id")):
        yield f"'id' must be text, a number or null, not {shown_value(data.get('id'))}"
    for name, empty in (("text", "there are no words to look for"), ("source", "it names no file")):
        if name not in data:
            yield f"'{name}' is missing"
        elif not isinstance(data[name], str):
            yield f"'{name}' must be text"
        elif not data[name]:
            yield f"'{name}' is empty: {empty}"
    for name in ("language", "prefix", "suffix"):
        if not isinstance(data.get(name), str | None):
            yield f"'{name}' must be text"
    page = data.get("page")
    if isinstance(page, bool) or not isinstance(page, str | int | None):
        yield "'page' must be text or a whole number"
    fault = fault_of_segments(data.get("segments"))
    if fault:
        yield fault


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
    return [json.dumps(_answer(one, shelf), ensure_ascii=False, allow_nan=False) for one in questions]


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


def told_unknown(name: str, number: int) -> str:
    """Return in words that nobody reads a member that a line has, with the one that may be meant."""
    return f"{name} (line {number}{meant(name, MEMBERS)})"
