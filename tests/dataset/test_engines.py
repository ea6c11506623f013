"""All engines make the same bytes of the same documents, whoever is killed meanwhile, and say alike what goes wrong.

The cluster is one test: it is started once, and what is tried on it later needs what was done to it before.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import pickle
import shutil
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.engines import ALONE, EngineError, WorkError, Workers, engine_for, replies, team
from pincite.dataset.engines.there import Seen, sizes_of, work_there
from pincite.dataset.job import Job
from pincite.dataset.shards.fingerprint import program
from pincite.dataset.shards.planning import Part, Shard, planned
from pincite.settings import ConfigError
from tests.dataset.cluster import NONE, OTHER, SLOW, Cluster
from tests.dataset.desk import ALL, SHARD_BYTES, built, digest_of, lay_out, started
from tests.hostile.oracle import full
from tests.marked_processes import with_mark

if TYPE_CHECKING:
    import subprocess

    from pincite.dataset.building.build import Built

TOGETHER = Workers(number=2)
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
linux = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked for in /proc")
ENDS_WITHIN = 10
"""Seconds by the clock; a build needs a few hundredths, alone on its machine."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("engines") / "desk")


@pytest.fixture(scope="module")
def alone(desk: Path) -> tuple[Built, str]:
    """Return what one process makes of the documents, and the digest of all its bytes."""
    out = desk.with_name("alone")
    return built(desk, out), digest_of(out)


class Many:
    """A million shards, of which it is known how many were asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __len__(self) -> int:
        return 1_000_000

    def __getitem__(self, number: int) -> Shard:
        self.asked = max(self.asked, number + 1)
        return Shard((Part("lamps.pincite.yaml"),), (number + 1,))


def job_of(desk: Path, results: Path) -> Job:
    results.mkdir(parents=True, exist_ok=True)
    return Job(str(desk), str(results))


def assert_few_are_given_out(workers: Workers, job: Job) -> None:
    many = Many()
    results = engine_for(workers).results(job, many)  # type: ignore[arg-type]  # as much of a sequence as is needed
    numbers = {next(results)[0] for _ in range(3)}
    results.close()  # type: ignore[attr-defined]  # a generator
    assert len(numbers) == 3
    assert many.asked < 100


def assert_failures_are_told(workers: Workers, desk: Path, tmp_path: Path) -> None:
    """Assert that what is raised where the work is done is raised where it was given out, in the same words."""
    gone = job_of(desk, tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    shards = list(planned(str(desk), ["lamps.pincite.yaml"]))
    with pytest.raises(OSError, match="No such file or directory") as missing:
        list(engine_for(workers).results(gone, shards))
    assert str(tmp_path / "gone") in str(missing.value.filename)
    faulty = lay_out(tmp_path / f"faulty-{workers.engine}-{workers.number}", 1)
    (faulty / "pincite.toml").write_text("nonsense = 1\n", "utf-8")
    with pytest.raises((ConfigError, EngineError), match=r"pincite\.toml:1: .*nonsense"):
        list(engine_for(workers).results(job_of(faulty, tmp_path / "results"), shards))


# --- one machine --------------------------------------------------------------------------------------------------


def test_several_processes_make_the_same_bytes(desk: Path, alone: tuple[Built, str], tmp_path: Path) -> None:
    assert built(desk, tmp_path / "out", TOGETHER) == alone[0]
    assert digest_of(tmp_path / "out") == alone[1]


@pytest.mark.parametrize("workers", [ALONE, TOGETHER], ids=["alone", "together"])
def test_failures_are_told_where_the_work_was_given_out(workers: Workers, desk: Path, tmp_path: Path) -> None:
    assert_failures_are_told(workers, desk, tmp_path)


def test_no_more_work_is_given_out_than_soon_begins(desk: Path, tmp_path: Path) -> None:
    before = children()
    assert_few_are_given_out(TOGETHER, job_of(desk, tmp_path / "results"))
    assert children() == before


def children() -> set[int]:
    """Return the processes that this one has started and not waited for, as far as the system tells."""
    found = set()
    for task in Path("/proc/self/task").glob("*"):
        try:
            found |= {int(one) for one in (task / "children").read_text().split()}
        except OSError:  # noqa: PERF203 - a thread that has ended meanwhile
            continue
    return found


@linux
def test_a_worker_that_is_killed_costs_its_shard_alone(
    desk: Path, alone: tuple[Built, str], tmp_path: Path
) -> None:
    before, killed = children(), set[int]()

    def kill() -> None:
        while len(killed) < 2:
            new = children() - before - killed
            if len(results_in(tmp_path)) > len(killed) and new:
                os.kill(min(new), signal.SIGKILL)
                killed.add(min(new))
            time.sleep(0.001)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    built(desk, tmp_path / "out", TOGETHER)
    killer.join(5)
    assert len(killed) == 2
    assert digest_of(tmp_path / "out") == alone[1]
    assert children() == before


def results_in(folder: Path) -> list[Path]:
    """Return the results of shards that are there so far."""
    return [
        one for one in (folder / ".out.pincite-build" / "shards").glob("*") if not one.name.startswith(".")
    ]


@posix
def test_a_shard_over_which_every_process_dies_is_named(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = [sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]
    monkeypatch.setattr(team, "command_for", lambda *_: dying)
    job = job_of(desk, tmp_path / "results")
    shards = list(planned(str(desk), ["lamps.pincite.yaml"]))
    with pytest.raises(
        EngineError, match=r"^lamps\.pincite\.yaml: .* 3 times, the last time by signal 9, .*--workers"
    ):
        list(engine_for(TOGETHER).results(job, shards))


def test_processes_that_cannot_be_started_are_told(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    with pytest.raises(EngineError, match="no process can be started: no such file"):
        built(desk, tmp_path / "out", TOGETHER)
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_process_ends_with_whoever_has_started_it() -> None:
    process = team._started()  # noqa: SLF001 - as a member starts it
    assert os.getsid(process.pid) == process.pid  # Ctrl-C does not reach it
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin, process.stdout:
        process.stdin.close()
        assert process.wait(60) == 0


def test_a_fault_of_the_program_is_told_with_its_place() -> None:
    answer = replies.answer_to(None, Shard((Part("lamps.pincite.yaml"),)))  # type: ignore[arg-type]  # the fault
    assert "\n" not in answer
    with pytest.raises(WorkError, match=r"^AttributeError: 'NoneType'") as told:
        replies.result_in(answer)
    assert "replies.py" in str(told.value.__cause__)


@linux
@posix
@pytest.mark.parametrize(
    "sent", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=full)], ids=lambda one: one.name
)
def test_an_end_in_the_middle_ends_all_processes(
    sent: signal.Signals, desk: Path, alone: tuple[Built, str], tmp_path: Path
) -> None:
    mark = f"pincite-{tmp_path}"
    process = started(str(desk), "-o", "out", "--workers", "2", cwd=tmp_path, mark=mark)
    while not results_in(tmp_path):
        assert process.poll() is None, process.communicate()
        time.sleep(0.005)
    # Ctrl-C reaches all processes of a terminal, a shutdown perhaps this one alone
    os.killpg(process.pid, sent) if sent == signal.SIGINT else process.send_signal(sent)
    began = time.monotonic()
    out, err = process.communicate(timeout=60)
    while with_mark(mark) and time.monotonic() - began < ENDS_WITHIN:
        time.sleep(0.02)
    assert time.monotonic() - began < ENDS_WITHIN
    assert (process.returncode, out) == (130 if sent == signal.SIGINT else -signal.SIGTERM, b"")
    assert err.startswith(b"pincite: stopped; " if sent == signal.SIGINT else b"")
    assert err.count(b"\n") == (sent == signal.SIGINT)
    assert not (tmp_path / "out").exists()
    assert built(desk, tmp_path / "out").resumed
    assert digest_of(tmp_path / "out") == alone[1]
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


# --- a cluster ----------------------------------------------------------------------------------------------------


@posix
def test_a_cluster(
    desk: Path, alone: tuple[Built, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    from pincite.dataset.engines import dask  # noqa: PLC0415 - needs an extra

    monkeypatch.setattr(dask, "PATIENCE", 0.5)
    monkeypatch.setattr(dask, "_LOOK", 0.2)
    with Cluster(tmp_path / "cluster") as cluster:
        workers = Workers("dask", scheduler=cluster.address)
        assert_others_are_refused(cluster, desk, workers, tmp_path)
        with pytest.raises(
            EngineError, match=f"^the cluster of {cluster.address} has no workers; start some"
        ):
            built(desk, tmp_path / "nobody", workers)
        _, second = cluster.worker(SLOW), cluster.worker(SLOW)
        cluster.wait_for(2)
        assert_a_killed_worker_costs_no_data(desk, alone[1], workers, second, tmp_path)
        assert_failures_are_told(workers, desk, tmp_path)
        assert_few_are_given_out(workers, job_of(desk, tmp_path / "results"))
        assert_nobody_is_listened_to(workers, desk, tmp_path)
        assert_a_scheduler_that_dies_is_told(cluster, desk, workers, tmp_path)
        assert digest_of(tmp_path / "out") == alone[1]


def assert_a_killed_worker_costs_no_data(
    desk: Path, expected: str, workers: Workers, victim: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    killer = threading.Thread(target=kill_in_the_middle, args=(victim, tmp_path), daemon=True)
    killer.start()
    built(desk, tmp_path / "out", workers)
    killer.join(5)
    assert victim.wait(5) == -signal.SIGKILL
    assert digest_of(tmp_path / "out") == expected
    shutil.rmtree(tmp_path / "out")


def kill_in_the_middle(process: subprocess.Popen[bytes], tmp_path: Path) -> None:
    while len(results_in(tmp_path)) < 2:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)


def assert_nobody_is_listened_to(workers: Workers, desk: Path, tmp_path: Path) -> None:
    """Assert that a build opens no port of this machine."""
    before = sockets(LISTENING)
    shards = list(planned(str(desk), ALL, size=SHARD_BYTES))
    results = engine_for(workers).results(job_of(desk, tmp_path / "results"), shards)
    next(results)
    there, connected = sockets(LISTENING), sockets(CONNECTED)
    results.close()  # type: ignore[attr-defined]  # a generator
    assert there == before
    assert connected or not Path("/proc/net/tcp").exists()


LISTENING, CONNECTED = "0A", "01"


def sockets(state: str) -> set[str]:
    """Return the sockets of this process in a state, as far as the system tells."""
    ours = set()
    for one in Path("/proc/self/fd").glob("*"):
        with contextlib.suppress(OSError):
            ours.add(str(one.readlink()))
    lines = [line for path in Path("/proc/net").glob("tcp*") for line in path.read_text().splitlines()[1:]]
    found = {f"socket:[{line.split()[9]}]" for line in lines if line.split()[3] == state}
    return found & ours


def assert_others_are_refused(cluster: Cluster, desk: Path, workers: Workers, tmp_path: Path) -> None:
    for preload, told in ((OTHER, r"pincite \(0\.0\.1\).* same versions"), (NONE, "has no pincite")):
        stranger = cluster.worker(preload)
        cluster.wait_for(1)
        with pytest.raises(EngineError, match=told):
            built(desk, tmp_path / "refused", workers)
        assert stranger.poll() is None
        cluster.end(stranger)
    assert not list(tmp_path.glob("*refused*"))


def assert_a_scheduler_that_dies_is_told(
    cluster: Cluster, desk: Path, workers: Workers, tmp_path: Path
) -> None:
    killer = threading.Thread(target=kill_in_the_middle, args=(cluster.scheduler, tmp_path), daemon=True)
    killer.start()
    with pytest.raises(EngineError, match=r"is gone .*; what was done is kept: run the command again$"):
        built(desk, tmp_path / "out", workers)
    assert built(desk, tmp_path / "out").resumed


@pytest.mark.parametrize("address", ["nonsense", "foo://bar", "tls://127.0.0.1:1", "tcp://127.0.0.1:1", ""])
def test_a_scheduler_that_does_not_answer_is_told(
    address: str, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    from pincite.dataset.engines import dask  # noqa: PLC0415 - needs an extra

    monkeypatch.setattr(dask, "TIMEOUT", 0.3)
    with pytest.raises(EngineError, match=f"^no scheduler answers at {address}: [^\n]*$"):
        built(desk, tmp_path / "out", Workers("dask", scheduler=address))
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_sees_other_folders_refuses(desk: Path, tmp_path: Path) -> None:
    job, [shard] = job_of(desk, tmp_path / "results"), planned(str(desk), ["lamps.pincite.yaml"])
    seen = Seen(program(), ".seen-1", sizes_of(str(desk), shard))
    (tmp_path / "results" / ".seen-1").touch()
    assert "result" in json.loads(work_there(pickle.dumps((job, shard, seen))))
    for other, told in (
        (seen._replace(token=".seen-2"), f"does not see the folder {tmp_path};"),  # noqa: S106 - the name of a file
        (seen._replace(sizes=(7,)), "lamps.pincite.yaml has 251 bytes for it, and 7 bytes here"),
        (seen._replace(sizes=(-1,)), "and no bytes at all here"),
        (seen._replace(program="0"), "same versions"),
    ):
        with pytest.raises(EngineError, match=r"^the worker at [^ ]* cannot take part: ") as refused:
            replies.result_in(work_there(pickle.dumps((job, shard, other))))
        assert told in str(refused.value)


def test_a_disk_of_a_worker_that_is_full_is_told() -> None:
    with pytest.raises(OSError, match="No space left") as told:
        replies.result_in(json.dumps({"os": [errno.ENOSPC, os.strerror(errno.ENOSPC), "/data/x"]}))
    assert (told.value.errno, told.value.filename) == (errno.ENOSPC, "/data/x")
