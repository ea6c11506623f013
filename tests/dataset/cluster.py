"""A real Dask cluster over TCP: a scheduler and workers, each a process of its own, on ports that the system chooses."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.conftest import Pincite

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from typing_extensions import Self

SECONDS = 60
"""After how long a cluster that is not there counts as hung."""
SLOW = """
import time
from pincite.dataset.engines import replies
def work_on(job, shard, plain=replies.work_on):
    time.sleep(0.1)
    return plain(job, shard)
replies.work_on = work_on
"""
"""Shards take long enough for a worker to be killed over one."""
OTHER = "import pincite\npincite.__version__ = '0.0.1'\n"
"""Another version of this program."""
NONE = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "pincite":
            raise ModuleNotFoundError("No module named 'pincite'", name="pincite")
sys.meta_path.insert(0, Hidden())
"""
"""No such program at all."""


class Cluster:
    """A scheduler, and the workers that are added to it; used with ``with``, after which all of them are gone."""

    def __init__(self, folder: Path, host: str = "127.0.0.1", prefix: tuple[str, ...] = ()) -> None:
        self._folder = folder
        folder.mkdir()
        self._file = folder / "scheduler.json"
        self._running: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start(
            "scheduler", "--host", host, "--port", "0", "--scheduler-file", str(self._file), "--no-show",
            "--no-jupyter", prefix=prefix,
        )  # fmt: skip
        end = time.monotonic() + SECONDS
        while not self._address() and time.monotonic() < end:
            time.sleep(0.05)
        self.address = self._address()
        assert self.address, self.said()

    def worker(
        self, preload: str = "", host: str = "127.0.0.1", prefix: tuple[str, ...] = ()
    ) -> subprocess.Popen[bytes]:
        """Start a worker, which does first what the text of a module says."""
        number = len(self._running)
        more = []
        if preload:
            path = self._folder / f"preload{number}.py"
            path.write_text(preload, "utf-8")
            more = ["--preload", str(path)]
        return self._start(
            "worker", self.address, "--host", host, "--nthreads", "1", "--no-nanny", "--local-directory",
            str(self._folder / f"worker{number}"), *more, prefix=prefix,
        )  # fmt: skip

    def wait_for(self, number: int) -> None:
        """Wait until so many workers are there, no more and no fewer."""
        from distributed import Client  # noqa: PLC0415 - an extra

        with Client(self.address, set_as_default=False) as client:  # type: ignore[no-untyped-call]  # without types
            end = time.monotonic() + SECONDS
            while len(client.nthreads()) != number:
                assert time.monotonic() < end, self.said()
                time.sleep(0.05)

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End a worker in an orderly way."""
        process.terminate()
        process.wait(SECONDS)

    def said(self) -> str:
        """Return what all processes have printed."""
        return "".join(path.read_text("utf-8") for path in sorted(self._folder.glob("*.log")))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one in self._running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(one.pid, signal.SIGKILL)
            one.wait(SECONDS)

    def _address(self) -> str:
        try:
            return str(json.loads(self._file.read_text("utf-8"))["address"])
        except (OSError, ValueError):
            return ""

    def _start(self, *arguments: str, prefix: tuple[str, ...]) -> subprocess.Popen[bytes]:
        number = len(self._running)
        with (self._folder / f"{number}.log").open("wb") as log:
            process = subprocess.Popen(
                [*prefix, sys.executable, "-m", "dask", *arguments, "--no-dashboard"],
                env=Pincite.environment({"PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd=self._folder,
            )  # fmt: skip
        self._running.append(process)
        return process
