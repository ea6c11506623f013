"""Who works on shards: this process, several of this machine, or those of a cluster. An engine is one module, and one line here.

All of them call the same function, so that the same files come of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard
    from pincite.dataset.shards.result import ShardResult

    class Engine(Protocol):
        """What works on shards."""

        def results(self, job: Job, shards: Sequence[Shard]) -> Iterator[tuple[int, ShardResult]]:
            """Yield the results of shards, each with its number, as they are done.

            Never more of them are given out than soon begin. What work raises is raised here: OSError, ConfigError,
            MemoryError, and EngineError where the work itself cannot go on. Once the iterator is closed, nobody of this
            machine works on.
            """


class EngineError(Exception):
    """Work cannot go on: what it was given to cannot be reached, or has failed; the text says what would help."""


class WorkError(ValueError):
    """Work was ended by a fault of this program; the text names it, and its cause has the place."""


TRIES = 3
"""How often a shard is given out whose worker comes to an end over it."""


class Workers(NamedTuple):
    """Who is to work: the name of an engine, how many processes, and the address of a scheduler."""

    engine: str = "local"
    number: int = 1
    scheduler: str | None = None


ALONE = Workers()
"""This process."""
_MODULES = {"local": "pincite.dataset.engines.local", "dask": "pincite.dataset.engines.dask"}
ENGINES = tuple(_MODULES)
"""The names of all engines."""


def engine_for(workers: Workers) -> Engine:
    """Return the engine that somebody wants; raises EngineError for one that cannot be had."""
    return cast("Engine", import_module(_MODULES[workers.engine]).engine(workers))
