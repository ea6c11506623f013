"""Work shared among copies of this process, which hand back texts: nothing that comes from them is run or unpickled.

Copies (``fork``) begin where this process stands, with all that it has imported, and cost some milliseconds; processes
started anew would first import the rules, which takes as long as judging fifty articles. Where a system has no copies, or where
they are known to break its libraries (macOS), there is one process, as before.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

_CHUNK = 1 << 16


def can_share() -> bool:
    """Return whether work can be shared here: where other threads run, a copy of this one alone would wait for their locks."""
    return hasattr(os, "fork") and sys.platform != "darwin" and _threads() == 1


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208 - pathlib would add to every start
    except OSError:
        import threading  # noqa: PLC0415 - where the system does not tell

        return threading.active_count()


def idle_processors() -> int:
    """Return how many processors this process may use that nobody uses just now, at least one.

    Where others work, too, work that is shared takes longer than work that is not: the copies wait for one another's turns.
    """
    there = os.cpu_count() or 1
    ours = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else there
    try:
        busy = round(os.getloadavg()[0])
    except OSError:
        busy = 0
    return max(1, min(ours, there - busy))


def shared(work: Sequence[int], action: Callable[[int], str], number: int) -> Generator[tuple[int, str]]:
    """Yield the pieces of work with the text (one line of ASCII) that *action* returns for each, as they are done.

    A piece that fails, or whose process comes to an end before, is not among them: whoever asked does it himself, and meets
    the same failure. An interruption ends all processes.
    """
    teams = [work[first::number] for first in range(number)]
    gc.freeze()  # what is there already is not touched again, and so stays common to all
    children: dict[int, int] = {}
    try:
        with DefaultSelector() as selector:
            # an interrupt is for this process alone, which ends the others: none may come before all are known
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                for team in teams:
                    process, stream = _start(team, action, [*children.values()])
                    children[process] = stream
                    selector.register(stream, EVENT_READ, bytearray())
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
            yield from _lines(selector)
    finally:
        for process, stream in children.items():
            with contextlib.suppress(OSError):
                os.close(stream)
            with contextlib.suppress(OSError):
                os.kill(
                    process, signal.SIGKILL
                )  # one that is done is no more, but still ours: nobody else has its number
            with contextlib.suppress(OSError):
                os.waitpid(process, 0)
        gc.unfreeze()


def _lines(selector: DefaultSelector) -> Generator[tuple[int, str]]:
    """Yield what the processes say, until all of them have ended."""
    while selector.get_map():
        for key, _ in selector.select():
            chunk = os.read(key.fd, _CHUNK)
            if not chunk:
                selector.unregister(key.fd)
                continue
            rest: bytearray = key.data
            rest += chunk
            *whole, last = rest.split(b"\n")
            rest[:] = last
            for line in whole:
                piece, _, text = line.decode("ascii", "replace").partition(" ")
                yield int(piece), text


def _start(team: Sequence[int], action: Callable[[int], str], others: Sequence[int]) -> tuple[int, int]:
    """Start a process for some pieces of work, and return its number and what it is heard through."""
    hear, say = os.pipe()
    process = os.fork()
    if not process:
        _work(team, action, say, [hear, *others])
    os.close(say)
    return process, hear


def _work(team: Sequence[int], action: Callable[[int], str], say: int, others: Sequence[int]) -> None:
    """Do some pieces of work in this process, which is a copy, and end it without a word and without any clean-up."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for stream in others:
            os.close(stream)
        for piece in team:
            try:
                text = action(piece)
            except Exception:  # noqa: BLE001, S112 - whatever it is, the process that asked meets and tells it
                continue
            rest = memoryview(f"{piece} {text}\n".encode("ascii"))
            while rest:
                rest = rest[os.write(say, rest) :]
    finally:
        os._exit(0)
