"""A file is too large, too deeply nested or has too many faults.

## Why

No article needs 64 levels of nesting, a number of 400 digits or 64 MiB; a file that has them is broken or
hostile, and reading on would take time and memory from the others.

## Bad

A list inside a list inside a list, 65 deep.

## Good

Split a large collection into one document an article, or into the lines of `NAME.pincite.jsonl`.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN006", "limit-exceeded", "error", "A file is too large, too deeply nested or has too many faults."
)
