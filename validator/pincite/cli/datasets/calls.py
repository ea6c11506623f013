"""What can go wrong in any command on datasets becomes a line that says what would help."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pincite.cli.output import CallError, told

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXTRAS = {
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


def _need_tables() -> None:
    import pyarrow as pa  # noqa: F401, PLC0415 - an extra
