"""A table of a dataset cannot be read, or has other columns than it should.

## Why

Programs that work with datasets rely on the columns and their types, and on pieces of a size that fits into memory.

## Bad

`tables/claims.parquet` is no Parquet; or it lacks the column `source`, has numbers there, or says that it has more rows than the
documents have bytes.

## Good

The tables as `pincite dataset build` writes them.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN906",
    "dataset-table-malformed",
    "error",
    "A table of a dataset cannot be read, or has other columns than it should.",
)
