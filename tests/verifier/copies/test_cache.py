"""What was extracted is kept by digest, and nothing that is kept is believed unseen."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.verifier.copies import (
    Cache,
    CopyFault,
    CopyText,
    Page,
    WordBox,
    message,
    opening,
    read_copy,
)
from pincite.verifier.copies.cache import key_of
from pincite.verifier.copies.extract import Extract, Wish
from pincite.verifier.copies.limits import Limits

if TYPE_CHECKING:
    from pathlib import Path

FOUND = Extract(
    "Grüße.\n", (Page(0, 7, 1, "12"),), (WordBox(0, 6, 1, 1, 2, 3, 4),), scanned=True, notes=("x",)
)
KEY = key_of("00", "pdf", "1", Wish())


def entries(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.json"))


def test_what_is_kept_comes_back_and_is_nobody_elses(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "kept"))
    assert cache.get(KEY) is None
    assert not (tmp_path / "kept").exists()
    cache.put(KEY, FOUND)
    assert cache.get(KEY) == FOUND
    assert (tmp_path / "kept" / ".gitignore").read_text() == "*\n"
    assert (tmp_path / "kept" / "CACHEDIR.TAG").exists()
    keys = {
        KEY,
        key_of("01", "pdf", "1", Wish()),
        key_of("00", "html", "1", Wish()),
        key_of("00", "pdf", "2", Wish()),
        key_of("00", "pdf", "1", Wish(("de",))),
        key_of("00", "pdf", "1", Wish(limits=Limits(pages=5))),
    }
    assert len(keys) == 6
    assert [cache.get(key) for key in sorted(keys - {KEY})] == [None] * 5


def test_a_copy_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(str(tmp_path / "kept"))
    (tmp_path / "a.md").write_text("A *bell*.")
    first = read_copy(str(tmp_path / "a.md"), cache=cache)
    assert isinstance(first, CopyText)

    def never(*_: object) -> Extract:
        raise AssertionError

    monkeypatch.setattr(opening, "read_apart", never)
    assert read_copy(str(tmp_path / "a.md"), cache=cache) == first


@pytest.mark.parametrize("change", ["flip", "cut", "zero", "swap", "list", "deep", "folder"])
def test_a_damaged_entry_is_ignored_and_written_anew(change: str, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    cache.put(KEY, FOUND)
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    head, _, body = whole.partition(b"\n")
    damaged = {
        "flip": whole.replace("ü".encode(), b"u?"),
        "cut": whole[:-9],
        "zero": b"",
        "swap": head + b"\n" + body.replace(b"true", b"false"),
        "list": b"[]\n[]",
        "deep": b"[" * 100_000,
    }
    entry.unlink()
    if change == "folder":
        entry.mkdir()
        assert cache.get(KEY) is None
        return
    entry.write_bytes(damaged[change])
    assert cache.get(KEY) is None
    cache.put(KEY, FOUND)
    assert cache.get(KEY) == FOUND


def test_an_entry_under_another_key_is_none(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    cache.put(KEY, FOUND)
    other = key_of("01", "pdf", "1", Wish())
    (tmp_path / other[:2]).mkdir(exist_ok=True)
    (tmp_path / other[:2] / f"{other}.json").write_bytes(entries(tmp_path)[0].read_bytes())
    assert cache.get(other) is None


def test_a_link_in_the_cache_is_not_written_through(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "kept"))
    cache.put(KEY, FOUND)
    (entry,) = entries(tmp_path)
    precious = tmp_path / "precious"
    precious.write_text("mine")
    entry.unlink()
    entry.symlink_to(precious)
    cache.put(KEY, FOUND)
    assert precious.read_text() == "mine"
    assert cache.get(KEY) == FOUND


def test_a_cache_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(str(tmp_path / "file"))
    cache.put(KEY, FOUND)
    assert cache.get(KEY) is None


def test_several_writers_leave_a_whole_entry(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "kept"))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: cache.put(KEY, FOUND), range(40)))
    assert cache.get(KEY) == FOUND
    assert [
        name for _, _, names in os.walk(tmp_path) for name in names if name.startswith(".pincite-unfinished-")
    ] == []


# --- what is handed between processes --------------------------------------------------------------------------


@given(st.text(), st.lists(st.text(), max_size=3), st.booleans())
def test_a_result_comes_back_as_it_was(text: str, notes: list[str], scanned: bool) -> None:  # noqa: FBT001 - as given
    found = Extract(text, (Page(0, len(text), 1, None),), (), scanned=scanned, notes=tuple(notes))
    assert message.read(message.written(found)) == found


def test_a_fault_comes_back_as_it_was() -> None:
    fault = CopyFault("encrypted", "the PDF asks for a password", "save it without")
    assert message.read(message.written(fault)) == fault


def test_a_lone_surrogate_is_shown_as_a_hole() -> None:
    found = message.read(message.written(Extract("a\ud800b")))
    assert isinstance(found, Extract)
    assert found.text == "a\ufffdb"


@pytest.mark.parametrize(
    "value",
    [
        None, [], "text", {}, {"text": 1}, {"fault": "none", "message": "", "hint": ""}, {"fault": []},
        {"text": "ab", "pages": [[0, 1, 1, None]], "words": [], "notes": []},
        {"text": "ab", "pages": [[1, 2, 1, None]], "words": [], "notes": []},
        {"text": "ab", "pages": [[0, 3, 1, None]], "words": [], "notes": []},
        {"text": "ab", "pages": [[0, 2, 1, 5]], "words": [], "notes": []},
        {"text": "ab", "pages": [[]], "words": [], "notes": []},
        {"text": "ab", "pages": [], "words": [[0, 9, 1, 0, 0, 1, 1]], "notes": []},
        {"text": "ab", "pages": [], "words": [[0, 1]], "notes": []},
        {"text": "ab", "pages": [], "words": [[0, 1, True, 0, 0, 1, 1]], "notes": []},
        {"text": "ab", "pages": [], "words": [], "notes": [1]},
    ],
)  # fmt: skip
def test_what_is_no_result_is_not_believed(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of its kinds
        message.read(json.dumps(value).encode())


def test_an_entry_too_large_to_be_one_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(str(tmp_path))
    cache.put(KEY, FOUND)
    [entry] = entries(tmp_path)
    os.truncate(entry, 900 * 1024 * 1024)  # sparse
    monkeypatch.setattr(json, "loads", pytest.fail)
    assert cache.get(KEY) is None
