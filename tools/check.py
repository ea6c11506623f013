"""Everything that must hold before a change is accepted, in one command: ``python3 tools/check.py``.

It needs Python and git only. Outside a virtual environment it makes one in ``.venv-check`` and goes on there. All steps run, whatever
an earlier one says; the exit status is 1 if any failed. The tests come last, so that their summary stands last.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv-check"
INSTALL = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", ".[dev]")
STEPS = (
    ("lint", ("-m", "ruff", "check", ".")),
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("generated files", ("tools/generate.py", "--check")),
    # apart from the others: what judges datasets takes so much memory that all tests behind it would be slower
    ("tests of datasets", ("-m", "pytest", "-q", "-n", "auto", "tests/dataset")),
    ("tests", ("-m", "pytest", "-q", "-n", "auto", "--ignore=tests/dataset")),
)


def main() -> int:
    """Run all steps and return the exit status."""
    python = sys.executable if sys.prefix != sys.base_prefix else _environment()
    if _run("install", python, INSTALL):
        return 1
    failed = [name for name, arguments in STEPS if _run(name, python, arguments)]
    if failed:
        print(f"\nfailed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def _environment() -> str:
    """Return the Python of this project's own environment, which is made when it is not there yet."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"== environment {ENVIRONMENT.name}", flush=True)
        venv.create(ENVIRONMENT, with_pip=True, upgrade_deps=True)
    return str(python)


def _run(name: str, python: str, arguments: tuple[str, ...]) -> int:
    print(f"== {name}", flush=True)
    return subprocess.run([python, *arguments], cwd=ROOT, check=False).returncode  # noqa: S603 - the commands above


if __name__ == "__main__":
    raise SystemExit(main())
