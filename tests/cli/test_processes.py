"""Several processes: none outlives an interruption, and one that dies takes nobody along."""

from __future__ import annotations

import multiprocessing
import os
import time
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

import pytest

from pincite.cli.verification.batch import _result
from pincite.cli.verification.documents import _result as _of_document
from pincite.cli.verification.processes import Workers
from pincite.verifier.questions.batch import Unasked

if TYPE_CHECKING:
    from pincite.cli.verification.of_file import OfFile


def is_over(seconds: float = 20) -> bool:
    """Return whether no process is left after some time at most."""
    end = time.monotonic() + seconds
    while multiprocessing.active_children() and time.monotonic() < end:
        time.sleep(0.05)
    return not multiprocessing.active_children()


def test_work_is_done_in_its_order() -> None:
    with Workers(2, None) as workers:
        given = [workers.give(abs, -number) for number in range(8)]
        assert [one.result() for one in given] == list(range(8))
    assert is_over()


def test_no_process_outlives_an_interruption() -> None:
    def interrupted() -> None:
        with Workers(2, None) as workers:
            workers.give(abs, -1).result()
            workers.give(time.sleep, 600)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert is_over()


def test_a_process_that_dies_leaves_answers_that_say_so() -> None:
    with Workers(1, None) as workers:
        with pytest.raises(BrokenProcessPool):
            workers.give(os._exit, 3).result()
        later = workers.give(abs, -1)
        with pytest.raises(BrokenProcessPool):
            later.result()
        [line] = _result(workers.give(list[str], []), [Unasked("a", "log.txt", "")])
        assert '"id": "a", "verdict": "unchecked"' in line
        [finding] = _of_document("a.pincite.yaml", workers.give(_nothing, None)).findings
        assert (finding.code, finding.path) == ("PIN001", "a.pincite.yaml")


def _nothing(_: None) -> OfFile:
    raise AssertionError("never asked")
