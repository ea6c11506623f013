"""A file of a dataset is not there.

## Why

The manifest, or something else in the dataset, names a file. Without it the dataset is not the one that was built.

## Bad

The manifest lists `tables/claims.csv`, and there is no such file, or a folder or a pipe of that name.

## Good

All files that the manifest lists lie in the folder. A file that got lost is copied again from where the dataset came from.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN902",
    "dataset-file-missing",
    "error",
    "A file of a dataset is not there.",
)
