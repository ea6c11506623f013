"""The engine of one machine: this process, or several that are started anew."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TYPE_CHECKING

from pincite.dataset.engines import EngineError
from pincite.dataset.shards.work import work_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.dataset.engines import Engine, Workers
    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard
    from pincite.dataset.shards.result import ShardResult

TRIES = 3
"""How often work begins again where a process was killed; the results that were there are taken as they are."""


def engine(workers: Workers) -> Engine:
    """Return the engine for one process, or for several."""
    return _Alone() if workers.number == 1 else _Together(workers.number)


class _Alone:
    def results(self, job: Job, shards: Sequence[Shard]) -> Iterator[tuple[int, ShardResult]]:
        for number, shard in enumerate(shards):
            yield number, work_on(job, shard)


class _Together:
    def __init__(self, number: int) -> None:
        self._number = number

    def results(self, job: Job, shards: Sequence[Shard]) -> Iterator[tuple[int, ShardResult]]:
        left = dict(enumerate(shards))
        for _ in range(TRIES):
            try:
                for number, result in self._some(job, left):
                    del left[number]
                    yield number, result
            except BrokenProcessPool:
                continue
            return
        raise EngineError(
            f"processes were killed {TRIES} times, perhaps for want of memory; try fewer --workers, or smaller files"
        )

    def _some(self, job: Job, left: dict[int, Shard]) -> Iterator[tuple[int, ShardResult]]:
        # started anew, not copied: the libraries of tables have threads, which a copy would lack
        with ProcessPoolExecutor(self._number, mp_context=get_context("spawn")) as pool:
            futures = {pool.submit(work_on, job, shard): number for number, shard in left.items()}
            try:
                for future in as_completed(futures):
                    yield futures[future], future.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
