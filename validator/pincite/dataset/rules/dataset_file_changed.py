"""A file of a dataset is not the one that was built: its size or digest differs.

## Why

A file that is damaged on its way, or edited afterwards, no longer says what the documents say. It is not looked at any further,
since all that could be found in it may come of that.

## Bad

One byte of `tables/quotations.parquet` is another than it was, or somebody has mended a line of `documents.jsonl` by hand.

## Good

The files as they were built. Whoever wants other content changes the documents, and builds the dataset again.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN903",
    "dataset-file-changed",
    "error",
    "A file of a dataset is not the one that was built: its size or digest differs.",
)
