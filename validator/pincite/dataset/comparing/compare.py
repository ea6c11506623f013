"""The way of a comparison, from two datasets to their differences."""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from pincite.dataset.comparing.differences import Difference, Differences
from pincite.dataset.comparing.pairing import Pairing
from pincite.dataset.comparing.renaming import Naming
from pincite.dataset.deriving.inputs import DamagedError
from pincite.dataset.package.layout import DOCUMENTS, INPUTS, table_file
from pincite.dataset.sorting.runs import grouped
from pincite.dataset.sorting.sorter import Sorter
from pincite.dataset.statistics.cited import in_a_line
from pincite.dataset.tables import BY_NAME
from pincite.reporters.columns import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from pincite.dataset.deriving.inputs import Input
    from pincite.dataset.tables.columns import Row, Table, Value

COMPARED = ("articles", "sources", "citations", "quotations", "claims", "relations", "images")
"""The tables that are compared; what documents hold besides is compared as a whole, as the column ``document`` of articles."""
DOCUMENT = "document"
_COUNTING = {"sources": frozenset({"articles", "descriptions"})}
"""Columns that count rows of other tables, and say nothing of their own."""
_LABELS = {
    "articles": ("title",),
    "sources": ("authors", "title", "type", "date"),
    "citations": ("raw", "source", "page"),
    "quotations": ("text",),
    "claims": ("text",),
    "relations": ("type",),
    "images": ("label", "alt", "caption"),
}
"""By which columns people know a row: the first, or else what the others have; a source by all of them."""
_LABEL = 200
"""Columns of these words, at most."""
_SHORT = 64
"""Characters that a text may have to be compared as it is, and not by its digest."""
_TOLD = 30
"""Characters of a value that is told where it has changed, at most: two of them and a name stand in a line."""
_OLD, _NEW = "0", "1"


class Comparison:
    """What is different between two datasets: ``tables`` has the differences of each table, ``about`` what is said otherwise of them."""

    def __init__(self, old: Input, new: Input, tables: dict[str, Differences]) -> None:
        self.old = old
        self.new = new
        self.tables = tables
        before, after = old.manifest.about._asdict(), new.manifest.about._asdict()
        self.about = tuple(name for name in after if before[name] != after[name])

    @property
    def is_equal(self) -> bool:
        """Return whether both datasets have the same documents; what is said of them as a whole does not count."""
        return not any(one.is_any for one in self.tables.values())


def compare(old: Input, new: Input, scratch: Path) -> Comparison:
    """Compare two datasets; their differences are kept in a folder. Raises DamagedError and OSError."""
    for one in (old, new):
        one.need(INPUTS, DOCUMENTS)
        one.need_tables(*COMPARED, "descriptions")
    naming = Naming(old, new, Pairing(old, new, scratch / "pairing"))
    tables = {}
    for name in COMPARED:
        with Differences(scratch / f"{name}-differences") as found:
            if not (naming.is_same and _is_same_file(old, new, name)):
                _compare(naming, BY_NAME[name], found, scratch / name)
        tables[name] = found
    return Comparison(old, new, tables)


def _is_same_file(old: Input, new: Input, table: str) -> bool:
    paths = {table_file(BY_NAME[table], "parquet").as_posix()} | (
        {DOCUMENTS} if table == "articles" else set()
    )
    both = [{one for one in dataset.manifest.files if one.path in paths} for dataset in (old, new)]
    return both[0] == both[1]


def _compare(naming: Naming, table: Table, found: Differences, scratch: Path) -> None:
    kept = [number for number, column in enumerate(table.columns) if _is_compared(table, column.name)]
    labels = [table.at(name) for name in _LABELS[table.name]]
    lines = Sorter(scratch)
    names = [column.name for column in table.columns]
    before = ((str(row[0]), row) for row in naming.old.rows(table.name, *names))
    for side, dataset, rows in ((_OLD, naming.old, before), (_NEW, naming.new, naming.rows(table))):
        for (key, row), document in _with_documents(dataset, table, rows):
            words = _words(table, [row[number] for number in labels])
            values = [*(_short(row[number]) for number in kept), document]
            lines.add(f"{json.dumps(row[0])}\t{side}\t{json.dumps([key, words, values])}".encode())
    columns = (*(names[number] for number in kept), DOCUMENT)
    for _, group in grouped(lines):
        rows_of: dict[str, list[str]] = {_OLD: [], _NEW: []}
        for which, text in group:
            rows_of[which].append(text)
        _tell(rows_of[_OLD], rows_of[_NEW], columns, found)


def _is_compared(table: Table, column: str) -> bool:
    return column not in table.key and column not in _COUNTING.get(table.name, ())


def _with_documents(
    dataset: Input, table: Table, rows: Iterable[tuple[str, Row]]
) -> Iterator[tuple[tuple[str, Row], str]]:
    """Yield rows, those of articles with the digests of their documents."""
    if table.name != "articles":
        yield from ((row, "") for row in rows)
        return
    # inputs.jsonl has these digests, too, but whoever changes a document may not change them
    with (dataset.folder / DOCUMENTS).open("rb") as stream:
        for row, line in zip_longest(rows, stream):
            if row is None or line is None:
                raise DamagedError(
                    f"{dataset.folder}: {DOCUMENTS} has not the articles of the table, one a line"
                )
            yield row, sha256(line).hexdigest()


def _words(table: Table, values: Sequence[Value]) -> str:
    """Return some words by which people know a row."""
    if table.name == "sources":
        authors, *others = values
        line = in_a_line(cast("list[str]", authors or []), *cast("list[str | None]", others))
        return cut(line, _LABEL)
    texts = [", ".join(one) if isinstance(one, list) else str(one or "") for one in values]
    return cut(texts[0] or ", ".join(one for one in texts if one), _LABEL)


def _short(value: Value) -> object:
    """Return a value as it is compared: a long text by its digest."""
    if isinstance(value, str) and len(value) > _SHORT:
        return {"sha256": sha256(value.encode()).hexdigest()}
    return value


def _tell(before: list[str], after: list[str], columns: tuple[str, ...], found: Differences) -> None:
    """Tell what is different between rows with one key: one in each dataset, unless somebody else made it."""
    old, new = [json.loads(one) for one in before], [json.loads(one) for one in after]
    for one, other in zip(old, new, strict=False):
        changed = tuple(
            name for name, value, now in zip(columns, one[2], other[2], strict=True) if value != now
        )
        if changed:
            was = one[0] if one[0] != other[0] else None
            values = _values(columns, one[2], other[2])
            found.add("changed", Difference(other[0], other[1], changed, was, values))
    for one in old[len(new) :]:
        found.add("gone", Difference(one[0], one[1]))
    for one in new[len(old) :]:
        found.add("added", Difference(one[0], one[1]))


def _values(
    columns: tuple[str, ...], old: Sequence[object], new: Sequence[object]
) -> dict[str, tuple[str | None, str | None]]:
    """Return what stood in the columns that have changed, and what stands there now, where both are short enough to be told."""
    found = {}
    for name, *both in zip(columns, old, new, strict=True):
        texts = [_told(value) for value in both]
        if both[0] != both[1] and name != DOCUMENT and not any(len(text or "") > _TOLD for text in texts):
            found[name] = (texts[0], texts[1])
    return found


def _told(value: object) -> str | None:
    """Return a value as people read it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return json.dumps(value)
