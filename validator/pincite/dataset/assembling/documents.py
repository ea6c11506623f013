"""Documents, where they came from, and what was found in them: put end to end in the order of the shards."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, cast

from pincite.dataset.compact_json import compact, value_of
from pincite.dataset.package.layout import DOCUMENTS, FINDINGS, INPUTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from pincite.dataset.shards.planning import Shard
    from pincite.dataset.shards.result import ShardResult
    from pincite.model.json_value import JsonObject

_CHUNK = 1 << 20


class Piece:
    """A shard with the folder of its result, and the number of lines before each of its parts in that part's file."""

    def __init__(self, shard: Shard, result: ShardResult, folder: Path, before: Sequence[int]) -> None:
        self.shard = shard
        self.result = result
        self.folder = folder
        self.before = before

    def records(self, name: str) -> Iterator[JsonObject]:
        """Yield the records of one of its files."""
        with (self.folder / name).open("rb") as stream:
            for line in stream:
                yield cast("JsonObject", value_of(line))


def pieces(shards: Sequence[Shard], results: Sequence[ShardResult], folder: Path) -> list[Piece]:
    """Return the shards in their order with their results, which lie in a folder."""
    lines: dict[str, int] = {}
    found = []
    for shard, result in zip(shards, results, strict=True):
        before = [lines.get(part.path, 0) for part in shard.parts]
        for part, number in zip(shard.parts, result.lines, strict=True):
            lines[part.path] = lines.get(part.path, 0) + number
        found.append(Piece(shard, result, folder / result.name, before))
    return found


def write_documents(of: Sequence[Piece], folder: Path, more: Iterable[JsonObject]) -> int:
    """Write the documents, their origins, and the findings, with *more* of these at the end; return how many findings there are."""
    with ExitStack() as opened:
        documents = opened.enter_context((folder / DOCUMENTS).open("wb"))
        inputs = opened.enter_context(_text(folder / INPUTS))
        findings = opened.enter_context(_text(folder / FINDINGS))
        number = 0
        for piece in of:
            with (piece.folder / "documents.jsonl").open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    documents.write(chunk)
            for one in piece.records("inputs.jsonl"):
                _write(inputs, _placed(piece, one))
            for one in piece.records("findings.jsonl"):
                number += 1
                _write(findings, _found(piece, one))
        for finding in more:
            number += 1
            _write(findings, finding)
    return number


def _placed(piece: Piece, one: JsonObject) -> JsonObject:
    part = int(str(one["part"]))
    line = piece.before[part] + int(str(one["line"]))
    return {"id": one["id"], "sha256": one["sha256"], "path": piece.shard.parts[part].path, "line": line}


def _found(piece: Piece, one: JsonObject) -> JsonObject:
    """Return a finding with the lines of its whole file, where a part of it was read."""
    finding, before = one["finding"], piece.before[int(str(one["part"]))]
    if not isinstance(finding, dict):
        raise TypeError(finding)
    if not before:
        return finding
    return {
        name: value + before if name in {"line", "end_line"} and isinstance(value, int) else value
        for name, value in finding.items()
    }


def _text(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _write(stream: TextIO, value: JsonObject) -> None:
    stream.write(f"{compact(value)}\n")
