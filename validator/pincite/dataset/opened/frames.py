"""Tables for pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandas.api.extensions import ExtensionDtype

_TYPES: Mapping[pa.DataType, ExtensionDtype] = {
    pa.int64(): pd.Int64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
    pa.string(): pd.StringDtype(),
}
"""Types that can tell nothing from nought, from no and from an empty text."""


def frame_of(table: pa.Table) -> pd.DataFrame:
    """Return a table as a frame; its lists are lists of Python's, and None for none."""
    lists = [field.name for field in table.schema if pa.types.is_list(field.type)]
    frame = table.drop_columns(lists).to_pandas(types_mapper=_TYPES.get)
    for name in table.column_names:
        if name in lists:
            at = table.column_names.index(name)
            frame.insert(at, name, pd.Series(table.column(at).to_pylist(), frame.index, dtype=object))
    return frame
