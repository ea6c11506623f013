"""A program at a terminal of its own, for tests of what it asks and of what is typed into shells."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from typing_extensions import Self

SECONDS = 60.0
_CONTROL = re.compile("\x1b\\[[0-?]*[ -/]*[@-~]|\x1b[@-_=>]|\x1b\\][^\x07]*\x07|[\x00-\x09\x0b-\x1f]")
"""What moves the cursor or sets colours, and is no text."""


def printed(
    command: Sequence[str], folder: Path, env: Mapping[str, str], stdin: bytes = b""
) -> tuple[int, str]:
    """Return the exit status of a command, and what it prints where its output alone is a terminal: little, in UTF-8."""
    ours, its = pty.openpty()
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=dict(env),
            input=stdin,
            stdout=its,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
        os.close(its)
        return done.returncode, os.read(ours, 4096).decode("utf-8")
    finally:
        os.close(ours)


class Terminal:
    """A process whose three streams are a terminal, 200 columns wide so that lines are not cut.

    ``screen`` is the text that was shown so far, what was typed included where the program shows it.
    """

    def __init__(self, command: Sequence[str], folder: Path, env: Mapping[str, str]) -> None:
        self._ours, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 200, 0, 0))
        self._process = subprocess.Popen(
            command, cwd=folder, env=dict(env), stdin=its, stdout=its, stderr=its, start_new_session=True
        )
        os.close(its)
        self._shown = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._ours)

    @property
    def screen(self) -> str:
        return _CONTROL.sub(" ", self._shown.decode("utf-8", "replace"))

    def type(self, text: str) -> None:
        """Type something, as if by hand."""
        os.write(self._ours, text.encode())

    def interrupt(self) -> None:
        """Do what Ctrl-C does: the terminal is not the one that the process is controlled by."""
        self._process.send_signal(signal.SIGINT)

    def wait_for(self, pattern: str, seconds: float = SECONDS) -> re.Match[str]:
        """Wait until the screen shows what fits a pattern, and return where it does; fails after *seconds*."""
        deadline = time.monotonic() + seconds
        while (found := re.search(pattern, self.screen, re.DOTALL)) is None:
            if not self._read(deadline - time.monotonic()):
                raise AssertionError(f"{pattern!r} was never shown, but:\n{self.screen}")
        return found

    def end(self, seconds: float = SECONDS) -> int:
        """Wait for the end of the process and return its exit status."""
        deadline = time.monotonic() + seconds
        while self._read(deadline - time.monotonic()):
            continue
        return self._process.wait(max(0.1, deadline - time.monotonic()))

    def _read(self, seconds: float) -> bool:
        """Take in what is shown next; False where nothing comes any more."""
        ready, _, _ = select.select([self._ours], [], [], max(0.0, seconds))
        part = b""
        with contextlib.suppress(OSError):  # the other end is closed
            part = os.read(self._ours, 65536) if ready else b""
        self._shown += part
        return bool(part)
