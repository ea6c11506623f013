"""Writes every generated file of the repository, or checks that none is stale.

``python tools/generate.py`` writes; ``--check`` writes nothing, prints what would change, and exits with 1 if
anything would. Each generator is a function without arguments that returns texts by their paths.
"""

from __future__ import annotations

import argparse
import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import cli_docs
import draft07
import format_docs
import hook_file
import rule_docs
import schema_docs
import style_docs
import suite_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
GENERATORS: tuple[Callable[[], dict[str, str]], ...] = (
    rule_docs.pages,
    schema_docs.pages,
    cli_docs.pages,
    hook_file.pages,
    draft07.pages,
    style_docs.pages,
    format_docs.pages,
    suite_index.pages,
)
OWNED = ("docs/rules",)
"""Folders that hold generated files only: whatever else lies there is left from a renamed rule."""
_MOST_LINES = 100
"""Lines of a diff that are shown; a log with thousands is read by nobody."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Generate or check, and return the exit status."""
    parser = argparse.ArgumentParser(description="Write all generated files, or check that none is stale.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a file is stale")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder to write to or compare with")
    chosen = parser.parse_args(arguments)
    texts = generated()
    if chosen.check:
        return _report(list(differences(texts, chosen.root)))
    for path in write(texts, chosen.root):
        print(path)
    return 0


def generated() -> dict[str, str]:
    """Return the text of every generated file by its path from the repository's root."""
    return {path: text for pages in GENERATORS for path, text in pages().items()}


def write(texts: dict[str, str], root: Path) -> Iterator[str]:
    """Make the files below *root* as *texts* says; yield the path of each that was written or removed."""
    for name, text in texts.items():
        path = root / name
        if _current(path) != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
            yield name
    for name in leftovers(texts, root):
        (root / name).unlink()
        yield f"{name} (removed)"


def differences(texts: dict[str, str], root: Path) -> Iterator[str]:
    """Yield, line by line, the unified diff from the files below *root* to *texts*."""
    wanted: dict[str, str | None] = {**texts, **dict.fromkeys(leftovers(texts, root))}
    for name, text in wanted.items():
        current = _current(root / name)
        if current != text:
            yield from difflib.unified_diff(
                _lines(current),
                _lines(text),
                name if current is not None else "/dev/null",
                name if text is not None else "/dev/null",
                lineterm="",
            )


def leftovers(texts: dict[str, str], root: Path) -> list[str]:
    """Return the paths of the files in generated folders that nothing generates."""
    found = (path for folder in OWNED for path in (root / folder).rglob("*") if path.is_file())
    names = (path.relative_to(root).as_posix() for path in found)
    return sorted(name for name in names if name not in texts)


def _report(diff: list[str]) -> int:
    for line in diff[:_MOST_LINES]:
        print(line)
    if len(diff) > _MOST_LINES:
        print(f"… and {len(diff) - _MOST_LINES} more lines")
    if diff:
        print("generated files are stale; run: python tools/generate.py")
    return 1 if diff else 0


def _current(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None


def _lines(text: str | None) -> list[str]:
    """Return the lines of a text, with a last one that tells whether the text ends with a new line."""
    return text.split("\n") if text is not None else []


if __name__ == "__main__":
    raise SystemExit(main())
