"""Articles that nobody wrote for this project, where somebody has put them: in ``../shared/corpus/seeds``."""

from __future__ import annotations

from pathlib import Path

import pytest

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "seeds"

SAMPLES = sorted(_FOLDER.glob("*.txt"))
"""Their paths; none on most machines."""
sample = pytest.mark.parametrize(
    "path",
    SAMPLES or [pytest.param(None, marks=pytest.mark.skip(reason="the sample articles are not here"))],
    ids=lambda path: path.stem if path else "none",
)
"""Asks a test for ``path``, once for each of them; skipped where there are none."""
