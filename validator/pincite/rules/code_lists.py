"""Lists of codes that others keep (languages, countries, licences), read from data files beside this module."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib would add to every start


@cache
def code_lists(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the sections of the data file *name*: a heading in brackets, then codes between spaces."""
    sections: dict[str, tuple[str, ...]] = {}
    heading = ""
    with open(os.path.join(_FOLDER, f"{name}.txt"), encoding="utf-8") as stream:  # noqa: PTH118, PTH123
        lines = stream.read().splitlines()
    for line in lines:
        if line.startswith("["):
            heading = line.strip("[]")
        elif not line.startswith("#"):
            sections[heading] = (*sections.get(heading, ()), *line.split())
    return sections
