"""The place of a dataset: what may be replaced, what may not, and who may build there."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.building import site
from pincite.dataset.building.build import build
from pincite.dataset.building.exchange import exchanged
from pincite.dataset.building.site import Site, SiteError
from pincite.dataset.shards.result import on_disk
from tests.dataset.desk import LAMPS, built, digest_of, lay_out, plan_of
from tests.hostile.worlds import is_administrator

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite

HIDDEN = ".out.pincite-build"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("site") / "desk", 2)


def assert_refused(desk: Path, out: Path, told: str) -> None:
    """Assert that nothing is built in a place, and nothing is changed around it."""
    before = sorted(str(one) for one in out.parent.rglob("*")) if out.parent.is_dir() else []
    with pytest.raises(SiteError, match=told):
        built(desk, out)
    assert (sorted(str(one) for one in out.parent.rglob("*")) if out.parent.is_dir() else []) == before


def test_places_that_are_taken(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine").write_text("mine")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to("empty")
    (tmp_path / "nowhere").symlink_to("missing")
    assert_refused(desk, tmp_path / "file", "is there already, and is no folder")
    assert_refused(desk, tmp_path / "folder", "is there already, and is no dataset")
    assert_refused(desk, tmp_path / "link", "is a link; name the folder that it leads to")
    assert_refused(desk, tmp_path / "nowhere", "is a link")
    assert_refused(desk, tmp_path / "missing" / "out", "there is no folder")
    (tmp_path / ".new.pincite-build").symlink_to("folder")
    assert_refused(desk, tmp_path / "new", "is a link; a dataset is built in a folder of its own")
    built(desk, tmp_path / "empty")
    assert (tmp_path / "folder" / "mine").read_text() == "mine"


def test_a_dataset_with_a_file_of_somebody_is_left_alone(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    built(desk, out)
    (out / "tables" / "notes.txt").write_text("mine")
    assert_refused(desk, out, r"has a file that is not of its dataset: tables/notes\.txt")
    (out / "tables" / "notes.txt").unlink()

    def comes_late(path: Path) -> None:
        (out / "late.txt").write_text("mine")
        on_disk(path)

    monkeypatch.setattr(site, "on_disk", comes_late)
    with pytest.raises(SiteError, match=r"not of its dataset: late\.txt"):
        built(desk, out)
    assert (out / "late.txt").read_text() == "mine"


def test_a_place_is_for_one_run_at_a_time(desk: Path, tmp_path: Path, pincite: Pincite) -> None:
    pytest.importorskip("fcntl")
    out = tmp_path / "out"
    with Site(out):
        there = sorted((tmp_path / HIDDEN).iterdir())
        ended = pincite("dataset", "build", str(desk), "-o", str(out))
        assert (ended.status, ended.out) == (2, "")
        assert ended.err == f"pincite: another run is building {out} just now\n"
        assert sorted((tmp_path / HIDDEN).iterdir()) == there
        built(desk, tmp_path / "other")
    assert [one.name for one in tmp_path.iterdir()] == ["other"]


def test_a_lock_that_is_removed_in_the_last_moment_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    lock = fcntl.flock
    calls: list[int] = []

    def slow(handle: int, how: int) -> None:
        if not calls:  # the other run ends in this moment
            (tmp_path / HIDDEN / "lock").unlink()
            (tmp_path / HIDDEN).rmdir()
        calls.append(how)
        lock(handle, how)

    monkeypatch.setattr("fcntl.flock", slow)
    with Site(tmp_path / "out"):
        assert (tmp_path / HIDDEN / "lock").exists()
        assert len(calls) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_knows_no_locks_is_built_on(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("fcntl")

    def refused(*_: int) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", refused)
    built(desk, tmp_path / "out")
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_run_that_fails_leaves_results_or_nothing(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as here:
        here.setattr("pincite.dataset.shards.work.put_in_place", full)
        with pytest.raises(OSError, match="No space left") as told:
            built(desk, tmp_path / "out")
    assert told.value.filename == str(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
    with monkeypatch.context() as here:
        here.setattr("pincite.dataset.building.build.seal", full)
        with pytest.raises(OSError, match="No space left"):
            built(desk, tmp_path / "out")
    assert sorted(one.name for one in (tmp_path / HIDDEN).iterdir()) == ["lock", "shards"]
    assert built(desk, tmp_path / "out").resumed
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_result_that_is_not_whole_is_made_anew(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as here:
        here.setattr("pincite.dataset.building.build.seal", stops)
        with pytest.raises(KeyboardInterrupt):
            built(desk, tmp_path / "out")
    first, second, *_ = sorted((tmp_path / HIDDEN / "shards").iterdir())
    (first / "documents.jsonl").write_bytes(b"")
    (second / "articles.arrow").unlink()
    built(desk, tmp_path / "out")
    built(desk, tmp_path / "fresh")
    assert digest_of(tmp_path / "out") == digest_of(tmp_path / "fresh")


def test_folders_are_exchanged_or_stay(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    swapped = exchanged(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / ("other" if swapped else "one")).exists()
    assert not exchanged(tmp_path / "one", tmp_path / "nowhere")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["one", "other"]


@pytest.mark.skipif(
    not is_administrator() or shutil.which("mount") is None, reason="only an administrator mounts disks"
)
def test_places_on_other_disks(desk: Path, tmp_path: Path) -> None:
    out = tmp_path / "disk"
    out.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "none", str(out)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no mounting here")
    try:
        assert_refused(desk, out, "is a disk of its own")
        built(desk, out / "out")
        built(desk, out / "out")
        assert [one.name for one in out.iterdir()] == ["out"]
    finally:
        subprocess.run(["umount", "-l", str(out)], check=True)


def test_a_folder_with_its_dataset_in_it(tmp_path: Path) -> None:
    (tmp_path / "lamps.pincite.yaml").write_text(LAMPS, "utf-8")
    plan = plan_of(tmp_path)._replace(paths=("lamps.pincite.yaml",))
    assert build(plan, tmp_path / "out") == build(plan, tmp_path / "out")
