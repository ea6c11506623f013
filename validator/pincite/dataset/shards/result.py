"""The result of a shard: a folder of files, written aside and put in its place when all of them are there.

``files`` has their names, and what stands in them; ``assembling`` puts them together with those of the other shards.
``result.json`` counts, tells the sizes of all these, and which other files the result rests on.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast
from uuid import uuid4

from pincite.reading.states import state_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.json_value import JsonObject

TELLS = "result.json"
"""The file that says what the others are."""


class ShardResult(NamedTuple):
    """What the driver of a build hears of a shard: plain values alone.

    ``name`` is that of the folder. ``lines`` are how many each part has; ``documents`` those that go in, ``left_out`` those
    that do not, ``quotations`` and ``citations`` what those that go in hold. ``texts`` of articles and ``pictures`` are those
    that are not passed on; ``warnings`` and ``errors`` those found in documents that go in; ``more_than_declared`` are articles of which the policy gives more than they declare.
    """

    name: str
    lines: tuple[int, ...] = ()
    documents: int = 0
    left_out: int = 0
    quotations: int = 0
    citations: int = 0
    texts: int = 0
    pictures: int = 0
    more_than_declared: int = 0
    warnings: int = 0
    errors: int = 0

    def as_json(self) -> JsonObject:
        """Return the result as plain data, for JSON."""
        return cast("JsonObject", {**self._asdict(), "lines": list(self.lines)})

    @classmethod
    def of(cls, data: JsonObject) -> ShardResult:
        """Return the result that plain data tell; raises KeyError and TypeError for others."""
        lines = data["lines"]
        if not isinstance(lines, list):
            raise TypeError(lines)
        return cls(**{**data, "lines": tuple(lines)})  # type: ignore[arg-type]  # as as_json gave them


class Rest(NamedTuple):
    """A file that a result rests on: the document that names it, the name, and the state that it was in."""

    document: str
    relative: str
    state: str


CHANGED = "changed while it was read"
"""The state of a file that makes a result good for one build alone."""


def finished_result(results: str, root: str, name: str) -> ShardResult | None:
    """Return the result with a name; None where there is none, where it is not whole, or where a file that it rests on is another by now."""
    folder = Path(results) / name
    try:
        data = json.loads((folder / TELLS).read_bytes())
        rests = [Rest(*one) for one in data["rests"]]
        found = ShardResult.of(data["result"])
        is_whole = data["files"] == _sizes(folder)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    still = all(
        state_of(os.path.join(root, one.document), one.relative, one.state[:1]) == one.state  # noqa: PTH118 - as the reading of files
        for one in rests
    )
    return found if is_whole and still else None


def put_in_place(
    results: str, folder: str, result: ShardResult, rests: Mapping[tuple[str, str], str]
) -> None:
    """Put a folder of files in its place, as the result that it is; another worker's for the same is as good.

    What is there has all its bytes on the disk, so that not even a machine that stops leaves half a result.
    """
    told: JsonObject = {
        "result": result.as_json(),
        "rests": [[document, relative, state] for (document, relative), state in sorted(rests.items())],
        "files": cast("JsonObject", _sizes(Path(folder))),
    }
    (Path(folder) / TELLS).write_text(json.dumps(told), encoding="utf-8")
    for path in Path(folder).iterdir():
        on_disk(path)
    target = Path(results) / result.name
    for _ in range(_TRIES):
        with suppress(OSError):
            Path(folder).rename(target)
            return
        if CHANGED not in rests.values() and _told(target) == told:
            break
        # it rests on files as they were before, or has no whole result in it
        aside = new_folder(results)
        with suppress(OSError):
            target.rename(Path(aside) / "old")
        shutil.rmtree(aside, ignore_errors=True)
    else:
        Path(folder).rename(target)  # raises why not
        return
    shutil.rmtree(folder, ignore_errors=True)


_TRIES = 5
"""How often a result is put in its place, where other workers do the same just then."""


def _told(folder: Path) -> JsonObject | None:
    try:
        data = json.loads((folder / TELLS).read_bytes())
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and data.get("files") == _sizes(folder) else None


def _sizes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.name != TELLS}


def on_disk(path: Path) -> None:
    """Wait until the bytes of a file, or the names of a folder, are on the disk. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):  # some systems have no such thing for folders
            os.fsync(handle)
    finally:
        os.close(handle)


UNFINISHED = ".unfinished-"
"""How the names of folders begin that somebody is writing, or was."""


def new_folder(results: str) -> str:
    """Return a new folder for a result that is being made; whoever may read the others may read it."""
    folder = os.path.join(results, f"{UNFINISHED}{uuid4().hex}")  # noqa: PTH118 - a text is asked for
    os.mkdir(folder)  # noqa: PTH102 - as above
    return folder
