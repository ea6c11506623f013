"""What formatting never changes: data, comments, and what the comments that ask for findings to be passed over speak of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pincite.editing.edits import EditingError
from pincite.editing.values import difference
from pincite.formatting.yaml_tree import Collection
from pincite.reading.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.formatting.yaml_tree import Tree
    from pincite.model.finding import Finding
    from pincite.reading.files import RawDocument
    from pincite.reading.ignores import Ignore


def hold_data(path: str, before: RawDocument, after: RawDocument) -> None:
    """Raise EditingError where two readings of a document say different things or have different faults."""
    at = difference(before.data, after.data)
    if at is not None:
        raise EditingError(
            f"{path} is left as it is: its layout does not allow another one, at {at or 'its beginning'}"
        )
    if Counter(map(_fault, before.findings)) != Counter(map(_fault, after.findings)):
        raise EditingError(f"{path} is left as it is: its layout does not allow another one")


def _fault(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


class Commented(NamedTuple):
    """A YAML text with LF line ends, its tree, and what it asks to pass over."""

    text: str
    tree: Tree
    ignores: Sequence[Ignore]


def hold_comments(path: str, before: Commented, after: Commented) -> None:
    """Raise EditingError where a comment would be lost, or would speak of something else."""
    if Counter(before.tree.comments) != Counter(after.tree.comments):
        raise EditingError(
            f"{path} is left as it is: one of its comments would have no place in its canonical form"
        )
    if not before.ignores and not after.ignores:
        return
    old, new = _spoken_of(before), _spoken_of(after)
    left = Counter(spoken for _, spoken in new)
    left.subtract(spoken for _, spoken in old)
    line = next(
        (line for line, spoken in old if left[spoken]), before.ignores[0].place.line if before.ignores else 1
    )
    if any(left.values()):
        raise EditingError(
            f"{path}:{line} is left as it is: in its canonical form this comment would speak of more or of less than it "
            "does; put it above what it speaks of, on a line of its own"
        )


_Spoken = tuple[tuple[str, ...], str, frozenset[str]]
"""What a comment lists, its reason, and the keys and values that begin in the lines it speaks of."""


def _spoken_of(commented: Commented) -> list[tuple[int, _Spoken]]:
    """Return what each comment speaks of, with the line it stands in."""
    lines = Lines(commented.text)
    starts = sorted((lines.place(at, at).line, name) for name, at in _starts(commented.tree))
    rows = [row for row, _ in starts]
    found: list[tuple[int, _Spoken]] = []
    for ignore in commented.ignores:
        first, last = bisect_left(rows, ignore.first_line), bisect_right(rows, ignore.last_line)
        names = frozenset(name for _, name in starts[first:last])
        found.append((ignore.place.line, (ignore.codes, ignore.reason, names)))
    return found


def _starts(tree: Tree) -> Iterator[tuple[str, int]]:
    """Yield where each key and value begins, under a name that no order changes."""
    if tree.root is None:
        return
    waiting = [("", tree.root)]
    while waiting:
        name, value = waiting.pop()
        yield name, value.place[0]
        if not isinstance(value, Collection):
            continue
        seen: Counter[str] = Counter()
        for number, part in enumerate(value.parts):
            step = f"{number}"
            if part.key is not None:
                step = f"{part.key.text}\n{seen[part.key.text]}"
                seen[part.key.text] += 1
                yield f"{name}\n\n{step}\nkey", part.key.place[0]
            waiting.append((f"{name}\n\n{step}", part.value))
