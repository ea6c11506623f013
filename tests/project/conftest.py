"""What the tests of the project share: a copy of it as it stands, uncommitted work included."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSED_OVER = shutil.ignore_patterns(
    ".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis", "build", "dist", "*.egg-info", "data"
)


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a commit of the working tree would hold; not to be written to."""
    target = tmp_path_factory.mktemp("pristine") / "pincite"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode or not (ROOT / ".git").exists():  # an unpacked archive
        shutil.copytree(ROOT, target, ignore=PASSED_OVER, symlinks=True)
        return target
    for name in filter(None, listed.stdout.split("\0")):
        source, copied = ROOT / name, target / name
        if source.is_file():  # deleted and not yet committed otherwise
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, copied)
    return target


@pytest.fixture
def copy_of_the_project(pristine: Path, tmp_path: Path) -> Path:
    """A copy of one's own."""
    return Path(shutil.copytree(pristine, tmp_path / "pincite"))
