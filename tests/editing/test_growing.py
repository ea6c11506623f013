"""The time of a draft grows with the size of its file and the number of changes, and no faster."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from pincite.editing.draft import draft
from pincite.model.finding import Span
from pincite.model.fix import Change, put, remove, rename, rewrite
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from collections.abc import Callable


class Task(NamedTuple):
    """A file and its changes."""

    name: str
    text: str
    changes: list[Change]


def _kinds(count: int) -> list[Change]:
    changes: list[Change] = []
    for number in range(0, count, 4):
        changes += [remove(f"/s/{number}"), rename(f"/s/{number + 1}/x", "w"), put(f"/s/{number + 2}/x", 1)]
        changes.append(put(f"/s/{number + 3}/z", 2))
    return changes


def blocks(count: int) -> Task:
    lines = [f"  - id: a{number}\n    x: tide  # {number}\n\n" for number in range(count)]
    return Task(
        "a.pincite.yaml", "s:\n" + "".join(lines), [one for one in _kinds(count) if one.kind != "remove"]
    )


def runs_of_lines(count: int) -> Task:
    lines = [f"\n  - id: a{number}\n    x: |\n      # tide\n" for number in range(count)]
    return Task("a.pincite.yaml", "s:\n" + "".join(lines), _kinds(count))


def braces(count: int) -> Task:
    items = [f"\n  {{id: a{number}, x: tide}}" for number in range(count)]
    return Task("a.pincite.yaml", f"s: [{','.join(items)}\n]\n", _kinds(count))


def json(count: int) -> Task:
    items = [f'{{"id": "a{number}", "x": "tide"}}' for number in range(count)]
    return Task("a.pincite.json", f'{{"s": [{", ".join(items)}]}}', _kinds(count))


def articles(count: int) -> Task:
    text = "The  tide.\r\n" * count
    changes = [rewrite(Span(11 * number + 3, 11 * number + 5), " ") for number in range(count)]
    return Task("a.txt", text, changes)


def annotated(count: int) -> Task:
    body = "".join(f"The  [tide]{{.claim #c{number}}} is out.\n\n" for number in range(count))
    words = len("The  tide is out.\n\n")
    changes = [rewrite(Span(words * number + 3, words * number + 5), " ") for number in range(count)]
    changes += [put(f"/claims/{number}/id", f"d{number}") for number in range(0, count, 5)]
    return Task("a.md", f"---\npincite: '1.0'\narticle: {{title: x}}\n---\n\n{body}", changes)


@pytest.mark.parametrize("make", [blocks, runs_of_lines, braces, json, articles, annotated])
def test_many_changes_are_made_in_proportion(make: Callable[[int], Task]) -> None:
    def work(task: Task) -> None:
        done = draft(task.name, task.text.encode(), {0: task.changes})
        assert done.refused == ()

    assert_proportional(work, make, 100, largest=3200)


def commented(count: int) -> Task:
    lines = [f"  # {number}\n  - {{id: a{number}}}\n  - b: 1\n" for number in range(count)]
    return Task(
        "a.pincite.yaml", "s:\n" + "".join(lines), [remove(f"/s/{number}") for number in range(2 * count)]
    )


def front_matter(count: int) -> Task:
    lines = [f"  - {{id: a{number}}}  # c\n  - b: 1\n" for number in range(count)]
    text = f"---\npincite: '1.0'\narticle: {{title: x}}\nsources:\n{''.join(lines)}---\n\nx\n"
    return Task("a.md", text, [remove(f"/sources/{number}") for number in range(2 * count)])


@pytest.mark.parametrize("make", [commented, front_matter])
def test_many_that_cannot_be_made_are_refused_in_proportion(make: Callable[[int], Task]) -> None:
    def work(task: Task) -> None:
        done = draft(task.name, task.text.encode(), {0: task.changes})
        assert len(done.refused) == len(task.changes) // 2

    assert_proportional(work, make, 100, largest=3200)
