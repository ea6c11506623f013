"""A line of a dataset is not what the others of its file are.

## Why

Each line of `documents.jsonl` is a document with its id, each of `inputs.jsonl` says where one came from, and each of
`findings.jsonl` is a finding. Programs read them line by line.

## Bad

A line of `documents.jsonl` is blank, is no JSON, or is a document without `id`.

## Good

Each line is one JSON object, written as `pincite dataset build` writes it.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN910",
    "dataset-line-malformed",
    "error",
    "A line of a dataset is not what the others of its file are.",
)
