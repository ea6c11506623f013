"""Runs a reader in a process of its own, within limits of time, memory and output; nothing of it is left behind."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import threading
import time
from dataclasses import asdict
from typing import IO, TYPE_CHECKING

from pincite.isolated import command_for
from pincite.reading.opening import reason
from pincite.verifier.copies import message
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.copies.limits import MIB

if TYPE_CHECKING:
    from pincite.verifier.copies.extract import Extract, Wish
    from pincite.verifier.copies.registry import Reader

_OUTPUT = 12
"""Bytes of the answer for each character that a copy may have, besides a mebibyte."""


def read_apart(reader: Reader, content: bytes, wish: Wish) -> Extract | CopyFault:
    """Return what *reader* reads of some bytes in another process, or the fault.

    It is ended once it has given no sign of life, which it gives for each page, for the seconds of the limits.
    """
    task = {
        "reader": reader.name,
        "bytes": len(content),
        "languages": wish.languages,
        "limits": asdict(wish.limits),
    }
    seconds = wish.limits.seconds
    head = json.dumps(task).encode() + b"\n"
    try:
        process = _started()
    except OSError as error:
        return CopyFault("no_reader", f"no process can be started to read it: {reason(error)}")
    try:
        answer = _conversation(process, [head, content], MIB + _OUTPUT * wish.limits.characters, seconds)
    finally:
        _end(process)
    if answer is None:
        return CopyFault("too_large", f"reading it takes more than {seconds} seconds")
    return _understood(answer, process.returncode, wish)


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - this program itself
        command_for("pincite.verifier.copies.child", "-X", "utf8"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # a group of its own: Ctrl-C reaches this process alone, which ends the group
        start_new_session=True,
    )


def _understood(answer: bytes, status: int, wish: Wish) -> Extract | CopyFault:
    try:
        return message.read(answer)
    except (ValueError, RecursionError):
        pass
    if -status == getattr(signal, "SIGXCPU", None):
        return CopyFault(
            "too_large", f"reading it takes more than {wish.limits.seconds} seconds of processor time"
        )
    if status < 0:
        limit = wish.limits.memory // MIB
        return CopyFault(
            "unreadable",
            f"what reads it broke down over it: it is damaged, or asks for more than {limit} MiB of memory",
        )
    return CopyFault("unreadable", "what reads it gave no answer")


def _conversation(
    process: subprocess.Popen[bytes], given: list[bytes], most: int, seconds: float
) -> bytes | None:
    """Hand over what is given and return what comes back, no more than *most* bytes, None after too long a silence."""
    hearer = _Hearer(process, most)
    threading.Thread(target=_tell, args=(process, given), daemon=True).start()
    while not hearer.done.wait(max(0.0, hearer.heard + seconds - time.monotonic())):
        if time.monotonic() >= hearer.heard + seconds:
            return None
    return b"".join(hearer.taken)


def _tell(process: subprocess.Popen[bytes], given: list[bytes]) -> None:
    """Write to the other process; its standard input stays open, so that it sees when this process is gone."""
    if process.stdin is None:
        return
    with contextlib.suppress(OSError, ValueError):
        for one in given:
            process.stdin.write(one)
        process.stdin.flush()


class _Hearer:
    """Takes down what the other process says; ``heard`` is when it last said something, ``done`` that it has ended."""

    def __init__(self, process: subprocess.Popen[bytes], most: int) -> None:
        self.taken: list[bytes] = []
        self.heard = time.monotonic()
        self.done = threading.Event()
        threading.Thread(target=self._hear, args=(process.stdout, most), daemon=True).start()

    def _hear(self, stream: IO[bytes] | None, most: int) -> None:
        with contextlib.suppress(OSError, ValueError):
            while stream is not None and most > 0 and (chunk := os.read(stream.fileno(), min(MIB, most))):
                self.heard = time.monotonic()
                self.taken.append(chunk)
                most -= len(chunk)
        self.done.set()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it has started."""
    if hasattr(os, "killpg"):
        # before it is waited for: until then nobody else can have its number
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
