"""A draft reaches the disk only over the bytes that it was made of."""

from __future__ import annotations

import stat
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pincite.editing import attempts, saving
from pincite.editing.draft import draft
from pincite.editing.edits import Edit, EditingError, applied
from pincite.editing.granting import Granting
from pincite.editing.saving import save
from pincite.editing.walk import yaml_edits
from pincite.model.fix import Change
from pincite.reading.writing import write_bytes_whole

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.editing.draft import Draft
    from pincite.model.json_value import Json

TEXT = b"a: 1  # one\n"


def test_a_draft_is_written_through_a_link_with_the_mode_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "real.pincite.yaml", tmp_path / "a.pincite.yaml"
    target.write_bytes(TEXT)
    target.chmod(0o640)
    link.symlink_to(target.name)
    save(draft(str(link), TEXT, {0: [Change("/b", 2)]}))
    assert link.is_symlink()
    assert target.read_bytes() == b"a: 1  # one\nb: 2\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("meanwhile", [b"a: 2\n", TEXT + b"c: 3\n", b""])
def test_what_was_changed_meanwhile_is_left_alone(tmp_path: Path, meanwhile: bytes) -> None:
    path = tmp_path / "a.pincite.yaml"
    path.write_bytes(TEXT)
    made = draft(str(path), TEXT, {0: [Change("/b", 2)]})
    path.write_bytes(meanwhile)
    with pytest.raises(EditingError, match=r"was changed by somebody else meanwhile, and is left as it is"):
        save(made)
    assert path.read_bytes() == meanwhile


def test_of_two_at_once_one_is_saved_and_the_other_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pincite.yaml"
    path.write_bytes(TEXT)

    def slowly(target: str, data: bytes) -> None:
        time.sleep(0.05)  # as large files and slow disks do
        write_bytes_whole(target, data)

    monkeypatch.setattr(saving, "write_bytes_whole", slowly)
    drafts = [draft(str(path), TEXT, {0: [Change("/b", number)]}) for number in range(4)]

    def outcome(one: Draft) -> bool:
        try:
            save(one)
        except EditingError:
            return False
        return True

    with ThreadPoolExecutor(len(drafts)) as pool:
        saved = list(pool.map(outcome, drafts))
    assert saved.count(True) == 1
    assert path.read_bytes() == drafts[saved.index(True)].after


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    save(draft(str(tmp_path / "gone.pincite.yaml"), TEXT, {0: [Change("/a", 1)]}))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (
            Edit(len(TEXT), len(TEXT), "c: 3\n"),
            "with it, the file would say something else besides, at /c",
        ),
        (Edit(3, 4, "2"), "with it, the file would say something else besides, at /a"),
        (Edit(0, 0, "["), "with it, the file could not be read any more"),
        (
            Edit(len(TEXT), len(TEXT), "a: 3\n"),
            "with it, the file would say something else besides, at its beginning",
        ),
    ],
)
def test_an_edit_that_says_anything_else_is_noticed(
    monkeypatch: pytest.MonkeyPatch, edit: Edit, reason: str
) -> None:
    right = yaml_edits
    monkeypatch.setattr(attempts, "yaml_edits", lambda *given: [*right(*given), edit])
    done = draft("a.pincite.yaml", TEXT, {0: [Change("/b", 2)]})
    assert not done.differs
    assert [refusal.reason.partition(" (")[0] for refusal in done.refused] == [reason]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.pincite.yaml", b"a: [", "cannot read a.pincite.yaml: broken YAML"),
        ("a.pincite.yaml", b"text", "the document has nothing there that it could stand in"),
        ("a.pincite.json", b"{}", "the file holds no object to write into"),
        ("a.pdf", b"%PDF", "cannot read a.pdf: articles are not read from .pdf files"),
    ],
)
def test_what_holds_no_document_is_refused(name: str, content: bytes, reason: str) -> None:
    try:
        done = draft(name, content, {0: [Change("/b", 2)]})
    except EditingError as error:
        assert str(error).startswith(reason)  # noqa: PT017 - one of two ways to be told
    else:
        assert [refusal.reason for refusal in done.refused] == [reason]
        assert not done.differs


def test_edits_that_overlap_are_refused() -> None:
    assert applied("tide", [Edit(4, 4, "!"), Edit(0, 1, "T"), Edit(4, 4, "?")]) == "Tide!?"
    with pytest.raises(EditingError, match="two changes want the same place"):
        applied("tide", [Edit(0, 3, ""), Edit(2, 4, "")])


@pytest.mark.parametrize(
    ("pointer", "wanted"),
    [
        ("/b/-", [1, 9]),
        ("/b/1", [1, 9]),
        ("/b/0", [9]),
        ("/b/2", None),
        ("/b/x", None),
        ("/new/-", None),
        ("/a/x", None),
        ("", None),
        ("/gone/x", None),
    ],
)
def test_a_wish_needs_a_place(pointer: str, wanted: Json) -> None:
    data: Json = {"a": "1", "b": [1]}
    granting = Granting(data)
    reason = granting.grant(Change(pointer, 9))
    assert data == {"a": "1", "b": [1]}
    if pointer == "/new/-":
        assert granting.data == {"a": "1", "b": [1], "new": [9]}
    elif wanted is None:
        assert reason == "the document has nothing there that it could stand in"
    else:
        assert granting.data == {"a": "1", "b": wanted}
