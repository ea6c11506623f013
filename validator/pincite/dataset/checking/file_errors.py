"""What ends a concern about one file of a dataset, and is told as a finding; the other concerns go on."""

from __future__ import annotations

from pincite.dataset.rules import dataset_file_changed, dataset_table_malformed


class FileFaultError(Exception):
    """A file of a dataset, named by its path there, cannot be read on; ``why`` is what is told of it."""

    rule = dataset_file_changed.RULE

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class FileLostError(FileFaultError):
    """A file was there before, and is no longer, or has become a link or a pipe."""


class TableError(FileFaultError):
    """A Parquet or CSV file is none, or none of a dataset."""

    rule = dataset_table_malformed.RULE
