"""Two parts of a dataset say different things.

## Why

The tables are made of the documents, CSV has the rows of Parquet, and the manifest counts them. Where they differ, what people
find depends on which of them they open.

## Bad

`documents.jsonl` gives a quotation as "six strokes", and `tables/quotations.parquet` as "ten strokes".

## Good

The dataset as it was built. Whoever wants other content changes the documents, and builds it again.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN909",
    "dataset-parts-disagree",
    "error",
    "Two parts of a dataset say different things.",
)
