"""A cluster of several machines, as far as one machine can be several: each worker has a network of its own, and one is cut off.

``PINCITE_HOSTS=1`` asks for it, from an administrator where ``ip`` is (iproute2). It takes a minute: that is how long a
scheduler waits for a machine that says nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.engines import Workers
from tests.dataset.cluster import SLOW, Cluster
from tests.dataset.desk import built, digest_of, lay_out
from tests.hostile.worlds import is_administrator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(not os.environ.get("PINCITE_HOSTS"), reason="slow; PINCITE_HOSTS=1 asks for it"),
    pytest.mark.skipif(
        not is_administrator() or shutil.which("ip") is None, reason="only an administrator makes networks"
    ),
]
BRIDGE = f"pin{os.getpid() % 100000}"
NETWORK = "10.213.77"


def ip(*arguments: str) -> None:
    done = subprocess.run(["ip", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no networks here: {done.stderr.strip()}")


@pytest.fixture
def hosts() -> Iterator[list[str]]:
    """Make two networks behind a bridge, which is this machine's; yield the names of their links."""
    links = []
    try:
        ip("link", "add", BRIDGE, "type", "bridge")
        ip("addr", "add", f"{NETWORK}.1/24", "dev", BRIDGE)
        ip("link", "set", BRIDGE, "up")
        for number in (2, 3):
            name = f"{BRIDGE}-{number}"
            links.append(name)
            ip("netns", "add", name)
            ip("link", "add", name, "type", "veth", "peer", "name", "eth0", "netns", name)
            ip("link", "set", name, "master", BRIDGE, "up")
            ip("-n", name, "addr", "add", f"{NETWORK}.{number}/24", "dev", "eth0")
            ip("-n", name, "link", "set", "eth0", "up")
            ip("-n", name, "link", "set", "lo", "up")
        yield links
    finally:
        for name in links:
            subprocess.run(["ip", "netns", "del", name], capture_output=True, check=False)
        subprocess.run(["ip", "link", "del", BRIDGE], capture_output=True, check=False)


def test_a_machine_that_is_cut_off_costs_time_alone(hosts: list[str], tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    desk = lay_out(tmp_path / "desk", 40)
    built(desk, tmp_path / "alone")
    with Cluster(tmp_path / "cluster", f"{NETWORK}.1") as cluster:
        for number, name in enumerate(hosts, 2):
            cluster.worker(SLOW, f"{NETWORK}.{number}", ("ip", "netns", "exec", name))
        cluster.wait_for(2)
        workers = Workers("dask", scheduler=cluster.address)
        seconds = []
        for cut in (False, True):
            if cut:
                threading.Thread(target=cut_off, args=(hosts[1], tmp_path), daemon=True).start()
            began = time.monotonic()
            built(desk, tmp_path / "out", workers)
            seconds.append(time.monotonic() - began)
            assert digest_of(tmp_path / "out") == digest_of(tmp_path / "alone")
            shutil.rmtree(tmp_path / "out")
        print(  # noqa: T201 - what this test is run for
            f"two hosts: {seconds[0]:.1f} s; one cut off in the middle: {seconds[1]:.1f} s"
        )
        assert seconds[1] < 180
        assert not list(tmp_path.glob(".*"))


def cut_off(link: str, tmp_path: Path) -> None:
    results = tmp_path / ".out.pincite-build" / "shards"
    while len(list(results.glob("[!.]*"))) < 4:
        time.sleep(0.01)
    subprocess.run(["ip", "link", "set", link, "down"], check=True)
