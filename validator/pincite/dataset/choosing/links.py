"""What joins documents: the sources that they share, all of them or those alone that are works."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from pincite.dataset.sorting.runs import fields
from pincite.dataset.sorting.sorter import Sorter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.dataset.deriving.inputs import Input
    from pincite.dataset.tables.columns import Value

JoinedBy = Literal["source", "work"]
HOLDERS = frozenset({"series", "periodical", "issue", "collection", "file"})
"""Types of sources that hold many works, which have little else in common."""
TABLES = ("articles", "sources", "descriptions", "citations", "claims")
"""The tables that are read."""

_CITED, _DESCRIBED = "c", "d"


def shared(whole: Input, joined_by: JoinedBy, scratch: Path) -> Iterator[tuple[str, list[int]]]:
    """Yield each source that joins documents with the numbers (from 0) of those that it joins; *scratch* is a new folder.

    By ``source`` each source does, those in which others stand among them. By ``work`` those that hold many works
    (``HOLDERS``) join the documents alone that cite them as such. Raises DamagedError.
    """
    found = Sorter(scratch)
    for number, (_, source) in whole.numbered(whole.rows("descriptions", "article", "source")):
        found.add(f"{source}\t{_DESCRIBED}\t{number}".encode())
    if joined_by == "work":
        for rows in (whole.rows("citations", "article", "source"), _evidence(whole)):
            for number, (_, source) in whole.numbered(rows):
                found.add(f"{source}\t{_CITED}\t{number}".encode())
    holders = _holders(whole) if joined_by == "work" else iter(())
    holder = next(holders, None)
    for source, group in groupby(fields(found), key=lambda one: one[0]):
        while holder is not None and holder < source:
            holder = next(holders, None)
        counted = {_CITED} if source == holder else {_CITED, _DESCRIBED}
        articles = sorted({int(article) for _, how, article in group if how in counted})
        if len(articles) > 1:
            yield source, articles


def _evidence(whole: Input) -> Iterator[tuple[Value, ...]]:
    """Yield articles with the sources that their claims name as evidence."""
    for article, evidence in whole.rows("claims", "article", "evidence"):
        for one in evidence if isinstance(evidence, list) else ():
            if ":" not in one:  # else it is the name of a quotation, an image or a claim
                yield article, one


def _holders(whole: Input) -> Iterator[str]:
    """Yield the sources that hold many works, in the order of their keys, as all sources stand in the table."""
    return (str(key) for key, type_ in whole.rows("sources", "id", "type") if type_ in HOLDERS)
