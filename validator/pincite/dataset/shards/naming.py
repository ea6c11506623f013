"""The name of a shard's result: the digest of what it is made of, and of what it is made by."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

import pincite
from pincite.dataset.shards.lines import PartReader
from pincite.schemas import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard

FORM = "pincite-shard-1"
"""The form of results; another number for every change of it."""


def name_of(job: Job, shard: Shard, settings: str) -> str:
    """Return the name of a shard's result: equal for equal bytes, options, settings and program.

    *settings* is what is in force for its files. Files that documents name are not in it: a result says which those are.
    A part that cannot be read is one with no bytes.
    """
    about = [FORM, program(), job.policy, job.judging, job.verify, job.alone, shard, settings]
    digest = sha256(json.dumps(about).encode("utf-8", "surrogatepass"))
    for part in shard.parts:
        digest.update(b"\0part\0")
        try:
            for chunk in PartReader(job.root, part).content():
                digest.update(chunk)
        except (OSError, ValueError) as error:
            digest.update(type(error).__name__.encode())
    return digest.hexdigest()[:32]


@lru_cache(maxsize=1)
def program() -> str:
    """Return the digest of this program: of its files, and the version of the library that writes tables."""
    from pyarrow import __version__ as tables  # noqa: PLC0415 - an extra

    digest = sha256(f"{pincite.__version__} {tables}".encode())
    package = os.path.dirname(os.path.abspath(pincite.__file__))  # noqa: PTH100, PTH120 - as elsewhere
    for path in [*_files(package, (".py", ".txt", ".yaml", ".css")), *_files(FOLDER, (".json", ".jsonld"))]:
        with open(path, "rb") as stream:  # noqa: PTH123 - as elsewhere
            digest.update(stream.read())
    return digest.hexdigest()


def _files(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(where, name) for name in sorted(names) if name.endswith(endings))  # noqa: PTH118
