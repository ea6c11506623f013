"""What reaches the terminal, the pipe and the disk; and how a process ends when they fail."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from pincite.cli import INTERRUPTED
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WRONG_CALL = 2
"""Exit status for a call that cannot be carried out."""
CLOSED_PIPE = 141
"""Exit status when the reader of the output went away."""


_PIECE = 1 << 16
"""Characters that are written at a time."""


class CallError(Exception):
    """The call is wrong or cannot be carried out; the text says why and what would be right."""


class ReaderGoneError(Exception):
    """Nobody reads standard output any more; not an OSError, because typer ends the process on those itself."""


_OWN_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What only a fault in the program itself raises: told in one line all the same."""


def _explained(error: Exception) -> str:
    if isinstance(error, CallError):
        return str(error)
    if isinstance(error, MemoryError):
        return "not enough memory for this input"
    return (
        f"a fault in pincite itself, not in your call: {type(error).__name__}: {error}; "
        "please report it, with what PINCITE_TRACEBACK=1 shows"
    )


def guarded(action: Callable[[], int]) -> int:
    """Run *action* and turn whatever can end it into an exit status and at most one line of text."""
    try:
        status = action()
        if sys.stdout is not None:
            sys.stdout.flush()
    except (BrokenPipeError, ReaderGoneError):
        _silence()
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _silence()
        return _complain(told(error))
    except (CallError, MemoryError, *_OWN_FAULTS) as error:
        if os.environ.get("PINCITE_TRACEBACK"):
            raise
        return _complain(_explained(error))
    return status


def show(text: str) -> None:
    """Write *text* to standard output as UTF-8, whatever the locale."""
    show_bytes(text.encode("utf-8", "backslashreplace"))


def show_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output, safe for a terminal."""
    in_pieces((f"{safe(line)}\n" for line in lines), show)


def in_pieces(texts: Iterable[str], put: Callable[[str], object]) -> None:
    """Put texts a good many at a time."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= _PIECE:
            put("".join(held))
            held, size = [], 0
    put("".join(held))


def show_bytes(data: bytes) -> None:
    """Write *data* to standard output as they are."""
    if sys.stdout is None:
        raise CallError("cannot write the output: standard output is closed")
    try:
        sys.stdout.flush()
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:  # replaced by something that takes text only
            sys.stdout.write(data.decode("utf-8"))
        else:
            rest = memoryview(data)
            while rest:  # unbuffered (python -u), one call may write only a part
                rest = rest[stream.write(rest) :]
            stream.flush()
    except BrokenPipeError:
        raise ReaderGoneError from None
    except OSError as error:
        _silence()
        raise CallError(f"cannot write the output: {told(error)}") from None


def told(error: OSError) -> str:
    """Return the system's words for what went wrong."""
    return (error.strerror or str(error)).lower()


def tell(text: str) -> None:
    """Write one line to standard error, where there is one."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
        sys.stderr.flush()


def write_whole(path: str, text: str) -> None:
    """Write a text file whole or not at all, in UTF-8; see ``write_bytes_whole``."""
    write_bytes_whole(path, text.encode("utf-8"))


def write_bytes_whole(path: str, data: bytes) -> None:
    """Write a file whole or not at all, as ``pincite.reading.writing`` does. Raises CallError."""
    from pincite.reading import writing  # noqa: PLC0415 - only where a file is written: it takes time to import

    try:
        writing.write_bytes_whole(path, data)
    except OSError as error:
        raise CallError(f"cannot write {path}: {told(error)}") from None


def on_terminal() -> bool:
    """Return whether standard output is a terminal, whatever that can do."""
    return _is_interactive(sys.stdout)


def is_terminal(stream: object) -> bool:
    """Return whether a standard stream is a terminal that may be written on freely."""
    return _is_interactive(stream) and os.environ.get("TERM") != "dumb"


def _is_interactive(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())


def wants_colour() -> bool:
    """Return whether standard output takes colours: a terminal, and no wish against it (no-color.org)."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")


def _complain(message: str) -> int:
    tell(f"pincite: {safe(message)}")
    return WRONG_CALL


def _silence() -> None:
    """Keep the interpreter from complaining about a stream it cannot flush at its end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
