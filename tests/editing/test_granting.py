"""Changes that go together are granted, in the numbers and names that the document had; of others, the earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.editing.granting import Granting
from pincite.model.finding import Span
from pincite.model.fix import Change, put, remove, rename, rewrite

if TYPE_CHECKING:
    from pincite.model.json_value import Json

DATA: Json = {"a": {"b": 1, "c": {"d": 2}}, "s": [{"x": 0}, {"x": 1}, {"x": 2}], "n": None}

OTHERWISE = "another change wants something else there"
TAKEN = "another change takes away what it is about"
NO_PLACE = "the document has nothing there that it could stand in"
NOTHING = "the document has nothing there"

TOGETHER: dict[str, tuple[list[Change], Json]] = {
    "numbers and names stay those of the document": (
        [remove("/s/0"), put("/s/2/x", 9), remove("/s/1/x"), rename("/a", "z"), put("/a/e", 3), remove("/a/c/d")],
        {"z": {"b": 1, "c": {}, "e": 3}, "s": [{}, {"x": 9}], "n": None},
    ),
    "new items stand behind all that there were": (
        [remove("/s/2"), put("/s/-", 3), remove("/s/0"), put("/s/-", 4)],
        {"a": {"b": 1, "c": {"d": 2}}, "s": [{"x": 1}, 3, 4], "n": None},
    ),
    "into what is set, more is set": (
        [put("/a/new", {"x": 1}), put("/a/new/y", 2), put("/a/new/x", 1), put("/s/-", {}), put("/s/3/x", 3)],
        {"a": {"b": 1, "c": {"d": 2}, "new": {"x": 1, "y": 2}}, "s": [{"x": 0}, {"x": 1}, {"x": 2}, {"x": 3}], "n": None},
    ),
    "a name that is free again": (
        [remove("/a/b"), rename("/a/c", "b"), put("/a/c", {"d": 3})],
        {"a": {"b": {"d": 3}}, "s": [{"x": 0}, {"x": 1}, {"x": 2}], "n": None},
    ),
    "what is so already": (
        [put("/a/b", 1), remove("/gone"), remove("/s/7"), remove("/a/b/c"), rename("/gone", "n"), put("/n", None), remove("/n"), remove("/n")],
        {"a": {"b": 1, "c": {"d": 2}}, "s": [{"x": 0}, {"x": 1}, {"x": 2}]},
    ),
}  # fmt: skip

APART: list[tuple[Change, Change, str]] = [
    (remove("/a/b"), put("/a/b", 2), TAKEN),
    (remove("/a"), put("/a/b", 2), TAKEN),
    (remove("/a"), put("/a/new", 2), TAKEN),
    (remove("/a"), remove("/a/b"), TAKEN),
    (remove("/a"), rename("/a/b", "x"), TAKEN),
    (remove("/a"), rename("/a", "x"), TAKEN),
    (remove("/s/1"), put("/s/1", 2), TAKEN),
    (put("/a/b", 2), remove("/a/b"), OTHERWISE),
    (put("/a/c/d", 3), remove("/a"), OTHERWISE),
    (put("/a", {}), remove("/a/b"), "None"),
    (put("/a", {"b": 2}), remove("/a/b"), OTHERWISE),
    (put("/a", {"b": 2}), rename("/a/b", "x"), OTHERWISE),
    (put("/a", {"b": 2}), put("/a/b", 3), OTHERWISE),
    (put("/a/c/d", 3), put("/a/c", {}), OTHERWISE),
    (put("/a/b", 2), put("/a/b", 3), OTHERWISE),
    (put("/a/new", 2), rename("/a/new", "x"), OTHERWISE),
    (put("/a/new", 2), rename("/a/b", "new"), "a member 'new' is there already"),
    (rename("/a/b", "x"), remove("/a/b"), OTHERWISE),
    (rename("/a/b", "x"), rename("/a/b", "y"), OTHERWISE),
    (rename("/a/b", "x"), rename("/a/c", "x"), OTHERWISE),
    (rename("/a/b", "x"), put("/a/x", 1), OTHERWISE),
    (rename("/a/b", "x"), put("/a/x/y", 1), NO_PLACE),
]


@pytest.mark.parametrize(("changes", "wanted"), TOGETHER.values(), ids=TOGETHER.keys())
def test_changes_that_go_together(changes: list[Change], wanted: Json) -> None:
    granting = Granting(DATA)
    assert [granting.grant(change) for change in changes] == [None] * len(changes)
    assert granting.data == wanted


@pytest.mark.parametrize(("first", "second", "reason"), APART)
def test_of_two_that_do_not_the_later_is_refused(first: Change, second: Change, reason: str) -> None:
    granting = Granting(DATA)
    assert granting.grant(first) is None
    before = granting.data
    assert str(granting.grant(second)) == reason
    assert granting.data == before


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (rename("/a/b", "c"), "a member 'c' is there already"),
        (rename("/s/0", "x"), NOTHING),
        (rename("/gone", "x"), NOTHING),
        (rename("", "x"), NO_PLACE),
        (Change("/a", None, "rename"), NOTHING),
        (remove(""), NO_PLACE),
        (rewrite(Span(0, 1), "x"), "the document's text is a copy of the article's, and keeps its words"),
    ],
)
def test_what_there_is_not_is_not_changed(change: Change, reason: str) -> None:
    assert Granting(DATA).grant(change) == reason
