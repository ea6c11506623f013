"""Processes of this machine that work on shards, one at a time each.

Each has a thread here, which hands it a shard, waits for its answer, and starts another process where one was killed. They
are processes started anew, not copies: the libraries of tables have threads, which a copy would lack. They stand apart from
the terminal, so that Ctrl-C reaches this process alone; and each ends with its standard input, which is when this process ends,
however that may be.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING

from pincite.dataset.engines import TRIES, EngineError
from pincite.dataset.engines.replies import result_in
from pincite.isolated import command_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from typing_extensions import Self

    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard
    from pincite.dataset.shards.result import ShardResult


class Team:
    """Some processes and the shards that they share; used with ``with``, so that none of them outlives it."""

    def __init__(self, number: int, job: Job, shards: Sequence[Shard]) -> None:
        self._said: SimpleQueue[tuple[int, ShardResult | Exception]] = SimpleQueue()
        left = _Shared(enumerate(shards))
        self._members = [_Member(job, left, self._said) for _ in range(number)]

    def __enter__(self) -> Self:
        """Let them begin."""
        for one in self._members:
            one.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all of them, whatever they are at."""
        for one in self._members:
            one.end()

    def next_result(self) -> tuple[int, ShardResult]:
        """Wait for a result, and return it with the shard's number; raises what went wrong instead."""
        number, said = self._said.get()
        if isinstance(said, Exception):
            raise said
        return number, said


class _Shared:
    """Pieces of work of which several threads take the next."""

    def __init__(self, work: Iterator[tuple[int, Shard]]) -> None:
        self._work = work
        self._lock = Lock()

    def take(self) -> tuple[int, Shard] | None:
        with self._lock:
            return next(self._work, None)


class _Member:
    """A process, the one after it where it was killed, and the thread that speaks with them."""

    def __init__(
        self, job: Job, left: _Shared, said: SimpleQueue[tuple[int, ShardResult | Exception]]
    ) -> None:
        self._job = job
        self._left = left
        self._said = said
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._is_over = False
        self._thread = Thread(target=self._work, daemon=True)

    def begin(self) -> None:
        self._thread.start()

    def end(self) -> None:
        with self._lock:
            self._is_over = True
            if self._process is not None:
                self._process.kill()
        self._thread.join()

    def _work(self) -> None:
        try:
            while not self._is_over and (taken := self._left.take()) is not None:
                number, shard = taken
                try:
                    self._said.put((number, result_in(self._answer_to(shard))))
                except Exception as error:  # noqa: BLE001 - raised where results are waited for
                    self._said.put((number, error))
        finally:
            self._let_go()

    def _answer_to(self, shard: Shard) -> str:
        for _ in range(TRIES):
            process = self._ready()
            line = _asked(process, self._job, shard)
            if line.endswith(b"\n"):
                return line.decode("ascii")
            status = self._let_go()
            if self._is_over:
                break
        raise EngineError(_why_ended(shard, status))

    def _ready(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._is_over:
                raise EngineError("the work is over")
            if self._process is None:
                try:
                    self._process = _started()
                except OSError as error:
                    raise EngineError(
                        f"no process can be started: {(error.strerror or str(error)).lower()}"
                    ) from None
            return self._process

    def _let_go(self) -> int:
        """End the process, and return its status."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return 0
        # one that is still at work has closed its output, and will not be heard any more
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        return process.wait()


def _started() -> subprocess.Popen[bytes]:
    # isolation passes over the environment, which may have chosen this
    encoding = ["-X", "utf8"] if sys.flags.utf8_mode else []
    return subprocess.Popen(  # noqa: S603 - this program itself
        command_for("pincite.dataset.engines.worker", *encoding),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # what goes wrong is told by answers; who looks for a fault of this program wants all the rest
        stderr=None if os.environ.get("PINCITE_TRACEBACK") else subprocess.DEVNULL,
        start_new_session=True,
    )


def _asked(process: subprocess.Popen[bytes], job: Job, shard: Shard) -> bytes:
    """Hand a shard to a process, and return the line that it answers, less than that where it has come to an end."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(pickle.dumps((job, shard)))
        process.stdin.flush()
        return process.stdout.readline()
    except (OSError, ValueError):
        return b""


def _why_ended(shard: Shard, status: int) -> str:
    how = f"by signal {-status}" if status < 0 else f"with status {status}"
    return (
        f"{shard.parts[0].path}: the process that worked on it came to an end {TRIES} times, the last time {how}, perhaps "
        "for want of memory; try fewer --workers, or smaller files"
    )
