"""Of a file's documents some are taken: its shards are told which of their lines these are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.dataset.shards.lines import lines_of
from pincite.reading.opening import open_regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.dataset.shards.planning import Shard


def narrowed(root: str, shards: Iterable[Shard], only: bytes) -> Iterator[Shard]:
    """Yield the shards of one JSONL file, in their order, each with those of its lines that are taken.

    *only* has a byte for each line of the file, and 0 for those that are not. Raises OSError.
    """
    number = 0
    for shard in shards:
        (part,) = shard.parts
        with open_regular(os.path.join(root, part.path)) as stream:  # noqa: PTH118 - as the reading of files
            lines = sum(1 for _ in lines_of(stream, part))
        told = "".join("1" if one else "0" for one in only[number : number + lines])
        number += lines
        yield shard._replace(parts=(part._replace(only=told),))
