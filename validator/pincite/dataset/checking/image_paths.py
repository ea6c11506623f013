"""Concern: the table of images names files of the dataset alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.checking.folder import fault_of
from pincite.dataset.checking.telling import shown
from pincite.dataset.package.layout import MANIFEST
from pincite.dataset.rules import dataset_file_missing, path_outside_dataset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.checking.state import State
    from pincite.model.finding import Finding


def findings(state: State) -> Iterator[Finding]:
    """Yield what is wrong with the paths of files. Raises FileFaultError."""
    file = state.tables.get("images")
    if file is None:
        return
    for number, path in file.cells("path"):
        if not isinstance(path, str) or path in state.listed:
            continue
        fault = fault_of(path)
        where = f"row {number} of {file.path} has the path {shown(path)}"
        if fault is not None:
            message = f"{where}, which is no path in a dataset: {fault}"
            yield state.tell.finding(path_outside_dataset.RULE, file.path, message)
        else:
            message = f"{where}, which {MANIFEST} does not list"
            yield state.tell.finding(dataset_file_missing.RULE, file.path, message)
