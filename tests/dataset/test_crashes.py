"""A build that is killed anywhere goes on to the bytes that it would have made, and no half of a dataset is ever seen."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from pincite.dataset.building import build as building
from pincite.dataset.building import site
from pincite.dataset.building.build import build
from pincite.dataset.engines import ALONE, Workers
from pincite.dataset.package.layout import MANIFEST
from tests.dataset.desk import Mortuary, built, digest_of, lay_out, plan_of, started
from tests.dataset.png import png
from tests.hostile.oracle import FULL, full

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="copies of a process are killed")


class Point(NamedTuple):
    """Where a build is killed: the call of a function that is counted out."""

    name: str
    place: str
    times: int = 1
    always: bool = False


_WORK, _RESULT, _BUILD = (
    "pincite.dataset.shards.work",
    "pincite.dataset.shards.result",
    "pincite.dataset.building.build",
)
_TABLES, _LINES = "pincite.dataset.assembling.tables", "pincite.dataset.assembling.documents"
_PICTURES, _SEALING = "pincite.dataset.assembling.pictures", "pincite.dataset.building.sealing"
_SITE = "pincite.dataset.building.site"
POINTS = (
    Point("before the first shard", f"{_WORK}.new_folder"),
    Point("in the middle of a shard", f"{_WORK}:Output.add", 2, always=True),
    Point("in the middle of a later shard", f"{_WORK}:Output.add", 12),
    Point("before a result is kept", f"{_WORK}.put_in_place", 1),
    Point("while a result is written", f"{_RESULT}.on_disk", 5),
    Point("while a later result is written", f"{_RESULT}.on_disk", 50),
    Point("between shards", f"{_WORK}.finished_result", 4, always=True),
    Point("after all shards", f"{_BUILD}.RepeatedDocuments"),
    Point("before shards that are done again", f"{_BUILD}._without"),
    Point("between these and the rest", f"{_BUILD}._write_tables"),
    Point("before the first table", f"{_BUILD}.write_table"),
    Point("within a table", f"{_TABLES}.harmless", 4, always=True),
    Point("before the last table", f"{_BUILD}.write_table", 8),
    Point("before the documents", f"{_BUILD}.write_documents"),
    Point("within the documents", f"{_LINES}.write_line", 9),
    Point("before the pictures", f"{_PICTURES}._copy"),
    Point("before the seal", f"{_BUILD}.seal"),
    Point("within the seal", f"{_SEALING}.file_of", 1),
    Point("before the manifest", f"{_SEALING}.Manifest", always=True),
    Point("before the move", f"{_SITE}:Site.finish"),
    Point("while it is made sure of", f"{_SITE}.on_disk", 9),
    Point("just before the move", f"{_SITE}._replaceable", 2),
    Point("just after the move", f"{_SITE}._remove", 4, always=True),
    Point("while the place is tidied", f"{_SITE}._remove", 6),
)
SOME = [one for one in POINTS if FULL or one.always]
REPLACING = [
    one
    for one in (
        Point("before the move", f"{_SITE}:Site.finish"),
        Point("just before the exchange", f"{_SITE}.exchanged"),
        Point("just after the exchange", f"{_SITE}._remove", 4, always=True),
        Point("while the old one is removed", f"{_SITE}._remove", 6),
        Point("within the removal", "shutil:rmtree", 3),
    )
    if FULL or one.always
]


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("crashes") / "desk")


@pytest.fixture(scope="module")
def whole(desk: Path) -> str:
    """Return the digest of what an undisturbed run makes."""
    built(desk, desk.with_name("whole"))
    return digest_of(desk.with_name("whole"))


@pytest.fixture(scope="module")
def mortuary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortuary]:
    with Mortuary(tmp_path_factory.mktemp("mortuary")) as found:
        yield found


@pytest.mark.parametrize("point", SOME, ids=lambda one: one.name)
def test_a_build_that_is_killed_goes_on(
    point: Point, desk: Path, whole: str, mortuary: Mortuary, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert mortuary.killed(desk, out, point.place, point.times)
    assert not (out / MANIFEST).exists() or digest_of(out) == whole
    assert not out.exists() or (out / MANIFEST).exists()
    built(desk, out)
    assert digest_of(out) == whole
    assert names(tmp_path) == {"out"}


@pytest.mark.parametrize("point", REPLACING, ids=lambda one: one.name)
def test_there_is_always_a_dataset_where_one_was(
    point: Point, desk: Path, whole: str, mortuary: Mortuary, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    old = replaced(desk, out)
    assert mortuary.killed(desk, out, point.place, point.times)
    assert digest_of(out) in {old, whole}
    built(desk, out)
    assert digest_of(out) == whole
    assert names(tmp_path) == {"out"}


def replaced(desk: Path, out: Path) -> str:
    """Build a dataset of one document, and return its digest."""
    build(plan_of(desk)._replace(paths=("lamps.pincite.yaml",)), out)
    return digest_of(out)


def test_where_nothing_can_be_exchanged_the_next_run_puts_the_old_one_back(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    old = replaced(desk, out)
    # as a run leaves it that is killed between its two moves
    (tmp_path / ".out.pincite-build").mkdir()
    out.rename(tmp_path / ".out.pincite-build" / "old")
    with pytest.raises(FileNotFoundError):
        build(plan_of(desk)._replace(root=desk / "nowhere"), out)
    assert digest_of(out) == old
    assert names(tmp_path) == {"out"}
    monkeypatch.setattr(site, "exchanged", lambda *_: False)
    built(desk, out)
    assert digest_of(out) != old
    assert names(tmp_path) == {"out"}


def test_a_dataset_that_cannot_be_put_in_its_place_leaves_the_old_one(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    old = replaced(desk, out)
    move = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise PermissionError(13, "Permission denied", str(target))
        return move(path, target)

    monkeypatch.setattr(site, "exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(PermissionError):
        built(desk, out)
    assert digest_of(out) == old


# --- files that are changed between the kill and the next run --------------------------------------------------------


def rewrite(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(desk: Path) -> None:
        text = (desk / name).read_text("utf-8")
        assert old in text
        (desk / name).write_text(text.replace(old, new), "utf-8")

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "document": rewrite("lamps.pincite.yaml", "till five", "till four"),
    "line": rewrite("many.pincite.jsonl", "a", "o"),
    "text": rewrite("bells.txt", "Harbour bells", "Harbour balls"),
    "catalogue": rewrite("shared.yaml", "The bell book", "The ball book"),
    "configuration": rewrite("pincite.toml", "info", "error"),
    "copy": rewrite("bell-book.txt", "heard at six", "heard at ten"),
    "picture": lambda desk: (desk / "scan.png").write_bytes(png(9)),
    "picture that is gone": lambda desk: (desk / "scan.png").unlink(),
}


@pytest.fixture(scope="module")
def killed(mortuary: Mortuary, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with documents, and with all that a build of them leaves that is killed at its very end."""
    folder = tmp_path_factory.mktemp("killed") / "killed"
    desk = lay_out(folder / "desk", 4)
    assert mortuary.killed(desk, folder / "out", f"{_BUILD}.seal", verify=True)
    return folder


@pytest.mark.parametrize("change", list(CHANGES))
def test_what_was_changed_meanwhile_is_read_anew(change: str, killed: Path, tmp_path: Path) -> None:
    shutil.copytree(killed, tmp_path, dirs_exist_ok=True)
    desk = tmp_path / "desk"
    CHANGES[change](desk)
    assert build(plan_of(desk, verify=True), tmp_path / "out").resumed
    build(plan_of(desk, verify=True), tmp_path / "fresh")
    assert digest_of(tmp_path / "out") == digest_of(tmp_path / "fresh")
    assert digest_of(tmp_path / "out") != unchanged(killed)


_UNCHANGED: dict[Path, str] = {}


def unchanged(killed: Path) -> str:
    """Return the digest of what comes of the documents as they were."""
    if killed not in _UNCHANGED:
        build(plan_of(killed / "desk", verify=True), killed.with_name("unchanged"))
        _UNCHANGED[killed] = digest_of(killed.with_name("unchanged"))
    return _UNCHANGED[killed]


def test_a_document_that_is_changed_while_it_is_read_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = lay_out(tmp_path / "desk", 2)
    before = (desk / "lamps.pincite.yaml").read_text("utf-8")
    monkeypatch.setattr("pincite.dataset.shards.work.new_folder", _changing(desk / "lamps.pincite.yaml"))

    def stops(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "write_documents", stops)
    with pytest.raises(KeyboardInterrupt):
        built(desk, tmp_path / "out")
    monkeypatch.undo()
    (desk / "lamps.pincite.yaml").write_text(before, "utf-8")
    built(desk, tmp_path / "out")
    assert "till five" in (tmp_path / "out" / "documents.jsonl").read_text("utf-8")
    assert "till four" not in (tmp_path / "out" / "documents.jsonl").read_text("utf-8")


def _changing(path: Path) -> Callable[[str], str]:
    """Return what makes the folder for a result, and changes a document between its naming and its reading."""
    from pincite.dataset.shards.result import new_folder  # noqa: PLC0415 - as it is before it is replaced

    def made(results: str) -> str:
        path.write_text(path.read_text("utf-8").replace("till five", "till four"), "utf-8")
        return new_folder(results)

    return made


# --- kills by the clock ---------------------------------------------------------------------------------------------


@full
@pytest.mark.parametrize("workers", [1, 2])
def test_a_kill_at_any_time(workers: int, desk: Path, whole: str, tmp_path: Path) -> None:
    began = time.monotonic()
    first = started(str(desk), "-o", "measured", "--workers", str(workers), cwd=tmp_path)
    assert first.wait(120) == 0, first.communicate()
    first.communicate()
    seconds = time.monotonic() - began
    assert digest_of(tmp_path / "measured") == whole
    shutil.rmtree(tmp_path / "measured")
    seen = set()
    for number in range(20):
        process = started(str(desk), "-o", "out", "--workers", str(workers), cwd=tmp_path)
        time.sleep(seconds * (0.3 + 0.7 * number / 19))
        process.kill()
        process.communicate()
        seen.add(state_of(tmp_path))
        assert not (tmp_path / "out" / MANIFEST).exists() or digest_of(tmp_path / "out") == whole
        built(desk, tmp_path / "out", Workers(number=workers) if number % 7 == 6 else ALONE)
        assert digest_of(tmp_path / "out") == whole
        assert names(tmp_path) == {"out"}
        shutil.rmtree(tmp_path / "out")
    assert len(seen) > 1, seen


def state_of(folder: Path) -> str:
    """Return how far a build has come, roughly."""
    hidden = folder / ".out.pincite-build"
    if (folder / "out").exists():
        return "done"
    if not hidden.exists():
        return "not begun"
    if any((hidden / "new").glob("*")):
        return "put together"
    return "some shards" if any((hidden / "shards").glob("[!.]*")) else "no shard"
