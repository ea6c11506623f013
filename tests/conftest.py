"""What all tests share: ``--update`` for expectations, and two ways to run the command."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from pincite.cli import main

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# how long an example takes says more of what else the machine does than of the code; growth is tested in tests/growth.py
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fixed", _UNTIMED, derandomize=True)
settings.register_profile("random", _UNTIMED)
if not os.environ.get("PINCITE_RANDOM_TESTS"):
    # the same examples in every run; random ones are asked for, and what they find becomes a named case
    settings.load_profile("fixed")
else:
    settings.load_profile("random")

SECONDS = 120
"""After how long a command under test counts as hung."""
UNWANTED = ("NO_COLOR", "CI", "GITHUB_ACTIONS", "TERM")
"""What in the environment changes the output."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write expectations anew instead of comparing them"
    )


def pytest_configure(config: pytest.Config) -> None:
    os.environ["PINCITE_CACHE"] = ""  # what another run has found must not stand for what a test asks
    if config.getoption("update") and os.environ.get("CI"):
        raise pytest.UsageError("--update is refused where CI is set: expectations are changed by people")


def pytest_collection_finish() -> None:
    """Let Python look for garbage no more among what all tests have imported: that is hundreds of megabytes, and stays."""
    gc.collect()
    gc.freeze()


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
        plain = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        return {**plain, "COLUMNS": "80", "TERMINAL_WIDTH": "80", "TERM": "xterm", **(extra or {})}


@pytest.fixture
def pincite_process() -> Pincite:
    """Run the command in a process of its own, for what the system around it does."""
    return Pincite()


class PinciteInside(Pincite):
    """Runs the command inside the test's own process: quick, but without the system around it.

    Calls with an environment of their own, or with arguments that are no text, still get a process.
    """

    def __init__(self, capture: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capture = capture
        self._monkeypatch = monkeypatch

    def __call__(
        self,
        *arguments: str | bytes,
        cwd: Path | None = None,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
    ) -> Outcome:
        texts = [one for one in arguments if isinstance(one, str)]
        if env or len(texts) < len(arguments):
            return super().__call__(*arguments, cwd=cwd, stdin=stdin, env=env)
        self._capture.readouterr()
        thresholds = gc.get_threshold()
        with self._monkeypatch.context() as here:
            here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            if cwd is not None:
                here.chdir(cwd)
            with pytest.raises(SystemExit) as end:
                main(texts)
        gc.set_threshold(*thresholds)  # the command sets its own, as its process ends
        printed = self._capture.readouterr()
        return Outcome(int(end.value.code or 0), printed.out.decode(), printed.err.decode())


@pytest.fixture
def pincite_inside(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> PinciteInside:
    for name in UNWANTED:
        monkeypatch.delenv(name, raising=False)
    for name, value in {"COLUMNS": "80", "TERMINAL_WIDTH": "80", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)
    return PinciteInside(capsysbinary, monkeypatch)


@pytest.fixture
def pincite(pincite_inside: PinciteInside) -> Pincite:
    """Run the command; in a process of its own where a module says so by a fixture of this name."""
    return pincite_inside
