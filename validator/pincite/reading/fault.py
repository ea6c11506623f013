"""What stops a file, or a part of it, from being read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.reading.limits import MAX_REPEATED
from pincite.reading.rules import key_duplicate, limit_exceeded

if TYPE_CHECKING:
    from pincite.model.rule import Rule


class Fault(NamedTuple):
    """A fault in a file's text from ``start`` to ``end`` (code points), or in the whole file without them."""

    rule: Rule
    message: str
    hint: str | None = None
    start: int | None = None
    end: int | None = None


class UnreadableError(Exception):
    """The text yields no value; ``fault`` says why and where."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def note_repeated(faults: list[Fault], key: str, start: int, end: int) -> None:
    """Add the fault of a key that stands from *start* to *end* a second time.

    Raises UnreadableError for the one that is one too many.
    """
    if len(faults) >= MAX_REPEATED:
        message = f"more than {MAX_REPEATED} keys stand here a second time; the file is not read further"
        raise UnreadableError(
            Fault(limit_exceeded.RULE, message, "each mapping has each key once", start, end)
        )
    message = f"key '{key}' stands here a second time"
    faults.append(Fault(key_duplicate.RULE, message, "the first one counts; remove one of them", start, end))
