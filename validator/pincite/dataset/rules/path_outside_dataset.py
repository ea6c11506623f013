r"""A path or a link in a dataset leads out of its folder.

## Why

Whoever opens the files of a dataset from elsewhere must not be led to files of their own. No such path is followed.

## Bad

The manifest, a descriptor, `SHA256SUMS`, a document or a table names `../secret.png`, `/etc/hosts` or `C:\keys`; or a file of the
dataset is a link.

## Good

All paths count from the folder of the dataset, with `/` between their parts and without `..`, and all files are there themselves.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN905",
    "path-outside-dataset",
    "error",
    "A path or a link in a dataset leads out of its folder.",
)
