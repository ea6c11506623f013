"""Descriptions of one source become one row: the fullest of them, which was the same wherever it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.dataset.assembling.near import fullest
from pincite.dataset.json_lines import value_of
from pincite.dataset.sorting.runs import grouped, merged
from pincite.dataset.tables import BY_NAME
from pincite.dataset.tables.arrow import batch_of
from pincite.dataset.tables.sources import row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

    from pincite.dataset.tables.columns import Row
    from pincite.model.format import Source

_BATCH = 5_000
"""Rows of a batch."""


def batches(runs: Sequence[Path], scratch: Path) -> Iterator[pa.RecordBatch]:
    """Yield the rows of the table of sources, in the order of their keys."""
    rows: list[Row] = []
    for key, found in grouped(merged(runs, scratch)):
        rows.append(_row(key, found))
        if len(rows) >= _BATCH:
            yield batch_of(BY_NAME["sources"], rows)
            rows.clear()
    if rows:
        yield batch_of(BY_NAME["sources"], rows)


def _row(key: str, found: list[list[str]]) -> Row:
    rule = found[0][0]
    texts = {text for _, text, _ in found}
    articles = sum(int(count) for _, _, count in found)
    return row_of(key, rule, cast("Source", value_of(fullest(texts))), articles, len(texts))
