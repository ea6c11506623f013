"""The name of a shard's result: the digest of what it is made of, and of what it is made by."""

from __future__ import annotations

import json
import os
import platform
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import pincite
from pincite.dataset.shards.lines import PartReader
from pincite.schemas import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard

LIBRARIES = (
    "charset-normalizer",
    "jsonschema",
    "lxml",
    "markdown-it-py",
    "mdit-py-plugins",
    "numpy",
    "orjson",
    "Pillow",
    "pyarrow",
    "pypdfium2",
    "PyYAML",
    "rapidfuzz",
    "selectolax",
)
"""Libraries by which documents are read and judged, and tables written; some of them may be wanting, which counts, too."""
FORM = "pincite-shard-2"
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
    """Return the digest of this program: of its files, and the versions of Python and of all libraries that results rest on."""
    versions = [
        pincite.__version__,
        *platform.python_version_tuple()[:2],
        *(_version(one) for one in LIBRARIES),
    ]
    digest = sha256(" ".join(versions).encode())
    package = os.path.dirname(os.path.abspath(pincite.__file__))  # noqa: PTH100, PTH120 - as elsewhere
    for path in [*_files(package, (".py", ".txt", ".yaml", ".css")), *_files(FOLDER, (".json", ".jsonld"))]:
        with open(path, "rb") as stream:  # noqa: PTH123 - as elsewhere
            digest.update(stream.read())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "-"


def _files(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(where, name) for name in sorted(names) if name.endswith(endings))  # noqa: PTH118
