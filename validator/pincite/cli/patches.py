"""Patches and files on standard output: as they are in a pipe or a file, to be read on a terminal."""

from __future__ import annotations

from pincite.cli.output import on_terminal, show, show_bytes
from pincite.reporters.patch import patch, patch_to_read


def show_patch(path: str, before: bytes, after: bytes) -> None:
    """Print what changes in a file, as ``git apply`` takes it; nothing where all stays as it is."""
    text = patch(path, before, after)
    if text:
        show(patch_to_read(text) if on_terminal() else text)


def show_file(content: bytes) -> None:
    """Print the content of a file, byte for byte where it goes elsewhere than to a terminal."""
    if on_terminal():
        show(patch_to_read(content.decode("utf-8", "replace")))
    else:
        show_bytes(content)
