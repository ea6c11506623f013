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
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

    from pincite.dataset.tables.columns import Row
    from pincite.model.format import Source

_BATCH = 5_000
"""Rows of a batch."""


def batches(
    runs: Sequence[Path],
    scratch: Path,
    compare: Callable[[str, Source, Sequence[Source]], None] | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield the rows of the table of sources, in the order of their keys.

    ``compare`` is given each source that is described in several ways: its key, its fullest description, and all of them.
    """
    rows: list[Row] = []
    for key, found in grouped(merged(runs, scratch)):
        texts = sorted({text for _, text, _ in found})
        source = cast("Source", value_of(fullest(texts)))
        if compare is not None and len(texts) > 1:
            compare(key, source, [cast("Source", value_of(text)) for text in texts])
        articles = sum(int(count) for _, _, count in found)
        rows.append(row_of(key, found[0][0], source, articles, len(texts)))
        if len(rows) >= _BATCH:
            yield batch_of(BY_NAME["sources"], rows)
            rows.clear()
    if rows:
        yield batch_of(BY_NAME["sources"], rows)
