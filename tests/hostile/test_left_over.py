"""What a killed run left half-written is removed by the next one, and nothing else is."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pincite.reading import writing
from pincite.reading.writing import write_bytes_whole, write_new_whole

fcntl = pytest.importorskip("fcntl")
BEGUN = ".pincite-unfinished-"


@pytest.fixture(autouse=True)
def _anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_TIDIED", set())


def test_what_nobody_writes_is_removed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / f"{BEGUN}dead").write_text("half")
    (tmp_path / ".pincite-baseline").write_text("mine")
    (tmp_path / ".pincite-cache").mkdir()
    (tmp_path / f"{BEGUN}folder").mkdir()
    (tmp_path / "precious").write_text("mine")
    (tmp_path / f"{BEGUN}link").symlink_to("precious")
    os.mkfifo(tmp_path / f"{BEGUN}pipe")
    write_bytes_whole(str(tmp_path / "new"), b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {
        ".pincite-baseline", ".pincite-cache", f"{BEGUN}folder", "precious", f"{BEGUN}link", f"{BEGUN}pipe", "new",
    }  # fmt: skip
    assert (tmp_path / "precious").read_text() == "mine"


def test_what_somebody_is_writing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = tmp_path / f"{BEGUN}alive"
    with begun.open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        write_bytes_whole(str(tmp_path / "new"), b"whole")
        assert begun.exists()
    monkeypatch.setattr(writing, "_TIDIED", set())
    write_bytes_whole(str(tmp_path / "new"), b"whole")
    assert not begun.exists()


def test_a_folder_is_looked_through_once(tmp_path: Path) -> None:
    write_bytes_whole(str(tmp_path / "new"), b"1")
    (tmp_path / f"{BEGUN}dead").write_text("half")
    write_bytes_whole(str(tmp_path / "new"), b"2")
    assert (tmp_path / f"{BEGUN}dead").exists()


def test_a_file_taken_for_abandoned_is_begun_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = fcntl.flock
    removed: list[Path] = []

    def slow(handle: int, how: int) -> None:
        if not removed:  # another run comes by before the lock
            [begun] = tmp_path.glob(f"{BEGUN}*")
            begun.unlink()
            removed.append(begun)
        lock(handle, how)

    monkeypatch.setattr("fcntl.flock", slow)
    write_bytes_whole(str(tmp_path / "new"), b"whole")
    assert removed
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
    assert (tmp_path / "new").read_bytes() == b"whole"


MANY = """
import sys
from pincite.reading import writing
for number in range(60):
    writing._TIDIED.clear()
    writing.write_bytes_whole(f"{sys.argv[1]}/{sys.argv[2]}-{number}", b"x" * 5000)
"""


def test_processes_that_write_side_by_side_take_nothing_from_one_another(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", MANY, str(tmp_path), str(one)], stderr=subprocess.PIPE)
        for one in range(4)
    ]
    for one in running:
        assert one.communicate(timeout=120)[1] == b""
    assert len(list(tmp_path.iterdir())) == 240
    assert all(path.stat().st_size == 5000 for path in tmp_path.iterdir())


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only an administrator gives files away"
)
def test_the_owner_and_the_mode_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_text("old")
    target.chmod(0o640)
    os.chown(target, 12345, 54321)
    write_bytes_whole(str(target), b"new")
    about = target.stat()
    assert (about.st_uid, about.st_gid, stat.S_IMODE(about.st_mode)) == (12345, 54321, 0o640)
    assert target.read_bytes() == b"new"


@pytest.fixture(params=["links", "no links"])
def _links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write to a disk that gives a file several names, and to one that does not."""

    def refused(target: Path, _: Path) -> None:
        code = errno.EEXIST if os.path.lexists(target) else errno.EPERM
        raise OSError(code, os.strerror(code))

    if request.param == "no links":
        monkeypatch.setattr(Path, "hardlink_to", refused)


@pytest.mark.usefixtures("_links")
def test_a_new_file_is_whole_and_alone(tmp_path: Path) -> None:
    (tmp_path / f"{BEGUN}dead").write_text("half")
    (tmp_path / "plain").touch()
    write_new_whole(str(tmp_path / "new"), b"whole")
    assert (tmp_path / "new").read_bytes() == b"whole"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert (tmp_path / "new").stat().st_nlink == 1
    assert {path.name for path in tmp_path.iterdir()} == {"new", "plain"}


@pytest.mark.usefixtures("_links")
def test_a_name_that_is_taken_stays_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("mine", "folder", "link"):
        with pytest.raises(FileExistsError):
            write_new_whole(str(tmp_path / name), b"ours")
    assert (tmp_path / "mine").read_text() == "mine"
    assert {path.name for path in tmp_path.iterdir()} == {"mine", "folder", "link"}


@pytest.mark.usefixtures("_links")
def test_a_name_that_is_taken_in_the_last_moment_stays_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda _: (tmp_path / "new").write_text("mine"))
    with pytest.raises(FileExistsError):
        write_new_whole(str(tmp_path / "new"), b"ours")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("new", "mine")]
