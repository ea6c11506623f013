"""The manifest of a dataset is not there, or cannot be read.

## Why

The manifest says which files a dataset has and what their digests are. It is written last: a folder without one is no dataset,
or one that was never finished. A manifest of another version of the layout, or with other members than
`dataset.schema.json` has, cannot be held against the files.

## Bad

A folder with `documents.jsonl` and `tables/`, but no `manifest.json`; or a manifest that says `"pincite_dataset": "9.0"`.

## Good

The folder as `pincite dataset build` left it. An unfinished one is finished by running the same command again.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN901",
    "manifest-unreadable",
    "error",
    "The manifest of a dataset is not there, or cannot be read.",
)
