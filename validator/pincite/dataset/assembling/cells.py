"""Cells of CSV that a spreadsheet would run are made harmless.

A spreadsheet takes a cell for a formula that begins with ``=``, ``+``, ``-`` or ``@``, in East Asian versions with their full-width
forms, too, and passes over white space before it. Such a text gets an apostrophe before it, which spreadsheets take for
"this is text" (OWASP, CSV Injection). In Parquet and JSONL all texts are as they were.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from typing import Any

DANGEROUS = "^[\\s\\x00\\x{feff}\\x{200b}\\x{2060}\\x{a0}\\x{3000}]*[=+\\-@\\x{ff1d}\\x{ff0b}\\x{ff0d}\\x{ff20}\\x{2212}]|^[\\t\\r\\n]"
"""How texts begin that are made harmless (RE2)."""
MARK = "'"
"""What is put before them."""


def harmless(table: pa.Table) -> pa.Table:
    """Return a table as it goes into CSV: lists as JSON, texts that would be run with an apostrophe before them."""
    return pa.Table.from_arrays([_cells(one) for one in table.columns], names=table.column_names)


def _cells(column: pa.ChunkedArray[Any]) -> pa.ChunkedArray[Any]:
    if pa.types.is_list(column.type):
        texts = [None if one is None else json.dumps(one, ensure_ascii=False) for one in column.to_pylist()]
        return pa.chunked_array([pa.array(texts, pa.string())])
    if not pa.types.is_string(column.type):
        return column
    dangerous = pc.match_substring_regex(column, DANGEROUS)
    if not pc.any(dangerous).as_py():
        return column
    marked = pc.replace_substring_regex(column, "^", MARK, max_replacements=1)
    return cast("pa.ChunkedArray[Any]", pc.if_else(dangerous, marked, column))
