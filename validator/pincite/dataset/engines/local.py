"""The engine of one machine: this process, or several that are started anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.engines.team import Team
from pincite.dataset.shards.work import work_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.dataset.engines import Engine, Workers
    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard
    from pincite.dataset.shards.result import ShardResult


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
        with Team(min(self._number, len(shards)), job, shards) as team:
            for _ in range(len(shards)):
                yield team.next_result()
