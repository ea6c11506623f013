"""Work in several processes: each has a shelf of its own, and the results come in the order of the work."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar

from pincite.verifier.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from typing_extensions import Self

Work = TypeVar("Work")
Result = TypeVar("Result")

_SHELVES: list[Shelf] = []
"""The shelf of a process that works for another one."""


def start(cache: str | None) -> None:
    """Make a process ready to work."""
    _SHELVES[:] = [Shelf(cache)]


def own_shelf() -> Shelf:
    """Return the shelf of this process."""
    if not _SHELVES:
        start(None)
    return _SHELVES[0]


class Workers:
    """Several processes that work for this one; used with ``with``, so that none outlives an interruption."""

    def __init__(self, number: int, cache: str | None) -> None:
        self._before = {one.pid for one in multiprocessing.active_children()}
        # spawned, not forked: what this process holds open is no concern of theirs
        self._pool = ProcessPoolExecutor(
            number, multiprocessing.get_context("spawn"), initializer=start, initargs=(cache,)
        )

    def give(self, action: Callable[[Work], Result], work: Work) -> Future[Result]:
        """Have a piece of work done; where a process has come to an end before, the result is that it has."""
        try:
            return self._pool.submit(action, work)
        except BrokenProcessPool as error:
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def __enter__(self) -> Self:
        """Return the workers."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes: when they are done, or at once where something went wrong."""
        if kind is None:
            self._pool.shutdown()
            return
        children = [one for one in multiprocessing.active_children() if one.pid not in self._before]
        self._pool.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.terminate()
