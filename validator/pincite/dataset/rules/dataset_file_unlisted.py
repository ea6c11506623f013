"""A file in the folder of a dataset is not of the dataset.

## Why

Nobody vouches for a file that the manifest does not list: it has no digest, and is left behind when the dataset is built anew.

## Bad

A file `notes.txt` beside `manifest.json`.

## Good

The folder has the manifest and the files that it lists. Anything else lies elsewhere.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN904",
    "dataset-file-unlisted",
    "warning",
    "A file in the folder of a dataset is not of the dataset.",
)
