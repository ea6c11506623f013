"""What reaches the terminal, the pipe and the disk; and how a process ends when they fail."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG_CALL = 2
"""Exit status for a call that cannot be carried out."""
INTERRUPTED = 130
"""Exit status after Ctrl-C (128 and the signal's number, as shells do)."""
CLOSED_PIPE = 141
"""Exit status when the reader of the output went away."""


class CallError(Exception):
    """The call is wrong or cannot be carried out; the text says why and what would be right."""


def guarded(action: Callable[[], int]) -> int:
    """Run *action* and turn whatever can end it into an exit status and at most one line of text."""
    try:
        status = action()
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except CallError as error:
        return _complain(str(error))
    except OSError as error:
        _silence()
        return _complain(f"cannot write the output: {(error.strerror or str(error)).lower()}")
    except MemoryError:
        return _complain("not enough memory for this input")
    return status


def show(text: str) -> None:
    """Write *text* to standard output as UTF-8, whatever the locale."""
    sys.stdout.flush()
    data = text.encode("utf-8", "backslashreplace")
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # replaced by something that takes text only
        sys.stdout.write(data.decode("utf-8"))
    else:
        stream.write(data)
        stream.flush()


def tell(text: str) -> None:
    """Write one line to standard error."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
        sys.stderr.flush()


def write_whole(path: str, text: str) -> None:
    """Write a file whole or not at all: beside it first, then moved over it. Raises CallError."""
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    temporary = None
    try:
        mode = os.stat(target).st_mode & 0o777 if os.path.exists(target) else None
        if mode is not None and not os.path.isfile(target):
            with open(target, "wb") as special:  # a pipe or device cannot be replaced
                special.write(text.encode("utf-8"))
            return
        handle, temporary = tempfile.mkstemp(prefix=".pincite-", dir=folder)
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, mode if mode is not None else 0o666 & ~_umask())
        os.replace(temporary, target)
        temporary = None
    except OSError as error:
        raise CallError(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from None
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def is_terminal(stream: object) -> bool:
    """Return whether a standard stream is a terminal that may be written on freely."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty()) and os.environ.get("TERM") != "dumb"


def wants_colour() -> bool:
    """Return whether standard output takes colours: a terminal, and no wish against it (no-color.org)."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _complain(message: str) -> int:
    tell(f"pincite: {message}")
    return WRONG_CALL


def _silence() -> None:
    """Keep the interpreter from complaining about a stream it cannot flush at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
