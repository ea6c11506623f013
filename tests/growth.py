"""How the time of a task grows with the size of what it is given, in processor time: other processes add none to it."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Given = TypeVar("_Given")

TIMES = 4
"""How many times larger the second size is: what grows with the square of it takes 16 times as long."""
_AT_MOST = 10
"""How many times longer it may take where nothing narrower is asked: part of it sorts, and larger data leave the processor's caches."""
_MEASURABLE = 0.05
"""Seconds that can be told from chance."""
_ROUNDS = 4


def assert_proportional(
    work: Callable[[_Given], object],
    make: Callable[[int], _Given],
    size: int,
    largest: int = 0,
    at_most: float = _AT_MOST,
) -> float:
    """Assert that *work* on what *make* returns takes time in proportion to the size; return the longest time.

    It is measured at *size* and ``TIMES`` as much. What is too quick there is measured at larger sizes, up to
    *largest*. Seconds are the least of several runs, of more where the first ones are in doubt.
    """
    while True:
        small, large = make(size), make(TIMES * size)
        work(small)  # patterns are made, and caches filled
        once, more = _seconds(work, small), _seconds(work, large)
        if more >= _MEASURABLE or TIMES * size > largest:
            break
        size *= TIMES
    rounds = 1
    while more >= _MEASURABLE and more > at_most * once and rounds < _ROUNDS:
        once, more = min(once, _seconds(work, small)), min(more, _seconds(work, large))
        rounds += 1
    assert more < _MEASURABLE or more <= at_most * once, (
        f"{TIMES} times {size} takes {more / max(once, 1e-9):.1f} times as long: {once:.4f} s and {more:.4f} s"
    )
    return more


def _seconds(work: Callable[[_Given], object], given: _Given) -> float:
    gc.disable()  # it would walk through all that other tests have left, as timeit knows
    try:
        begun = time.process_time()
        work(given)
        return time.process_time() - begun
    finally:
        gc.enable()
