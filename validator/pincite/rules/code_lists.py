"""Lists of codes that others keep (languages, countries, licences), read from data files beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER = Path(__file__).parent


@cache
def code_lists(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the sections of the data file *name*: a heading in brackets, then codes between spaces."""
    sections: dict[str, tuple[str, ...]] = {}
    heading = ""
    for line in (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif not line.startswith("#"):
            sections[heading] = (*sections.get(heading, ()), *line.split())
    return sections
