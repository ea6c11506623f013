"""What the article's short archive codes stand for, where the article says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.format import ArchiveEntry

_NAME = r"[A-ZÀ-ÞА-Я][\w'’.&-]*(?:\s+(?:(?:of|the|and|for|at|de|del|du|des|la|le|der|die|das|für|und|y|et)\s+)*[A-ZÀ-ÞА-Я][\w'’.&-]*)*"
_URL = re.compile(r"https?://[^\s<>\"“”«»]+[^\s<>\"“”«».,;:!?)\]]")


def archive_legend(text: str, codes: Iterable[str]) -> dict[str, ArchiveEntry]:
    """Return the codes that *text* explains: "CODE: Name", "CODE = Name", "Name (CODE)", "Name, hereafter CODE".

    A code that is explained in two ways is left out: which one holds is not ours to pick.
    """
    found: dict[str, ArchiveEntry] = {}
    for code in codes:
        entries = [*_lines(text, code), *_brackets(text, code)]
        if len({entry.get("name") for entry in entries}) == 1:
            found[code] = entries[0]
    return found


def _lines(text: str, code: str) -> list[ArchiveEntry]:
    """Return what lines and sentences such as "HMA: Harbour Museum Archive" say."""
    pattern = (
        rf"(?:^|[;.(]\s*)[“\"]?{re.escape(code)}[”\"]?\s*(?:[:=–—]|stands for|means)\s*(?P<rest>[^\n;]+)"
    )
    entries: list[ArchiveEntry] = []
    for found in re.finditer(pattern, text, re.MULTILINE):
        rest = found["rest"].strip()
        url = _URL.search(rest)
        name = re.match(rf"(?:the\s+)?(?P<name>{_NAME}(?:,\s+{_NAME})*)", rest)
        entry: ArchiveEntry = {}
        if name and name["name"] != code:
            entry["name"] = name["name"].rstrip(".")
        if url:
            entry["url"] = url[0]
        if entry:
            entries.append(entry)
    return entries


def _brackets(text: str, code: str) -> list[ArchiveEntry]:
    """Return what brackets behind a full name say: "the Harbour Museum Archive (HMA)"."""
    pattern = rf"(?P<name>{_NAME})\s*(?:\((?:hereafter\s+)?[“\"]?{re.escape(code)}[”\"]?\)|,\s+hereafter\s+[“\"]?{re.escape(code)}\b)"
    return [{"name": found["name"]} for found in re.finditer(pattern, text) if len(found["name"].split()) > 1]
