"""The main job in one command: ``python3 tools/try_it.py``.

Makes a virtual environment in ``.venv``, installs Pincite into it, converts an article of ``examples/`` and
checks the result. Needs Python and git's checkout only; what it writes lies in ``build/try-it``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_ENVIRONMENT = _ROOT / ".venv"
_ARTICLE = Path("examples", "tide-clock", "article.txt")
_DOCUMENT = Path("build", "try-it", "tide-clock.pincite.yaml")


def main() -> int:
    """Install, convert and check; return the exit status of the first step that fails."""
    scripts = _ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
    if not (scripts / "pip").exists() and not (scripts / "pip.exe").exists():
        print(f"$ python -m venv {_ENVIRONMENT.name}", flush=True)
        venv.create(_ENVIRONMENT, with_pip=True)
    (_ROOT / _DOCUMENT).parent.mkdir(parents=True, exist_ok=True)
    quiet = ["--quiet", "--disable-pip-version-check"]
    steps = [
        [str(scripts / "python"), "-m", "pip", "install", *quiet, "."],
        [str(scripts / "pincite"), "convert", str(_ARTICLE), "-o", str(_DOCUMENT)],
        # warnings are what a fresh conversion has; only errors would make this step fail
        [str(scripts / "pincite"), "check", "--fail-on", "error", str(_DOCUMENT)],
    ]
    for step in steps:
        print("$", Path(step[0]).name, " ".join(step[1:]), flush=True)
        status = subprocess.run(step, cwd=_ROOT, check=False).returncode  # noqa: S603 - the steps above
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
