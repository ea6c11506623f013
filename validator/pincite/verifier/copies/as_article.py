"""Copies that are read as articles are: what keeps an article from being read, told as what keeps a copy from it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pincite.reading.fault import UnreadableError
from pincite.reading.rules import limit_exceeded
from pincite.verifier.copies.extract import no_reader, too_large, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def told_as_copy(extra: str = "") -> Iterator[None]:
    """Tell what keeps an article from being read as what keeps a copy from it; *extra* is what has to be installed."""
    try:
        yield
    except UnreadableError as error:
        fault = error.fault
        if fault.rule is limit_exceeded.RULE:
            raise too_large(fault.message, fault.hint or "") from None
        raise unreadable(fault.message, fault.hint or "") from None
    except ImportError as error:
        if not extra or (error.name or "").startswith("pincite"):
            raise
        raise no_reader(
            f"it is read with {error.name}, which is not installed", f"pip install 'pincite[{extra}]'"
        ) from None
