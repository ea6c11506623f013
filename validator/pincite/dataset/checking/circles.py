"""Concern: no source contains itself, however many sources lie between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.checking.buckets import digest
from pincite.dataset.checking.telling import shown
from pincite.dataset.rules import dataset_key_dangling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.checking.state import State
    from pincite.dataset.checking.table_file import TableFile
    from pincite.model.finding import Finding


def findings(state: State) -> Iterator[Finding]:
    """Yield a finding for each source that contains itself. Raises FileFaultError.

    Held in memory are digests of the sources alone that contain others.
    """
    file = state.tables.get("sources")
    found = circling(_nested(file)) if file is not None else set()
    if file is None or not found:
        return
    number = 0
    for batch in file.batches(["id"]):
        for key in map(str, batch.column("id").to_pylist()):
            number += 1
            if digest(key) in found:
                state.told_rows.add((file.table.name, number))
                message = f"row {number} of {file.path}: the source {shown(key)} contains itself"
                yield state.tell.finding(
                    dataset_key_dangling.RULE, file.path, message, "its container leads back to it"
                )


def _nested(file: TableFile) -> dict[bytes, bytes]:
    """Return the containers of sources whose containers stand in one, too."""
    containers = {outer for outer, _ in _pairs(file)}
    if not containers:
        return {}
    holding = {key for _, key in _pairs(file) if key in containers}
    return {key: outer for outer, key in _pairs(file) if outer in holding}


def _pairs(file: TableFile) -> Iterator[tuple[bytes, bytes]]:
    """Yield of each source in a container the digests of the container's key and its own."""
    for batch in file.batches(["id", "container"]):
        keys, outers = batch.column("id").to_pylist(), batch.column("container").to_pylist()
        for key, outer in zip(keys, outers, strict=True):
            if outer is not None:
                yield digest(outer), digest(str(key))


def circling(container_of: dict[bytes, bytes]) -> set[bytes]:
    """Return those that are reached again from themselves; each is looked at once."""
    done: set[bytes] = set()
    found: set[bytes] = set()
    for start in container_of:
        way: dict[bytes, None] = {}
        here: bytes | None = start
        while here is not None and here not in done and here not in way:
            way[here] = None
            here = container_of.get(here)
        if here is not None and here in way:
            names = list(way)
            found.update(names[names.index(here) :])
        done.update(way)
    return found
