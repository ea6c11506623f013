"""A thousand faults of known kinds put into good documents, by position: what fixes make of them.

Each is put in at random with a fixed seed, several to a document. Where a fix can only take back what was done, the document has
to be the old one again, byte for byte, its comments and its layout with it.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite.editing.draft import draft
from pincite.editing.edits import EditingError
from pincite.fixing.fixed import fixed
from pincite.model.calendar_words import MONTHS
from pincite.model.fix import Change, put, rename
from pincite.model.json_value import pointer_to
from pincite.reading.files import RawDocument, documents_in
from pincite.settings.run import USUAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.model.fix import Safety
    from pincite.model.json_value import Json

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    *sorted((ROOT / "examples").glob("*/article.pincite.yaml")),
    *sorted((ROOT / "examples").glob("*/article.md")),
    *sorted((ROOT / "schema/suite").rglob("all-*.pincite.*")),
]
NUMBER = int(os.environ.get("PINCITE_FAULTS", "1000"))
"""How many faults are put in."""
TOGETHER = 4
"""Faults of one document."""
ANY: frozenset[Safety] = frozenset({"safe", "unsafe"})


def leaves(value: Json, at: str = "") -> Iterator[tuple[str, Json]]:
    """Yield every member and item with its pointer, those around others first."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in parts:
        pointer = pointer_to(at, step)
        yield pointer, inner
        yield from leaves(inner, pointer)


def swapped(word: str) -> str:
    return word[:1] + word[2:3] + word[1:2] + word[3:]


def in_words(day: str) -> str:
    """Return a day of EDTF in English words, anything else as it is."""
    year, *rest = day.split("-")
    if len(rest) < 2 or not all(one.isdecimal() for one in (year, *rest)):
        return day
    return f"{int(rest[1])} {MONTHS[int(rest[0]) - 1]} {year}"


def spoiled(pointer: str, value: Json, dice: random.Random) -> Change | None:
    """Return a change that makes a fault of a good value, None where there is none for it."""
    name = pointer.rpartition("/")[2]
    make = SPOILERS.get(name)
    if name == "anchor" and isinstance(value, dict) and isinstance(value.get("start"), int):
        by = dice.choice([-3, -1, 1, 2, 40])
        start, end = value["start"], value["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        return put(pointer, {**value, "start": max(0, start + by), "end": max(0, end + by)})
    if make is not None and isinstance(value, str):
        other = make(value)
        return put(pointer, other) if other != value else None
    if len(name) > len("title") and not isinstance(value, str):
        return rename(pointer, swapped(name))
    return None


SPOILERS: dict[str, Callable[[str], Json]] = {
    "type": lambda value: value.replace("_", " ").title(),
    "relation": lambda value: value.replace("_", "-"),
    "license": lambda value: value.replace("-", " "),
    "doi": lambda value: f"https://doi.org/{value}",
    "isbn": lambda value: f"ISBN {value}",
    "sha256": lambda value: value.upper(),
    "path": lambda value: value.replace("/", "\\"),
    "url": lambda value: f"{value}{'&' if '?' in value else '?'}utm_source=letter",
    "media_type": lambda value: value.replace("text/plain", "txt").replace("image/", ""),
    "pincite": float,
    "publisher": lambda value: [value],
    "publisher_place": lambda value: {"name": value},
    "date": in_words,
    "accessed": lambda value: value.replace("-0", "-"),
    "language": lambda value: {"en": "English", "en-GB": "en_gb", "de": "German"}.get(value, value),
    "basis": str.title,
    "title": lambda value: [value],
}


def faulty(path: Path, dice: random.Random) -> tuple[bytes, int]:
    """Return the bytes of a document with faults put in, and how many they are."""
    content = path.read_bytes()
    raw = next(iter(documents_in(path.name, content)))
    assert isinstance(raw, RawDocument)
    places = list(leaves(raw.data))
    dice.shuffle(places)
    number = 0
    for pointer, value in places:
        change = spoiled(pointer, value, dice)
        if change is None:
            continue
        try:
            done = draft(path.name, content, {0: [change]})
        except EditingError:
            continue
        if done.differs and not done.refused:
            content, number = done.after, number + 1
        if number == TOGETHER:
            break
    return content, number


def data_of(name: str, content: bytes) -> Json:
    """Return what a document says; raises where it cannot be read."""
    [raw] = documents_in(name, content)
    assert isinstance(raw, RawDocument)
    return raw.data


def untouched(before: bytes, faulty: bytes, after: bytes) -> bool:
    """Return whether every line in which no fault was put is as it was; lines are told apart by their number."""
    lines = [one.split(b"\n") for one in (before, faulty, after)]
    if len({len(one) for one in lines}) > 1:
        return True
    return all(new == old for old, bad, new in zip(*lines, strict=True) if old == bad)


@pytest.mark.parametrize("seed", range(10))
def test_fixes_keep_what_they_promise(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    made = taken = back = documents = 0
    while made < NUMBER // 10:
        path = dice.choice(DOCUMENTS)
        monkeypatch.chdir(path.parent)
        good = path.read_bytes()
        content, number = faulty(path, dice)
        made += number
        documents += 1
        before = fixed(path.name, USUAL, content, ())
        done = fixed(path.name, USUAL, content, ANY)
        assert not done.left
        # what is found in the good document may have been held back by the faults
        found_in_good = fixed(path.name, USUAL, good, ()).found
        codes = [one.code for one in (*before.found, *found_in_good)]
        for finding in done.found:
            assert finding.code in codes, f"{path}: new: {finding}"
            codes.remove(finding.code)
        assert not any(one.fix for one in done.found), "a fix is left"
        again = fixed(path.name, USUAL, done.after, ANY)
        assert (again.after, again.taken) == (done.after, ())
        assert untouched(good, content, done.after)
        taken += len(done.taken)
        back += data_of(path.name, done.after) == data_of(path.name, good)
    assert taken > made * 0.7
    assert back > documents * 0.5
