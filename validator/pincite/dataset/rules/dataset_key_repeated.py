"""Two rows of a table, or two files of a dataset, have one key.

## Why

What leads to a row by its key leads to two. Of two files whose names differ in letter case alone, many systems keep one.

## Bad

Two rows of `tables/quotations.parquet` have the `id` `https://example.org/clock#q1`.

## Good

Each row has a key of its own.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN907",
    "dataset-key-repeated",
    "error",
    "Two rows of a table, or two files of a dataset, have one key.",
)
