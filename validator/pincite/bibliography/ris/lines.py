"""The lines of a RIS file as records of fields.

The reader is the project's own, because none there is says in which lines things stand (rispy does not), and remarks
have to name them. It takes what is found in the wild: a byte order mark, one space or two before the hyphen, lower-case
tags, wrapped lines, any line ends, records that no ``ER`` ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.bibliography.listed import Remark
from pincite.bibliography.rules import entry_unreadable, field_passed_over

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS = re.compile(r"\r\n|\r|\n")
_TAG = re.compile(
    # one space only before a hyphen that a space follows: "an - or" begins many a wrapped line, so in capitals alone
    r"[ \t]*(?:([A-Za-z][A-Za-z0-9])[ \xa0]{2}-|([A-Z][A-Z0-9])[ \xa0]-(?=[ \xa0]|$))[ \xa0]?(.*)",
    re.DOTALL,
)
_NOTES = frozenset({"N1", "RN"})
"""Tags in whose values line breaks mean something."""


class Field(NamedTuple):
    """A tag in capitals, its value without surrounding white space, and the line it stands in (from 1)."""

    tag: str
    value: str
    line: int = 0


class Record(NamedTuple):
    """The fields of one record in their order, from ``TY`` on and without ``ER``, and the line it begins in."""

    line: int
    fields: tuple[Field, ...]


class _Open:
    """A record that is being read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.fields: list[tuple[str, list[str], int]] = []

    def closed(self) -> Record:
        """Return the record, wrapped lines joined."""
        return Record(self.line, tuple(self._fields()))

    def _fields(self) -> Iterator[Field]:
        for tag, pieces, line in self.fields:
            joint = "\n" if tag in _NOTES else " "
            kept = pieces if tag in _NOTES else filter(None, pieces)
            yield Field(tag, joint.join(kept).strip(), line)


def records(text: str) -> tuple[list[Record], list[Remark]]:
    """Return the records of a RIS file, and remarks on what stands outside of them."""
    found: list[Record] = []
    remarks: list[Remark] = []
    current: _Open | None = None
    is_told = False
    for number, line in enumerate(_ENDS.split(text.removeprefix("\ufeff")), 1):
        tag, value = _parted(line)
        if tag in {"TY", "ER"}:
            if current is not None:
                found.append(current.closed())
            current = _Open(number) if tag == "TY" else None
            is_told = False
        if current is not None and tag:
            current.fields.append((tag, [value], number))
        elif current is not None:
            current.fields[-1][1].append(value)
        elif (tag or value) and tag != "ER" and not is_told:
            remarks.append(_outside(tag, number))
            is_told = True
    if current is not None:
        found.append(current.closed())
    return found, remarks


def _parted(line: str) -> tuple[str, str]:
    """Return the tag of a line, empty where it goes on with the line before, and the value."""
    match = _TAG.match(line)
    if match is None:
        return "", line.strip()
    return (match[1] or match[2]).upper(), match[3].strip()


def _outside(tag: str, line: int) -> Remark:
    if tag:
        words = f"fields from '{tag}' on stand in no record: none begins with TY before them"
        return Remark(entry_unreadable.RULE, line, words)
    return Remark(field_passed_over.RULE, line, "lines outside of records are passed over")
