"""What is different between two datasets, kept on disk until it is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from typing_extensions import Self

Kind = Literal["added", "gone", "changed"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Difference(NamedTuple):
    """A row that is in one dataset alone, or not the same in both.

    ``label`` are some words by which people know it. ``columns`` are those that have changed; ``was`` is its key in the
    older dataset, where that is another. ``values`` has what stood in columns and what stands there now, where both are short.
    """

    key: str
    label: str
    columns: tuple[str, ...] = ()
    was: str | None = None
    values: Mapping[str, tuple[str | None, str | None]] = {}


class Differences:
    """The differences of one table; *folder* is a new one."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._streams: dict[Kind, BinaryIO] = {}
        self.counts: dict[Kind, int] = dict.fromkeys(KINDS, 0)

    def __enter__(self) -> Self:
        self._streams = {kind: (self._folder / kind).open("wb") for kind in KINDS}
        return self

    def __exit__(self, *_: object) -> None:
        for stream in self._streams.values():
            stream.close()

    def add(self, kind: Kind, one: Difference) -> None:
        """Take in a difference."""
        self.counts[kind] += 1
        self._streams[kind].write(json.dumps(one).encode() + b"\n")

    def of(self, kind: Kind) -> Iterator[Difference]:
        """Yield the differences of a kind, in the order of their keys."""
        with (self._folder / kind).open("rb") as stream:
            for line in stream:
                key, label, columns, was, values = json.loads(line)
                yield Difference(
                    key, label, tuple(columns), was, {name: (old, new) for name, (old, new) in values.items()}
                )

    @property
    def is_any(self) -> bool:
        """Return whether there are any."""
        return any(self.counts.values())
