"""What all tests share: ``--update`` for expectations, and two ways to run the command."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from pincite.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

settings.register_profile("fixed", derandomize=True)
if not os.environ.get("PINCITE_RANDOM_TESTS"):
    # the same examples in every run; random ones are asked for, and what they find becomes a named case
    settings.load_profile("fixed")

SECONDS = 120
"""After how long a command under test counts as hung."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write expectations anew instead of comparing them"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("update") and os.environ.get("CI"):
        raise pytest.UsageError("--update is refused where CI is set: expectations are changed by people")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("update"))


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


class Pincite:
    """Runs the command in a process of its own."""

    def __call__(
        self,
        *arguments: str | bytes,
        cwd: Path | None = None,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
    ) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "pincite", *arguments],
            cwd=cwd,
            input=stdin,
            env=self.environment(env),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    @staticmethod
    def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the environment without what changes the output, at 80 columns."""
        plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "CI", "TERM"}}
        return {**plain, "COLUMNS": "80", "TERMINAL_WIDTH": "80", "TERM": "xterm", **(extra or {})}


@pytest.fixture
def pincite() -> Pincite:
    return Pincite()


class PinciteInside:
    """Runs the command inside the test's own process: quick, but without the system around it."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture

    def __call__(self, *arguments: str) -> Outcome:
        self._capture.readouterr()
        with pytest.raises(SystemExit) as end:
            main(arguments)
        printed = self._capture.readouterr()
        return Outcome(int(end.value.code or 0), printed.out.decode(), printed.err.decode())


@pytest.fixture
def pincite_inside(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Iterator[PinciteInside]:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERMINAL_WIDTH", "80")
    thresholds = gc.get_threshold()
    yield PinciteInside(capsysbinary)
    gc.set_threshold(*thresholds)  # the command sets its own, as its process ends
