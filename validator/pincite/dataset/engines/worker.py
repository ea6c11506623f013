"""A process that works on shards for another one: they come by standard input, and answers go to standard output."""

from __future__ import annotations

import os
import pickle
import sys
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, NoReturn

from pincite.dataset.engines.replies import answer_to

if TYPE_CHECKING:
    from typing import BinaryIO

    from pincite.dataset.job import Job
    from pincite.dataset.shards.planning import Shard


def main() -> NoReturn:
    """Answer one shard after the other, until standard input ends."""
    say = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # what libraries print must not be taken for an answer
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    given: SimpleQueue[tuple[Job, Shard]] = SimpleQueue()
    Thread(target=_hear, args=(sys.stdin.buffer, given), daemon=True).start()
    while True:
        job, shard = given.get()
        answer = answer_to(job, shard)
        try:
            say.write(answer.encode("ascii") + b"\n")
            say.flush()
        except OSError:  # nobody listens any more
            os._exit(1)


def _hear(stream: BinaryIO, given: SimpleQueue[tuple[Job, Shard]]) -> None:
    """Take in shards while the main thread works; once there is nobody who gives any, end the process at once."""
    try:
        while True:
            # this comes from the process that has started this one, through a pipe that nobody else has
            given.put(pickle.load(stream))  # noqa: S301
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)
