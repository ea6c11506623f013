"""Documents beside what they become, or beside why they stay as they are; ``--update`` writes that anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from pincite.editing.edits import EditingError
from pincite.formatting.formatted import formatted
from pincite.reporters.concise_format import line_of

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.suffix != ".expected")


def outcome(path: Path, content: bytes) -> str:
    """Return the text of a formatted file, below that what is told of it."""
    try:
        found = formatted(path.name, content)
    except EditingError as error:
        return f"{error}\n"
    told = [f"{line_of(finding)}\n" for finding in found.unread]
    text = found.draft.after.decode() if found.draft.differs or not told else ""
    return "".join([text, *told])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_case(path: Path, update: bool) -> None:  # noqa: FBT001 - a fixture
    expected = path.with_name(f"{path.name}.expected")
    found = outcome(path, path.read_bytes())
    if update:
        expected.write_bytes(found.encode())
    assert found == expected.read_bytes().decode()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "marked"])
def test_line_ends_and_mark_stay(path: Path, mark: str) -> None:
    plain = path.read_bytes().decode()
    text = mark + plain.replace("\n", "\r\n")
    after = outcome(path, text.encode())
    assert after == outcome(path, plain.encode()) or after.replace("\r\n", "\n") == mark + outcome(
        path, plain.encode()
    )
    if after.startswith(mark) and "\r\n" in after and path.suffix != ".jsonl":
        assert "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_formatting_again_changes_nothing(path: Path) -> None:
    try:
        after = formatted(path.name, path.read_bytes()).draft.after
    except EditingError:
        return
    assert formatted(path.name, after).draft.after == after
