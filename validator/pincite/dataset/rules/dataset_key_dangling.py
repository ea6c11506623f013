"""A key in a table leads nowhere, or in a circle.

## Why

The tables are tied together by keys: a citation to its quotation, its source and its article. One that leads nowhere, or to a row
of another kind, is a citation of nothing. Sources that contain each other have no outermost one.

## Bad

A row of `tables/citations.parquet` has the `source` `s-0f3a`, and `tables/sources.parquet` has no such `id`.

## Good

Each key is the `id` of a row in the table that its column leads to.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN908",
    "dataset-key-dangling",
    "error",
    "A key in a table leads nowhere, or in a circle.",
)
