"""What tests of datasets share: a small one to be damaged, and builds that wait for nothing."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module", autouse=True)
def _spared_disk() -> Iterator[None]:
    """Do not wait for the disk: that files are handed to it counts where the machine dies, which no test here can see."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="module")
def unhurried() -> Iterator[None]:
    """Build datasets without what describes them, which is tested elsewhere."""
    from pincite.dataset import describing  # noqa: PLC0415 - needs an extra

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(describing, "DESCRIPTORS", ())
        yield


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset in which there is nothing to be found; whoever changes it changes it back."""
    from tests.dataset.checked import built  # noqa: PLC0415 - needs an extra

    return built(tmp_path_factory.mktemp("clean") / "ds")


@pytest.fixture
def dataset(clean: Path, tmp_path: Path) -> Path:
    """Return a copy of it, to be damaged."""
    return shutil.copytree(clean, tmp_path / "ds")
