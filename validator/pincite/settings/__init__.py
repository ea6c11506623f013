"""What a project asks for: its configuration, which rules that leaves, what is ignored and what is known already."""

from __future__ import annotations

import os


class ConfigError(Exception):
    """A configuration, or a baseline, cannot be used; the text says where, why, and what would be right."""

    def __init__(self, path: str, line: int | None, message: str) -> None:
        where = shown_path(path)
        super().__init__(f"{where}:{line}: {message}" if line else f"{where}: {message}")


def shown_path(path: str) -> str:
    """Return a path as seen from the working folder, where it lies below."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):  # the working folder is gone, or no file can have this name
        return path
    return path if relative.startswith("..") else relative
