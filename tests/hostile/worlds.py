"""What is tried on every command that writes: one line for each, and a folder in which all of them have something to do.

A new command that writes is one more line in ``COMMANDS``.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import NamedTuple

from tests.conftest import Pincite

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "tide-clock"
UNPINNED = """pincite: "1.0"
article: {title: The harbour clock, language: en, text: {content: "The tide turned at six."}}
sources:
  - {id: log, type: book, title: Log, copies: [{path: sources/clocks-for-sailors.txt}]}
"""
MOVED = """pincite: "1.0"
article: {title: The harbour clock, date: "1912", url: "https://example.org/clock", text: {content: "The tide turned at six."}}
quotations:
  - {id: q1, text: The tide turned at six., anchor: {start: 1, end: 24}, uncited: {reason: a proverb}}
"""
LARGE = 'pincite: "1.0"\narticle: {{title: The harbour clock, language: en, text: {{content: "{words}"}}}}\n'


class Command(NamedTuple):
    """A command that writes the file or folder *written*: its arguments, and its exit status where nothing is in the way.

    ``keeps`` is a folder that a run which was ended leaves, for the next one to go on with, and to remove. ``over`` says that the file is there before, and of value; ``fresh`` that the command leaves one that is there;
    ``silent`` that nobody is told where it cannot be written.
    """

    name: str
    arguments: tuple[str, ...]
    written: str
    status: int = 0
    over: bool = False
    fresh: bool = False
    silent: bool = False
    keeps: str = ""


COMMANDS = (
    Command("report", ("check", "--format", "json", "--output", "report.json", "faulty.txt"), "report.json", 1),
    Command("baseline", ("check", "--write-baseline", "known.json", "faulty.txt"), "known.json"),
    Command("convert", ("convert", "article.txt", "-o", "new.pincite.yaml"), "new.pincite.yaml"),
    Command("convert-html", ("convert", "article.pincite.yaml", "-o", "new.html"), "new.html"),
    Command("update", ("convert", "changed.txt", "--update", "article.pincite.yaml"), "article.pincite.yaml", over=True),
    Command("pin", ("pin", "unpinned.pincite.yaml"), "unpinned.pincite.yaml", over=True),
    Command("verify", ("verify", "--write", "--no-cache", "article.pincite.yaml"), "article.pincite.yaml", 1, over=True),
    Command("new", ("new", "changed.txt"), "changed.pincite.yaml", fresh=True),
    Command("init", ("init", "--no-config", "--no-hook"), "example.pincite.yaml", fresh=True),
    Command("fix", ("check", "--fix", "moved.pincite.yaml"), "moved.pincite.yaml", over=True),
    Command("fmt", ("fmt", "moved.pincite.yaml"), "moved.pincite.yaml", over=True),
    Command("dataset", ("dataset", "build", "large", "-o", "tides"), "tides", keeps=".tides.pincite-build"),
    Command("cache", ("check", "--cache", "kept", "large"), "kept", silent=True),
)  # fmt: skip
RUN = [sys.executable, "-m", "pincite"]


def lay_out(folder: Path) -> None:
    """Fill a folder with what the commands read."""
    folder.mkdir(exist_ok=True)
    for name in ("article.txt", "article.pincite.yaml"):
        shutil.copy(EXAMPLE / name, folder)
    shutil.copytree(EXAMPLE / "sources", folder / "sources")
    (folder / "changed.txt").write_text(
        (EXAMPLE / "article.txt").read_text("utf-8").replace("hour", "HOUR", 1), "utf-8"
    )
    shutil.copy(EXAMPLE.parent / "faulty" / "bell-tower.txt", folder / "faulty.txt")
    (folder / "large").mkdir()
    for number in range(5):
        words = "The tide turned at six. " * 2500
        (folder / "large" / f"{number}.pincite.yaml").write_text(LARGE.format(words=words), "utf-8")
    (folder / "moved.pincite.yaml").write_text(MOVED, "utf-8")
    (folder / "unpinned.pincite.yaml").write_text(UNPINNED, "utf-8")


def seen(folder: Path) -> dict[str, str]:
    """Return the files of a folder with the digests and modes of each."""
    return {
        str(
            path.relative_to(folder)
        ): f"{hashlib.sha256(path.read_bytes()).hexdigest()} {stat.S_IMODE(path.stat().st_mode):o}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def left_over(folder: Path) -> list[str]:
    """Return the files that were begun and not ended."""
    return [str(path) for path in folder.rglob(".pincite-*") if path.is_file()]


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a command under trial: nothing is kept but where it is said."""
    return Pincite.environment({"PINCITE_CACHE": "", **more})


def is_administrator() -> bool:
    """Return whether this process may mount disks, as far as its user says."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
