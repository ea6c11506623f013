"""Cells of CSV that a spreadsheet would run are made harmless, and can be told back.

A spreadsheet takes a cell for a formula that begins with ``=``, ``+``, ``-`` or ``@``, in East Asian versions with their other
widths, too, and passes over what cannot be seen before it. Such a text gets an apostrophe before it, which spreadsheets take
for "this is text" (OWASP, CSV Injection). So does one that has apostrophes before such a beginning: of a cell that begins
with an apostrophe and then, behind any more of them, so, the first one is not its own, and all texts can be told back.
In Parquet and JSONL all texts are as they were.

Two things a reader of CSV should know. An empty text is ``""``, nothing is nothing between two commas; readers that take
both for one, as Python's ``csv`` does, find the difference in Parquet. And cells are parted by commas: a spreadsheet
that parts them by semicolons, as one does that is set to German or French and opens the file by a double click, parts texts
at their own semicolons and ends of lines, and may run what stands behind one. There the file is to be imported, with the comma.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from pincite.dataset.json_lines import compact
from pincite.dataset.tables.arrow import schema_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, BinaryIO

    from pincite.dataset.tables.columns import Table

_SIGNS = (
    "=+@\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\ufb29\u207a-\u207c\u208a-\u208c\u2a75\u2a76\\-"
)
"""The signs, the minus sign, and what stands for one of them: full width, small, raised and lowered ones."""
_UNSEEN = (
    "\\x00-\\x20\\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""White space, control characters, and those that only steer others: by name, since libraries know different Unicodes."""
DANGEROUS = f"^'*(?:[{_UNSEEN}]*[{_SIGNS}]|[\\t\\r\\n])"
"""How texts begin that are made harmless; RE2 and Python's ``re`` read it alike."""
MARK = "'"
"""What is put before them."""


def csv_writer(target: Path | BinaryIO, table: Table) -> pyarrow.csv.CSVWriter:
    """Return what writes the rows of a table, made ``harmless``, as CSV with the names of the columns above them."""
    schema = harmless(schema_of(table).empty_table()).schema
    return pyarrow.csv.CSVWriter(
        target, schema, write_options=pyarrow.csv.WriteOptions(quoting_style="needed")
    )


def harmless(table: pa.Table) -> pa.Table:
    """Return a table as it goes into CSV: lists as JSON, texts that would be run with an apostrophe before them."""
    return pa.Table.from_arrays([_cells(one) for one in table.columns], names=table.column_names)


def harmless_text(text: str) -> str:
    """Return one text as it goes into CSV; ``harmless`` does the same for whole columns."""
    return MARK + text if re.match(DANGEROUS, text) else text


def _cells(column: pa.ChunkedArray[Any]) -> pa.ChunkedArray[Any]:
    if pa.types.is_list(column.type):
        texts = [None if one is None else compact(one) for one in column.to_pylist()]
        return pa.chunked_array([pa.array(texts, pa.string())])
    if not pa.types.is_string(column.type):
        return column
    dangerous = pc.match_substring_regex(column, DANGEROUS)
    if not pc.any(dangerous).as_py():
        return column
    marked = pc.replace_substring_regex(column, "^", MARK, max_replacements=1)
    return cast("pa.ChunkedArray[Any]", pc.if_else(dangerous, marked, column))
