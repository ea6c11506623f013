"""A file cannot be opened or read.

## Why

A file that is silently passed over looks like a file without faults.
The rest of the run goes on, and the file counts as faulty.

## Bad

```console
$ pincite check --format concise no-such-file.pincite.yaml
no-such-file.pincite.yaml: PIN001 cannot read the file: no such file or directory
```

## Good

Name a file that exists and that you may read. A folder is searched for Pincite files.
"""

from pincite.model.rule import Rule

RULE = Rule("PIN001", "file-unreadable", "error", "A file cannot be opened or read.")
