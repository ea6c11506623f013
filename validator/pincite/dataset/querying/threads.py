"""Calls that take long and hear no Ctrl-C themselves."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")
_PATIENCE = 2.0
"""Seconds that an interrupted call is waited for; after that its thread ends with the process."""


class Interruptible:
    """Makes calls, one at a time, each in a thread of its own.

    The thread that asks stays free to hear signals: Python hears them in its main thread alone, and there between two of its
    own steps. KeyboardInterrupt while a call runs calls *interrupt*.
    """

    def __init__(self, interrupt: Callable[[], object]) -> None:
        self._interrupt = interrupt
        self.is_stuck = False
        """Whether a call was interrupted and goes on all the same."""

    def call(self, what: Callable[[], _Result]) -> _Result:
        """Return what a call returns, and raise what it raises."""
        result: list[_Result] = []
        raised: list[BaseException] = []
        done = threading.Event()

        def run() -> None:
            try:
                result.append(what())
            except BaseException as error:  # noqa: BLE001 - raised again by who asked
                raised.append(error)
            done.set()

        thread = threading.Thread(target=run, daemon=True)
        try:
            thread.start()
            while not done.wait(0.2):  # without an end, a wait on Windows hears nothing
                pass
        except BaseException:
            self.is_stuck = True  # should there be another interrupt while this one is seen to
            self._interrupt()
            self.is_stuck = thread.ident is not None and not done.wait(_PATIENCE)
            raise
        if raised:
            raise raised[0]
        return result[0]
