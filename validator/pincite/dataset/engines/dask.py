"""The engine of a Dask cluster that is there already: its workers see the same folders as this process, under the same names.

Paths and counts alone go over the wire. Where the connection is to be encrypted, Dask's own configuration says so
(``distributed.comm.tls``), and the scheduler's address begins with ``tls://``. This process listens to nobody.
"""

from __future__ import annotations

import logging
import pickle
import time
import warnings
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from pincite.dataset.engines import TRIES, EngineError
from pincite.dataset.engines.replies import result_in
from pincite.dataset.engines.there import SEEN, Seen, sizes_of
from pincite.dataset.shards.fingerprint import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from distributed import Client, Future

    from pincite.dataset.engines import Engine, Workers
    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard
    from pincite.dataset.shards.result import ShardResult

TIMEOUT = 10
"""Seconds that a scheduler may take to answer."""
PATIENCE = 60
"""Seconds that a cluster may be without workers: one that grows with its work has none at first."""
_LOOK = 5
"""Seconds between two looks at the cluster while nothing is done."""
_AHEAD = 2
"""Shards for each thread of the cluster that are given out at a time, so that none waits for the next one."""
_FEWEST = 8
"""Shards that are given out at a time, at least."""


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
        with _quiet(), _connected(self._scheduler) as client, _token(job) as token:
            yield from _Work(client, self._scheduler, job, token).results(shards)


class _Given(NamedTuple):
    """A shard that is given out, its number, and how often it was."""

    number: int
    shard: Shard
    tries: int


class _Work:
    """The shards of a build on their way to a cluster and back."""

    def __init__(self, client: Client, scheduler: str, job: Job, token: str) -> None:
        self._client = client
        self._scheduler = scheduler
        self._job = job
        self._token = token
        self._given: dict[Future[str], _Given] = {}
        self._done: SimpleQueue[Future[str]] = SimpleQueue()
        self._work = _by_value()
        self._most = _FEWEST
        self._looked = 0.0

    def results(self, shards: Sequence[Shard]) -> Iterator[tuple[int, ShardResult]]:
        left = iter(enumerate(shards))
        while True:
            self._look()
            while len(self._given) < self._most and (one := next(left, None)) is not None:
                self._give(_Given(*one, tries=1))
            if not self._given:
                return
            future = self._next_done()
            given = self._given.pop(future)
            try:
                result = result_in(self._answer(future, given.shard))
            except OSError:
                # that machine's disk may be full, another's not; and what is shared may have been away for a moment
                if given.tries == TRIES:
                    raise
                self._give(given._replace(tries=given.tries + 1))
            else:
                yield given.number, result

    def _give(self, given: _Given) -> None:
        seen = Seen(program(), self._token, sizes_of(self._job.root, given.shard))
        try:
            future = self._client.submit(
                self._work,
                pickle.dumps((self._job, given.shard, seen)),
                pure=False,
                key=f"pincite-{uuid4().hex}",
            )
        except Exception as error:  # noqa: BLE001 - whatever its library raises where the scheduler is gone
            raise self._gone(_first_line(error)) from None
        self._given[future] = given
        future.add_done_callback(self._done.put)  # type: ignore[no-untyped-call]  # without types

    def _next_done(self) -> Future[str]:
        """Wait until a shard is done; raises EngineError where nobody is there who could do one."""
        alone_since: float | None = None
        while True:
            try:
                return self._done.get(timeout=_LOOK)
            except Empty:
                pass
            if self._threads():
                alone_since = None
                continue
            alone_since = alone_since or time.monotonic()
            if time.monotonic() - alone_since >= PATIENCE:
                raise EngineError(
                    f"the cluster of {self._scheduler} has no workers; start some: dask worker {self._scheduler}"
                )

    def _answer(self, future: Future[str], shard: Shard) -> str:
        if future.status == "finished":
            try:
                return str(future.result())
            except Exception as error:  # noqa: BLE001 - as above: the scheduler may be gone before it has handed the result over
                raise self._gone(_first_line(error)) from None
        if future.status != "error":
            raise self._gone("it let go of the work")
        failed = future.exception()  # type: ignore[no-untyped-call]  # as above
        if type(failed).__name__ == "KilledWorker":
            raise EngineError(
                f"{shard.parts[0].path}: the workers that were at it came to an end, one after the other, perhaps for want of "
                "memory; give them more, or build of smaller files"
            )
        raise EngineError(f"the cluster cannot do the work: {type(failed).__name__}: {failed}")

    def _look(self) -> None:
        """See now and then how many work, which decides how much is given out."""
        if time.monotonic() - self._looked >= _LOOK:
            self._most = max(_FEWEST, _AHEAD * self._threads())
            self._looked = time.monotonic()

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())  # type: ignore[no-untyped-call]  # as above
        except Exception as error:  # noqa: BLE001 - as above
            raise self._gone(_first_line(error)) from None

    def _gone(self, why: str) -> EngineError:
        return EngineError(
            f"the scheduler at {self._scheduler} is gone ({why.strip() or 'no answer'}); what was done is kept: run the command again"
        )


def _by_value() -> Callable[[bytes], str]:
    """Return what a worker is to do, as a function that goes over the wire itself, and plain bytes with it.

    The name of one would do, too; but a worker that lacks this program breaks down over a name, and is not ours alone.
    """

    def work(given: bytes) -> str:
        try:
            from pincite.dataset.engines.there import work_there  # noqa: PLC0415 - there, not here
        except ImportError as error:
            import json  # noqa: PLC0415 - as above

            why = f"a worker of the cluster has no {error.name}; all of them need pip install 'pincite[dask]'"
            return json.dumps({"refused": why})
        return work_there(given)

    return work


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    from distributed import Client  # noqa: PLC0415 - as above

    class Ours(Client):
        def __del__(self) -> None:
            """Wait for nobody: one that was not connected would do so for 20 seconds, and complain."""

    try:
        client = Ours(scheduler, timeout=TIMEOUT, set_as_default=False)  # type: ignore[no-untyped-call]  # without types
    except Exception as error:  # noqa: BLE001 - OSError, ValueError, and what its parts raise for wrong addresses and keys
        raise EngineError(f"no scheduler answers at {scheduler}: {_first_line(error)}") from None
    try:
        yield client
    finally:
        with suppress(Exception):  # one that is gone says nothing
            client.close(timeout=1)  # type: ignore[no-untyped-call]  # as above


@contextmanager
def _token(job: Job) -> Iterator[str]:
    """Put a file where results go, by which workers see that the folder is the same."""
    path = Path(job.results) / f"{SEEN}{uuid4().hex}"
    path.touch()
    try:
        yield path.name
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask logs and warns of away from the terminal: what matters is told by errors."""
    levels = {}
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in {"distributed", "tornado", "asyncio"}:
            logger = logging.getLogger(name)
            levels[logger] = logger.level
            logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in levels.items():
            logger.setLevel(level)


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
