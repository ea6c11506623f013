"""What all commands on datasets have in common: faults become a line that says what would help, and files stay out of datasets."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.judge import progress
from pincite.cli.output import CallError, is_terminal, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_EXTRAS = {
    "orjson": "dataset",
    "pyarrow": "dataset",
    "duckdb": "query",
    "distributed": "dask",
    "numpy": "verify",
    "rapidfuzz": "verify",
}
"""What brings the libraries that datasets need."""


@contextmanager
def calls() -> Iterator[None]:
    """Turn what datasets raise into CallError."""
    try:
        _need_tables()
        from pincite.dataset.assembling.pictures import PictureChangedError  # noqa: PLC0415 - imports an extra
        from pincite.dataset.building.site import SiteError  # noqa: PLC0415
        from pincite.dataset.choosing.split import SplitError  # noqa: PLC0415
        from pincite.dataset.engines import EngineError  # noqa: PLC0415
        from pincite.dataset.package.manifest import NoDatasetError  # noqa: PLC0415
        from pincite.settings import ConfigError  # noqa: PLC0415

        try:
            yield
        except (
            ConfigError,
            EngineError,
            NoDatasetError,
            PictureChangedError,
            SiteError,
            SplitError,
        ) as error:
            raise CallError(str(error)) from None
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise CallError(f"{where}{told(error)}") from None
    except ImportError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _EXTRAS:
            raise
        message = f"this needs {missing}, which is not installed; pip install 'pincite[{_EXTRAS[missing]}]'"
        raise CallError(message) from None


def shown_progress() -> Callable[[int, int], None] | None:
    """Return what shows how far a command has come, where somebody looks."""
    return progress if is_terminal(sys.stderr) else None


def stay_outside(output: str | None, folder: str) -> None:
    """Raise CallError for a file that would lie in a dataset: what is in one is known to its manifest."""
    if output is not None and Path(os.path.realpath(folder)) in Path(os.path.realpath(output)).parents:
        raise CallError(f"--output: {output} would lie in the dataset, which has its own files alone")


def _need_tables() -> None:
    import pyarrow as pa  # noqa: F401, PLC0415 - an extra
