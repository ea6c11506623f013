"""What is found in a dataset, as findings with the paths that the user knows the dataset by."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.model.finding import Finding, Place
from pincite.reading.rules import limit_exceeded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.rule import Rule

MOST = 100
"""Findings of one rule in one file that are told; of more, there is a word."""
_SHOWN = 120
"""Code points that are shown of a value."""
_SAID = 200
"""Code points of a message in which values stand: a line or two."""


class Teller:
    """Makes findings about the files of one dataset, which is *named* as the user gave it."""

    def __init__(self, named: str) -> None:
        self._named = named

    def path(self, relative: str) -> str:
        """Return the path of a file of the dataset, as the user would write it."""
        return os.path.join(self._named, relative)  # noqa: PTH118 - keeps ./ and ../ as they were given

    def finding(
        self, rule: Rule, relative: str, message: str, hint: str | None = None, *, line: int | None = None
    ) -> Finding:
        """Return a finding about a file, or about a line of it (from 1)."""
        place = None if line is None else Place(line, 1, line, 1, "")
        return Finding(self.path(relative), rule.code, rule.name, rule.severity, message, hint, "", place)


def shown(value: object) -> str:
    """Return a value from a dataset as it stands in a message: in quotation marks, and never long."""
    return f"'{shortened(str(value), _SHOWN)}'"


def shortened(text: str, most: int = _SAID) -> str:
    """Return a text in which words of a dataset stand, with no more code points than the *most*."""
    return text if len(text) <= most else f"{text[:most]}…"


def capped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings; of many with one code in one file the first ones, and a word that there are more."""
    counts: dict[tuple[str, str], int] = {}
    for one in findings:
        key = (one.path, one.code)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= MOST:
            yield one
    rule = limit_exceeded.RULE
    for (path, code), number in counts.items():
        if number > MOST:
            message = f"{number - MOST} more findings of {code} are not shown, only the first {MOST}"
            yield Finding(
                path, rule.code, rule.name, rule.severity, message, "mend these first, then run again"
            )
