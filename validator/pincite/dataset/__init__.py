"""Datasets: many documents as tables and lines that others can load, check, cite and rebuild.

``open`` loads one:

    import pincite.dataset

    data = pincite.dataset.open("OUT")
    for row in data.rows("quotations", ["article", "text"]):
        ...

What is no dataset raises ``pincite.dataset.NoDatasetError``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from pincite.dataset.opened.dataset import Dataset
    from pincite.dataset.package.manifest import NoDatasetError

__all__ = ["Dataset", "NoDatasetError", "open"]


def open(path: str | os.PathLike[str]) -> Dataset:  # noqa: A001 - as pincite.dataset.open, it opens a dataset
    """Return the dataset in a folder, of which no more than the manifest is read by now; raises NoDatasetError."""
    from pincite.dataset.opened.dataset import Dataset  # noqa: PLC0415 - this package is imported by all of its parts

    return Dataset(path)


def __getattr__(name: str) -> object:
    """Return what is named only to be caught, or to tell types; this package is imported by all of its parts."""
    if name == "NoDatasetError":
        from pincite.dataset.package.manifest import NoDatasetError  # noqa: PLC0415 - see above

        return NoDatasetError
    if name == "Dataset":
        from pincite.dataset.opened.dataset import Dataset  # noqa: PLC0415 - see above

        return Dataset
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
