"""A format of bibliographies for tests alone: a line for each source, ``key | title | year | key of the book around it``.

A line with fewer than two fields cannot be read, ``!`` stands before what sources have no member for, and a key with capitals
is changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.bibliography.listed import Listed, Remark
from pincite.bibliography.rules import entry_unreadable, field_passed_over, key_changed

if TYPE_CHECKING:
    from pincite.model.format import Source

READ: list[str] = []
"""The texts read, for tests that count."""


def read(text: str) -> Listed:
    """Return the sources of a card file."""
    READ.append(text)
    sources: list[Source] = []
    lines: list[int] = []
    remarks: list[Remark] = []
    for number, line in enumerate(text.splitlines(), 1):
        fields = [field.strip() for field in line.split("|")]
        if line.startswith("!"):
            remarks.append(Remark(field_passed_over.RULE, number, f"'{line[1:].strip()}' is passed over"))
        elif len(fields) == 1:
            remarks.append(Remark(entry_unreadable.RULE, number, "a card has a key and a title"))
        else:
            key = fields[0].lower()
            if key != fields[0]:
                remarks.append(Remark(key_changed.RULE, number, f"'{fields[0]}' is called '{key}'"))
            sources.append(_source(key, *fields[1:]))
            lines.append(number)
    return Listed(tuple(sources), tuple(remarks), tuple(lines))


def _source(key: str, title: str, year: str = "", outer: str = "") -> Source:
    source: dict[str, object] = {"id": key, "type": "chapter" if outer else "book", "title": title}
    if year:
        source["date"] = year
    if outer:
        source["container"] = {"source": outer, "relation": "chapter_of"}
    return cast("Source", source)
