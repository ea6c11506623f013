"""The lines of a dataset's JSONL files; and concern: those that say where documents came from, and what was found in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.dataset.checking.folder import fault_of
from pincite.dataset.checking.telling import shown
from pincite.dataset.package.layout import FINDINGS, INPUTS
from pincite.dataset.rules import dataset_line_malformed, path_outside_dataset
from pincite.reading.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from pincite.dataset.checking.folder import Folder
    from pincite.dataset.checking.state import State
    from pincite.dataset.checking.telling import Teller
    from pincite.model.finding import Finding
    from pincite.model.json_value import JsonObject

_OF_INPUT: Mapping[str, type] = {"id": str, "sha256": str, "path": str, "line": int}
_OF_FINDING: Mapping[str, type] = {"path": str, "code": str, "severity": str, "message": str}


def numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield the number of each line (from 1) and its content without the line's end; None for one that is too long."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            yield number, None
            while not line.endswith(b"\n") and (line := stream.readline(MAX_BYTES)):
                pass
            continue
        yield number, line.removesuffix(b"\n")


def inputs(folder: Folder) -> Iterator[tuple[int, JsonObject | None]]:
    """Yield the lines that say where documents came from, with their numbers; None for a malformed one. Raises FileFaultError."""
    yield from _objects(folder, INPUTS, _OF_INPUT)


def _objects(
    folder: Folder, path: str, members: Mapping[str, type]
) -> Iterator[tuple[int, JsonObject | None]]:
    with folder.opened(path) as stream:
        for number, line in numbered(stream):
            yield number, _object(line, members)


def _object(line: bytes | None, members: Mapping[str, type]) -> JsonObject | None:
    try:
        data = json.loads((line or b"").decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    return data if all(type(data.get(name)) is kind for name, kind in members.items()) else None


def findings(state: State) -> Iterator[Finding]:
    """Yield what is wrong with lines that say where documents came from, and what was found. Raises FileFaultError."""
    if INPUTS in state.sound:
        for number, one in inputs(state.folder):
            if one is None:
                yield malformed(
                    state.tell, INPUTS, number, f"is not a JSON object with {', '.join(_OF_INPUT)}"
                )
            elif (fault := fault_of(str(one["path"]))) is not None:
                message = f"line {number} of {INPUTS} has the path {shown(one['path'])}: {fault}"
                yield state.tell.finding(path_outside_dataset.RULE, INPUTS, message, line=number)
    if FINDINGS in state.sound:
        for number, one in _objects(state.folder, FINDINGS, _OF_FINDING):
            if one is None:
                yield malformed(
                    state.tell, FINDINGS, number, f"is not a JSON object with {', '.join(_OF_FINDING)}"
                )


def malformed(tell: Teller, path: str, number: int, message: str, hint: str | None = None) -> Finding:
    """Return the finding for a line that is not what it should be."""
    return tell.finding(
        dataset_line_malformed.RULE, path, f"line {number} of {path} {message}", hint, line=number
    )
