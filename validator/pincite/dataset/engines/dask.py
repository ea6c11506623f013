"""The engine of a Dask cluster that is there already: its workers see the same folders as this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.engines import EngineError
from pincite.dataset.shards.work import work_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.dataset.engines import Engine, Workers
    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard
    from pincite.dataset.shards.result import ShardResult

TIMEOUT = "30s"
"""How long a scheduler may take to answer."""


def engine(workers: Workers) -> Engine:
    """Return the engine for the cluster behind a scheduler; raises EngineError where there is none, or no client for it."""
    if workers.scheduler is None:
        raise EngineError("the engine dask needs the address of a scheduler: --scheduler tcp://HOST:8786")
    try:
        import distributed  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise EngineError("the engine dask needs distributed; pip install 'pincite[dask]'") from None
    return _Cluster(workers.scheduler)


class _Cluster:
    def __init__(self, scheduler: str) -> None:
        self._scheduler = scheduler

    def results(self, job: Job, shards: Sequence[Shard]) -> Iterator[tuple[int, ShardResult]]:
        from distributed import Client, as_completed  # noqa: PLC0415 - as above

        with Client(self._scheduler, timeout=TIMEOUT, set_as_default=False) as client:  # type: ignore[no-untyped-call]  # without types
            futures = {
                client.submit(work_on, job, shard, pure=False): number for number, shard in enumerate(shards)
            }
            for future in as_completed(futures):  # type: ignore[no-untyped-call]  # as above
                yield futures[future], future.result()
