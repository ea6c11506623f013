"""Generates the index of the conformance suite: its codes, its levels and all its cases with their files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pincite.rules.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = "schema/suite"
PATH = f"{FOLDER}/manifest.json"
LEVELS = ("reading", "structure", "references", "anchors", "segments", "markdown")
"""The levels, each of which presupposes those before it up to ``references``."""
CODES = {
    "reading": ("PIN002", "PIN003", "PIN004", "PIN005", "PIN007"),
    "structure": (
        *("PIN010", "PIN011", "PIN012", "PIN013", "PIN014", "PIN015", "PIN016", "PIN017"),
        *("PIN201", "PIN202", "PIN203", "PIN204", "PIN205", "PIN206"),
        *("PIN207", "PIN208", "PIN209", "PIN210", "PIN211", "PIN241"),
    ),
    "references": ("PIN301", "PIN302", "PIN304", "PIN305", "PIN308", "PIN309", "PIN333"),
    "anchors": ("PIN401", "PIN402", "PIN403", "PIN407", "PIN408"),
    "segments": ("PIN406",),
}
"""The codes that belong to the format, by the level at which they are first told; the suite's README says why these."""
_ROOT = Path(__file__).resolve().parent.parent
_EXPECTED = ".expected.json"


def pages() -> dict[str, str]:
    """Return the index under its path."""
    return {PATH: index(_ROOT / FOLDER)}


def index(suite: Path) -> str:
    """Return the index of the cases in a folder as JSON, one line for each code and each case."""
    rules = {one.rule.code: one.rule for one in catalogue()}
    codes = {
        code: {"name": rules[code].name, "level": level, "severity": rules[code].severity}
        for level, listed in CODES.items()
        for code in listed
    }
    cases = [_case(path) for path in sorted(suite.glob(f"*/*{_EXPECTED}"))]
    head = {"format": "1.0", "generated_by": "tools/generate.py; do not edit", "levels": LEVELS}
    lines = [f"  {_line(name)}: {_line(value)}," for name, value in head.items()]
    lines += [
        '  "codes": {',
        _listed(f"{_line(code)}: {_line(said)}" for code, said in codes.items()),
        "  },",
    ]
    lines += ['  "cases": [', _listed(map(_line, cases)), "  ]"]
    return "\n".join(["{", *lines, "}", ""])


def _case(path: Path) -> dict[str, Any]:
    expected = json.loads(path.read_text("utf-8"))
    name = f"{path.parent.name}/{path.name.removesuffix(_EXPECTED)}"
    stem = path.name.removesuffix("expected.json")
    files = [one.name for one in sorted(path.parent.iterdir()) if one.name.startswith(stem) and one != path]
    return {
        "name": name,
        "level": expected["level"],
        "valid": expected["valid"],
        "files": files,
        "about": expected["about"],
    }


def _listed(lines: Iterable[str]) -> str:
    return ",\n".join(f"    {line}" for line in lines)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
