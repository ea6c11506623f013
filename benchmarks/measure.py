"""Running a command as a whole process and reading what it cost from the operating system."""

from __future__ import annotations

import os
import resource
import signal
import sys
import threading
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# ru_maxrss counts KiB on Linux and bytes on macOS.
PEAK_UNITS_PER_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """What one run of a command cost.

    ``cpu`` is user plus system time of the process and of its children, in seconds; ``wall`` is elapsed time in seconds;
    ``peak`` is the peak resident memory of the largest single process, in MiB; ``exit_code`` is negative for a signal.
    """

    cpu: float
    wall: float
    peak: float
    exit_code: int


@dataclass(frozen=True)
class Limits:
    """Where a run is stopped: wall time in seconds and address space in bytes."""

    seconds: float
    address_space: int


def run(command: Sequence[str], limits: Limits | None = None) -> Cost:
    """Run a command with its output thrown away and return what it cost."""
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0o600) for stream in (0, 1, 2)]
    started = time.perf_counter()
    # Not subprocess: its own wait would take the resource usage that wait4 is here to read. Linux counts this
    # process's memory towards the child's peak, so nothing large may be loaded here: about 15 MiB is the floor.
    pid = os.posix_spawnp(command[0], list(command), os.environ, file_actions=quiet)
    timer = stop_at(pid, limits) if limits else None
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - started
    if timer:
        timer.cancel()
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu, wall, usage.ru_maxrss / PEAK_UNITS_PER_MIB, os.waitstatus_to_exitcode(status))


def stop_at(pid: int, limits: Limits) -> threading.Timer:
    """Give a process its limits and return the timer that will kill it."""
    if sys.platform == "linux":
        resource.prlimit(pid, resource.RLIMIT_AS, (limits.address_space, limits.address_space))
    timer = threading.Timer(limits.seconds, os.kill, (pid, signal.SIGKILL))
    timer.start()
    return timer


@dataclass(frozen=True)
class Series:
    """The runs of one command, in order."""

    costs: tuple[Cost, ...]

    @property
    def cpu(self) -> float:
        """Median processor time in seconds."""
        return median(cost.cpu for cost in self.costs)

    @property
    def wall(self) -> float:
        """Median elapsed time in seconds."""
        return median(cost.wall for cost in self.costs)

    @property
    def peak(self) -> float:
        """Highest peak memory of all runs in MiB: a bound on memory is not kept by keeping it half of the time."""
        return max(cost.peak for cost in self.costs)

    @property
    def exit_codes(self) -> tuple[int, ...]:
        """The different exit codes, in rising order; one, if all is well."""
        return tuple(sorted({cost.exit_code for cost in self.costs}))


def run_in_turn(ours: Sequence[str], peer: Sequence[str] | None, runs: int) -> tuple[Series, Series | None]:
    """Run two commands in turn after one warm-up run of each and return both series.

    Taking turns lets a slow minute of the machine slow both, so that the ratio of each pair stays comparable.
    """
    run(ours)
    if peer is None:
        return Series(tuple(run(ours) for _ in range(runs))), None
    run(peer)
    pairs = [(run(ours), run(peer)) for _ in range(runs)]
    return Series(tuple(first for first, _ in pairs)), Series(tuple(second for _, second in pairs))


def ratios(ours: Series, peer: Series) -> list[float]:
    """Return the processor time of each of our runs as a multiple of the peer's run next to it, in rising order."""
    return sorted(
        first.cpu / second.cpu for first, second in zip(ours.costs, peer.costs, strict=True) if second.cpu > 0
    )
