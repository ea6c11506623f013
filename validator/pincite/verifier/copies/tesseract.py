"""The ``tesseract`` command: which there is, and what it reads off a picture."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.verifier.copies.copy_text import WordBox
from pincite.verifier.copies.extract import no_reader, unreadable
from pincite.verifier.copies.ocr_languages import chosen, package_of
from pincite.verifier.copies.paged import PageText

if TYPE_CHECKING:
    from pincite.verifier.copies.extract import Wish
    from pincite.verifier.copies.grey import Grey

_NAME = "tesseract"
_ASKED = 20
"""Seconds in which the command says what it is."""
_COLUMNS = 12
"""Columns of a line of its table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
_WORD = "5"
"""The level of a line about a word."""
_CREDIBLE = range(70, 1201)
"""Dots an inch that a picture may say of itself and be believed."""


@lru_cache(maxsize=1)
def version() -> str:
    """Return the version of the command; raises CopyError where it is not installed."""
    first = _said("--version").partition("\n")[0]
    return first.removeprefix("tesseract").strip() or "unknown"


@lru_cache(maxsize=1)
def installed() -> frozenset[str]:
    """Return the names of the language data that are installed."""
    return frozenset(line.strip() for line in _said("--list-langs").split("\n")[1:] if line.strip())


def _command() -> str:
    found = shutil.which(_NAME)
    if found is None:
        raise no_reader(
            "pictures are read with the command tesseract, which is not installed",
            "install it: on Debian and Ubuntu, apt install tesseract-ocr",
        )
    return found


def _said(option: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            [_command(), option],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_ASKED,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise no_reader(
            "the command tesseract cannot be run", "reinstall the package tesseract-ocr"
        ) from None
    return (done.stdout + done.stderr).decode("utf-8", "replace")


class Recogniser:
    """Reads pictures in the languages of a wish. Raises CopyError where the command or all of their data are missing.

    ``notes`` say what there is to know of how they are read.
    """

    def __init__(self, wish: Wish) -> None:
        self._command = _command()
        self._seconds = wish.limits.page_seconds
        choice = chosen(wish.languages, installed())
        packages = " ".join(package_of(one) for one in choice.missing)
        if not choice.data:
            raise no_reader(
                f"tesseract has no language data for {' and '.join(choice.missing)}",
                f"install them: on Debian and Ubuntu, apt install {packages}",
            )
        self._data = choice.data
        notes = [] if wish.languages else [f"no language is named for it: read as {choice.data}"]
        if choice.missing:
            notes.append(f"read as {choice.data}: for other languages named, install {packages}")
        if choice.unknown:
            notes.append(f"tesseract knows no language {', '.join(choice.unknown)}; read as {choice.data}")
        self.notes = tuple(notes)

    @property
    def version(self) -> str:
        """Return the version of the command, and the names of the data that it reads by."""
        return f"tesseract {version()} {self._data}"

    def page(self, picture: Grey) -> PageText | None:
        """Return the text on a picture with the box of each word in its pixels, None where it takes too long.

        A line of print is a line, and a blank line parts paragraphs.
        """
        options = ["-l", self._data]
        if picture.dots in _CREDIBLE:
            options += ["--dpi", str(picture.dots)]
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command with options of ours
                [self._command, "stdin", "stdout", *options, "tsv"],
                input=picture.pgm,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # threads of several pages would fight over the processors
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                timeout=self._seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
        except OSError:
            raise no_reader(
                "the command tesseract cannot be run", "reinstall the package tesseract-ocr"
            ) from None
        if done.returncode:
            raise unreadable(f"tesseract breaks down over the picture (exit status {done.returncode})")
        return _page(done.stdout.decode("utf-8", "replace"))


def _page(table: str) -> PageText:
    """Return the page in Tesseract's table of words."""
    parts: list[str] = []
    words: list[WordBox] = []
    at = 0
    before: list[str] = []
    for row in table.split("\n"):
        fields = row.split("\t", _COLUMNS - 1)
        if len(fields) < _COLUMNS or fields[0] != _WORD or not fields[-1].strip():
            continue
        text = fields[-1].strip()
        space = _between(before, fields[2:5])
        before = fields[2:5]
        at += len(space)
        left, top, width, height = map(int, fields[6:10])
        words.append(WordBox(at, at + len(text), 1, left, top, width, height))
        parts += [space, text]
        at += len(text)
    return PageText("".join(parts), None, words)


def _between(before: list[str], place: list[str]) -> str:
    """Return what parts a word from the one before; their places are block, paragraph and line."""
    if not before:
        return ""
    if before[:2] != place[:2]:
        return "\n\n"
    return " " if before == place else "\n"
