"""Lines are put in order on disk, whatever fits into memory and whoever else sorts in the same folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.dataset.sorting import runs
from pincite.dataset.sorting.runs import grouped, merged
from pincite.dataset.sorting.sorter import Sorter

if TYPE_CHECKING:
    from pathlib import Path

LINES = [f"{number * 7919 % 1000}\té".encode() for number in range(400)]
LONG = "~" * 10_000
"""What makes files larger than is read of them at once."""


@pytest.mark.parametrize("held", [1, 200, 10_000, 10_000_000])
def test_lines_are_put_in_order_on_disk(tmp_path: Path, held: int) -> None:
    order = Sorter(tmp_path / "order", held)
    for line in LINES:
        order.add(line)
    assert list(order) == sorted(LINES)
    assert list(order) == sorted(LINES)


def test_lines_that_begin_alike_stay_together(tmp_path: Path) -> None:
    lines = [b"tide\tb", b"tide", b"tide\x01\ta", b"tide\ta", b"tid\tc"]
    for held in (1, 1_000):
        order = Sorter(tmp_path / str(held), held)
        for line in lines:
            order.add(line)
        found = [("tid", [["c"]]), ("tide\x01", [["a"]]), ("tide", [["a"], ["b"], []])]
        assert list(grouped(order)) == found


def test_two_streams_of_one_folder_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "FAN_IN", 2)
    paths: dict[str, list[Path]] = {"bell": [], "tide": []}
    for name, found in paths.items():
        for number in range(5):
            found.append(tmp_path / f"{name}-{number}")
            found[-1].write_text("".join(f"{name} {one:02}{LONG}\n" for one in range(number, 100, 5)))
    streams = [merged(found, tmp_path) for found in paths.values()]
    both = [line.decode() for pair in zip(*streams, strict=True) for line in pair]
    for at, name in enumerate(paths):
        assert both[at::2] == [f"{name} {one:02}{LONG}" for one in range(100)]
