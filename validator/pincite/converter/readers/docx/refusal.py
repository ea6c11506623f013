"""Why a .docx is not read, said in the way of all files that are not."""

from __future__ import annotations

from pincite.reading.fault import Fault, UnreadableError
from pincite.reading.rules import file_unreadable, limit_exceeded


def refusal(message: str, hint: str) -> UnreadableError:
    """Return what to raise for a file that cannot be read as a .docx."""
    return UnreadableError(Fault(file_unreadable.RULE, message, hint))


def too_much(how: str) -> UnreadableError:
    """Return what to raise for a file that goes beyond a limit; *how* goes on from "the file"."""
    message = f"the file asks for more than an article needs: {how}"
    hint = "open it in a word processor and save it again as .docx, or save a part of it"
    return UnreadableError(Fault(limit_exceeded.RULE, message, hint))
