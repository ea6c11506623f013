"""The process in which a copy is read that may have been made to do harm: it reads, answers in JSON, and ends.

It gets a line of JSON that says what to do, and the bytes behind it, on standard input; it opens no file.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
from typing import NoReturn

from pincite.verifier.copies import message
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.copies.extract import CopyError, Wish
from pincite.verifier.copies.limits import MIB, Limits
from pincite.verifier.copies.paged import characters_exceeded
from pincite.verifier.copies.registry import READERS

_FILE_BYTES = 64 * MIB
"""The largest file that a reader may write on the way (a program's temporary file)."""


def main() -> None:
    """Read one copy as standard input says, and write the answer to standard output."""
    task = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**task["limits"])
    content = sys.stdin.buffer.read(task["bytes"])
    _confine(limits)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # what a library prints must not be taken for the answer
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def beat() -> None:
        answer.write(b"\n")  # white space before JSON: nothing but a sign of life
        answer.flush()
        _allow(limits.seconds)

    wish = Wish(tuple(task["languages"]), limits, beat)
    answer.write(_answer(task["reader"], content, wish))
    answer.flush()
    os._exit(0)


def _answer(reader: str, content: bytes, wish: Wish) -> bytes:
    try:
        found = READERS[reader].read(content, wish)
        if len(found.text) > wish.limits.characters:
            raise characters_exceeded(wish.limits.characters)  # noqa: TRY301 - told as a fault of a reader's is
        return message.written(found)
    except CopyError as error:
        return message.written(error.fault)
    except MemoryError:
        limit = wish.limits.memory // MIB
        return message.written(CopyFault("too_large", f"reading it takes more than {limit} MiB of memory"))
    except RecursionError:
        return message.written(CopyFault("too_large", "its parts stand too deep in one another"))
    except Exception as error:  # noqa: BLE001 - bytes that make no sense may raise anything in a parser
        return message.written(
            CopyFault("unreadable", f"it cannot be read: {type(error).__name__}: {error}"[:300])
        )


def _confine(limits: Limits) -> None:
    """Let the system end this process where it asks for too much, as far as the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for name, most in (("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", _FILE_BYTES), ("RLIMIT_AS", limits.memory)):
        kind = getattr(resource, name, None)
        if kind is not None:
            with contextlib.suppress(OSError, ValueError):  # a lower limit holds already
                resource.setrlimit(kind, (most, most))
    _allow(limits.seconds)


def _allow(seconds: int) -> None:
    """Let this process use so many seconds of processor time from now on."""
    try:
        import resource  # noqa: PLC0415 - as above
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _end_with_parent() -> NoReturn:
    """End this process and those it has started once nobody waits for it: then standard input ends."""
    with contextlib.suppress(OSError):
        while os.read(0, 1):
            pass
    if hasattr(os, "killpg") and os.getpgid(0) == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main()
