"""The changelog and the package state the same version."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pincite import __version__

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
HEADING = re.compile(r"^## \[(?P<name>[^\]]+)\](?: - (?P<day>\S+))?$", re.MULTILINE)


def faults(text: str, version: str) -> list[str]:
    """Return what is wrong with a changelog for this version of the package."""
    headings = [(match["name"], match["day"]) for match in HEADING.finditer(text)]
    released = [(name, day) for name, day in headings if name != "Unreleased"]
    found = []
    if headings[:1] != [("Unreleased", None)]:
        found.append("the first section is not [Unreleased]")
    if [name for name, _ in released[:1]] != [version]:
        found.append(f"the newest release is not {version}")
    found += [f"{name} has no day" for name, day in released if day is None or not is_day(day)]
    return found


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def test_the_changelog_is_up_to_date() -> None:
    assert faults(CHANGELOG.read_text("utf-8"), __version__) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("## [1.2.0] - 2024-05-01\n", "the first section is not [Unreleased]"),
        ("## [Unreleased]\n\n## [1.1.0] - 2024-05-01\n", "the newest release is not 1.2.0"),
        ("## [Unreleased]\n", "the newest release is not 1.2.0"),
        ("## [Unreleased]\n\n## [1.2.0]\n", "1.2.0 has no day"),
        ("## [Unreleased]\n\n## [1.2.0] - 2024-02-30\n", "1.2.0 has no day"),
    ],
)
def test_a_faulty_changelog_is_told(text: str, fault: str) -> None:
    assert faults(text, "1.2.0") == [fault]
