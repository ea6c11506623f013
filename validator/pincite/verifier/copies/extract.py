"""What a reader of copies takes and gives: bytes become a text, or a fault is raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.copies.limits import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.verifier.copies.copy_text import Page, WordBox
    from pincite.verifier.copies.limits import Limits


class CopyError(Exception):
    """A copy cannot be read; ``fault`` says why."""

    def __init__(self, fault: CopyFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def _nothing() -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Wish:
    """How a copy is to be read: the languages it is in (BCP 47, the most frequent first), and within what limits.

    ``beat`` is called after each page, so that whoever waits sees that it goes on.
    """

    languages: tuple[str, ...] = ()
    limits: Limits = DEFAULT
    beat: Callable[[], None] = _nothing


@dataclass(frozen=True)
class Extract:
    """What a reader has found in some bytes; the members are those of ``CopyText``."""

    text: str
    pages: tuple[Page, ...] = ()
    words: tuple[WordBox, ...] = ()
    scanned: bool = False
    notes: tuple[str, ...] = ()


def unreadable(message: str, hint: str = "") -> CopyError:
    """Return the error for a copy whose content makes no sense."""
    return CopyError(CopyFault("unreadable", message, hint))


def too_large(message: str, hint: str = "") -> CopyError:
    """Return the error for a copy that exceeds a limit; the message has the figure."""
    return CopyError(CopyFault("too_large", message, hint))


def no_reader(message: str, hint: str) -> CopyError:
    """Return the error for a copy that an extra or a program is missing for; the hint says how to install it."""
    return CopyError(CopyFault("no_reader", message, hint))


def unsupported(message: str, hint: str = "") -> CopyError:
    """Return the error for a copy of a type that no reader is known for."""
    return CopyError(CopyFault("unsupported", message, hint))
