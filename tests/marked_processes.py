"""Processes that a test has started, and those that they started in their turn, by a mark in their environment."""

from __future__ import annotations

from pathlib import Path


def with_mark(mark: str) -> list[str]:
    """Return the processes that were started with a mark in their environment (Linux)."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:  # noqa: PERF203 - a process that has ended meanwhile
            continue
    return found
