"""A folder of documents that name all kinds of files, what is told of a dataset by one digest, and builds that are killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

from benchmarks.synthetic import record
from pincite.dataset.building.build import Plan, build
from pincite.dataset.engines import ALONE
from tests.conftest import Pincite
from tests.dataset.png import png

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from typing_extensions import Self

    from pincite.dataset.building.build import Built
    from pincite.dataset.engines import Workers

SHARD_BYTES = 3000
"""Small, so that a few documents are many shards."""
ALL = ("bells.pincite.yaml", "lamps.pincite.yaml", "many.pincite.jsonl")
BELLS = """pincite: "1.0"
article: {title: Harbour bells, date: "1912", license: CC0-1.0, text: {path: bells.txt}, url: "https://example.org/bells"}
catalogues: [shared.yaml]
quotations:
  - {id: q1, text: The bell was heard at six., citations: [{source: bell-book, images: [scan]}]}
images:
  - {id: scan, role: evidence, path: scan.png, license: CC0-1.0, alt: {text: A page}}
"""
SHARED = """pincite: "1.0"
article: {title: Books on harbours}
sources:
  - {id: bell-book, type: book, title: The bell book, date: "1901", copies: [{path: bell-book.txt}]}
"""
LAMPS = """pincite: "1.0"
article: {title: Harbour lamps, date: "1913", language: en, url: "https://example.org/lamps"}
sources:
  - {id: log, type: book, title: Log of lamps}
quotations:
  - {id: q1, text: The lamp burnt till five., citations: [{source: log}]}
"""


def lay_out(folder: Path, documents: int = 14) -> Path:
    """Fill a folder with documents, and with what they name; one of them is there twice."""
    folder.mkdir(parents=True)
    (folder / "bells.pincite.yaml").write_text(BELLS, "utf-8")
    (folder / "bells.txt").write_text(
        "Harbour bells\n\nThe book says: “The bell was heard at six.”\n", "utf-8"
    )
    (folder / "bell-book.txt").write_text("The bell was heard at six.\n", "utf-8")
    (folder / "shared.yaml").write_text(SHARED, "utf-8")
    (folder / "scan.png").write_bytes(png(7))
    (folder / "lamps.pincite.yaml").write_text(LAMPS, "utf-8")
    (folder / "pincite.toml").write_text('[severity]\nPIN106 = "info"\n', "utf-8")
    numbers = [*range(documents), 3]
    lines = "".join(f"{json.dumps(record(number), ensure_ascii=False)}\n" for number in numbers)
    (folder / "many.pincite.jsonl").write_text(lines, "utf-8")
    return folder


def plan_of(folder: Path, *, verify: bool = False) -> Plan:
    return Plan(folder, ALL, verify=verify, shard_bytes=SHARD_BYTES)


def built(folder: Path, out: Path, workers: Workers = ALONE) -> Built:
    return build(plan_of(folder), out, workers)


def digest_of(folder: Path) -> str:
    """Return one digest of a whole folder: the names of its files, and their bytes."""
    digest = sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        digest.update(
            f"{path.relative_to(folder).as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode()
        )
    return digest.hexdigest()


DRIVER = f"""
import functools, sys
import pincite.dataset.building.build as building
building.Plan = functools.partial(building.Plan, shard_bytes={SHARD_BYTES})
from pincite.cli import main
main(sys.argv[1:])
"""
"""The command itself, but for the size of shards."""


def started(*arguments: str, cwd: Path, mark: str = "") -> subprocess.Popen[bytes]:
    """Start ``pincite dataset build`` in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", DRIVER, "dataset", "build", *arguments],
        cwd=cwd, env=Pincite.environment({"PINCITE_TRIAL": mark}), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


_MORTUARY = """
import importlib, json, os, signal, sys
from pathlib import Path
import tests.dataset.desk as desk

def dies_at(place, times):
    path, _, name = place.replace(":", ".").rpartition(".")
    module, _, owned = place.partition(":")
    owner = importlib.import_module(module if owned else path)
    for one in owned.split(".")[:-1]:
        owner = getattr(owner, one)
    plain = getattr(owner, name)
    left = times
    def counted(*given, **named):
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(*given, **named)
    setattr(owner, name, counted)

desk.built(Path(sys.argv[1]) / "in", Path(sys.argv[1]) / "out")  # so that all is imported before
print("ready", flush=True)
for line in sys.stdin:
    folder, out, place, times, verify = json.loads(line)
    child = os.fork()
    if not child:
        try:
            dies_at(place, times)
            desk.build(desk.plan_of(Path(folder), verify=verify), Path(out))
            os._exit(0)
        finally:
            os._exit(1)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Mortuary:
    """A process whose copies build datasets and are killed at given places: cheaper than a new process each time."""

    def __init__(self, scratch: Path) -> None:
        lay_out(scratch / "in", 3)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _MORTUARY, str(scratch)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=Pincite.environment({"PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}),
        )  # fmt: skip

    def __enter__(self) -> Self:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate(timeout=60)

    def killed(self, folder: Path, out: Path, place: str, times: int = 1, *, verify: bool = False) -> bool:
        """Build a dataset until a function (``module:class.name``) is called so many times; return whether it came to that."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([str(folder), str(out), place, times, verify]) + "\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        assert status in {0, -9}, status
        return status == -9
