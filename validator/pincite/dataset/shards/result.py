"""The result of a shard: a folder of files, written aside and put in its place when all of them are there.

``documents.jsonl`` has the documents, ``inputs.jsonl`` where each came from, ``findings.jsonl`` what was found in them, a file
``TABLE.arrow`` the rows of a table, ``pictures.jsonl`` the files to copy. ``ids.run``, ``sources.run`` and ``near.run`` are
sorted lines, which ``assembling`` merges with those of the other shards. ``result.json`` counts, and tells which other files
the result rests on.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.reading.states import state_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.json_value import JsonObject

TELLS = "result.json"
"""The file that says what the others are."""


class ShardResult(NamedTuple):
    """What the driver of a build hears of a shard: plain values alone.

    ``name`` is that of the folder. ``lines`` are how many each part has; ``documents`` those that go in, ``left_out`` those
    that do not, ``quotations`` and ``citations`` what those that go in hold.
    """

    name: str
    lines: tuple[int, ...] = ()
    documents: int = 0
    left_out: int = 0
    quotations: int = 0
    citations: int = 0


class Rest(NamedTuple):
    """A file that a result rests on: the document that names it, the name, and the state that it was in."""

    document: str
    relative: str
    state: str


def known(results: str, root: str, name: str) -> ShardResult | None:
    """Return the result with a name, None where there is none, or a file that it rests on is another by now."""
    try:
        data = json.loads((Path(results) / name / TELLS).read_bytes())
        rests = [Rest(*one) for one in data["rests"]]
        found = ShardResult(**{**data["result"], "lines": tuple(data["result"]["lines"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    still = all(
        state_of(os.path.join(root, one.document), one.relative, one.state[:1]) == one.state  # noqa: PTH118 - as the reading of files
        for one in rests
    )
    return found if still else None


def kept(results: str, folder: str, result: ShardResult, rests: Mapping[tuple[str, str], str]) -> None:
    """Put a folder of files in its place, as the result that it is; another run's for the same name is as good."""
    told: JsonObject = {
        "result": cast("JsonObject", {**result._asdict(), "lines": list(result.lines)}),
        "rests": [[document, relative, state] for (document, relative), state in sorted(rests.items())],
    }
    with (Path(folder) / TELLS).open("w", encoding="utf-8") as stream:
        json.dump(told, stream)
        stream.flush()
        os.fsync(stream.fileno())
    target = Path(results) / result.name
    try:
        Path(folder).rename(target)
    except OSError:
        if known_name(target) == result.name and not rests:
            shutil.rmtree(folder)
            return
        # it is another run's, or rests on files as they were before
        aside = mkdtemp(prefix=UNFINISHED, dir=results)
        with suppress(FileNotFoundError):
            target.rename(Path(aside) / "old")
        Path(folder).rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def known_name(folder: Path) -> str | None:
    """Return the name of the result in a folder, None where it is none."""
    try:
        name = json.loads((folder / TELLS).read_bytes())["result"]["name"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return str(name)


UNFINISHED = ".unfinished-"
"""How the names of folders begin that somebody is writing, or was."""


def new_folder(results: str) -> str:
    """Return a new folder for a result that is being made."""
    return mkdtemp(prefix=UNFINISHED, dir=results)
