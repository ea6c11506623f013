"""Documents, where they came from, and what was found in them: put end to end in the order of the shards."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from pincite.dataset.json_lines import values_in, write_line
from pincite.dataset.package.layout import DOCUMENTS, FINDINGS, INPUTS
from pincite.dataset.shards import files
from pincite.dataset.shards.files import Origin, Picture, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

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

    def inputs(self) -> Iterator[Origin]:
        """Yield where its documents came from, in their order."""
        return (Origin(*one) for one in values_in(self.folder / files.INPUTS))  # type: ignore[misc]  # as Output writes it

    def pictures(self) -> Iterator[Picture]:
        """Yield the files that are to be copied."""
        return (Picture(*one) for one in values_in(self.folder / files.PICTURES))  # type: ignore[misc]  # as above

    def findings(self) -> Iterator[Told]:
        """Yield what was found in its documents."""
        return (Told(*one) for one in values_in(self.folder / files.FINDINGS))  # type: ignore[misc]  # as above

    def place(self, one: Origin) -> tuple[str, int]:
        """Return the path of the file that a document came from, and its line there."""
        return self.shard.parts[one.part].path, self.before[one.part] + one.line


def pieces_of(shards: Sequence[Shard], results: Sequence[ShardResult], folder: Path) -> list[Piece]:
    """Return the shards in their order with their results, which lie in a folder."""
    lines: dict[str, int] = {}
    found = []
    for shard, result in zip(shards, results, strict=True):
        before = [lines.get(part.path, 0) for part in shard.parts]
        for part, number in zip(shard.parts, result.lines, strict=True):
            lines[part.path] = lines.get(part.path, 0) + number
        found.append(Piece(shard, result, folder / result.name, before))
    return found


def write_documents(pieces: Sequence[Piece], folder: Path, more: Iterable[JsonObject]) -> int:
    """Write the documents, their origins, and the findings, with *more* of these at the end; return how many findings there are."""
    with ExitStack() as opened:
        documents = opened.enter_context((folder / DOCUMENTS).open("wb"))
        inputs = opened.enter_context((folder / INPUTS).open("wb"))
        findings = opened.enter_context((folder / FINDINGS).open("wb"))
        number = 0
        for piece in pieces:
            with (piece.folder / files.DOCUMENTS).open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    documents.write(chunk)
            for one in piece.inputs():
                path, line = piece.place(one)
                write_line(inputs, {"id": one.id, "sha256": one.sha256, "path": path, "line": line})
            for told in piece.findings():
                number += 1
                write_line(findings, _placed(told.finding, piece.before[told.part]))
        for finding in more:
            number += 1
            write_line(findings, finding)
    return number


def _placed(finding: JsonObject, before: int) -> JsonObject:
    """Return a finding with the lines of its whole file, which has some *before* the part that was read."""
    if not before:
        return finding
    return {
        name: value + before if name in {"line", "end_line"} and isinstance(value, int) else value
        for name, value in finding.items()
    }
