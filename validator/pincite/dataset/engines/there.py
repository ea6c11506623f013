"""What a worker of a cluster does with a shard: first it sees whether it has the same program and the same folders."""

from __future__ import annotations

import os
import pickle
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.engines.replies import answer_to, refusal

if TYPE_CHECKING:
    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard

SEEN = ".seen-"
"""How the name of the file begins by which workers know the folder of results."""
_LOOKS = 4
"""How often a worker looks for it: where disks are shared, a new file may show late."""
_BETWEEN = 0.5
"""Seconds between two looks."""


class Seen(NamedTuple):
    """What is seen where shards are given out: the digest of the program, the name of a file among the results, and sizes."""

    program: str
    token: str
    sizes: tuple[int, ...]


def sizes_of(root: str, shard: Shard) -> tuple[int, ...]:
    """Return the bytes of each file that a shard is of, -1 for one that is not there."""
    return tuple(_size(os.path.join(root, part.path)) for part in shard.parts)  # noqa: PTH118 - as the reading of files


def work_there(given: bytes) -> str:
    """Work on a shard, and return the answer, which is a refusal where a dataset would become another one here.

    What is given is a job, a shard and a ``Seen``, pickled.
    """
    job: Job
    shard: Shard
    seen: Seen
    # whoever may give a worker of Dask something to do may have it do anything
    job, shard, seen = pickle.loads(given)  # noqa: S301
    try:
        why = _difference(job, shard, seen)
    except ImportError as error:
        why = f"there is no {error.name}; pip install 'pincite[dask]'"
    if why is not None:
        return refusal(f"the worker at {_address()} cannot take part: {why}")
    return answer_to(job, shard)


def _difference(job: Job, shard: Shard, seen: Seen) -> str | None:
    from pincite import __version__  # noqa: PLC0415 - together with what may be missing
    from pincite.dataset.shards.fingerprint import program  # noqa: PLC0415 - imports an extra

    if program() != seen.program:
        return (
            f"its pincite ({__version__}), its Python, or a library of theirs is not as here; install the same versions on all "
            "machines"
        )
    token = Path(job.results) / seen.token
    for look in range(_LOOKS):
        if token.exists():
            break
        time.sleep(_BETWEEN if look + 1 < _LOOKS else 0)
    else:
        return (
            f"it does not see the folder {Path(job.results).parent}; all machines need it under the same name"
        )
    sizes = sizes_of(job.root, shard)
    for part, size, size_here in zip(shard.parts, seen.sizes, sizes, strict=True):
        if size != size_here:
            path = os.path.join(job.root, part.path)  # noqa: PTH118 - as above
            return f"{path} has {_bytes(size_here)} for it, and {_bytes(size)} here; was it changed, or is it another folder?"
    return None


def _address() -> str:
    from distributed import get_worker  # noqa: PLC0415 - an extra

    try:
        return str(get_worker().address)
    except ValueError:  # no worker
        return "?"


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - as above
    except (OSError, ValueError):
        return -1


def _bytes(size: int) -> str:
    return "no bytes at all" if size < 0 else f"{size} bytes"
