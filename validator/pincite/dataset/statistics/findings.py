"""How often which finding was made in the documents of a dataset, and between them."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.opened.places import own_file
from pincite.dataset.package.layout import FINDINGS
from pincite.dataset.package.manifest import NoDatasetError
from pincite.model.rule import SEVERITIES
from pincite.reading.limits import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 10_000
"""Codes that are counted: more than any rule book has."""


class FindingCount(NamedTuple):
    """How often a rule found something."""

    severity: str
    code: str
    name: str
    times: int


def finding_counts(folder: Path) -> list[FindingCount]:
    """Return the counts, the worst findings first, then by their codes; raises NoDatasetError and OSError."""
    path = own_file(folder, FINDINGS)
    found: Counter[tuple[str, str, str]] = Counter()
    number = 0
    with path.open("rb") as stream:
        while line := stream.readline(MAX_BYTES):
            number += 1
            try:
                one = json.loads(line)
                found[str(one["severity"]), str(one["code"]), str(one["name"])] += 1
            except (ValueError, KeyError, TypeError, RecursionError):
                raise NoDatasetError(f"{path}:{number} is no finding") from None
            if len(found) > _MOST:
                raise NoDatasetError(f"{path} has more than {_MOST} kinds of findings")
    counts = [FindingCount(*key, count) for key, count in found.items()]
    return sorted(counts, key=lambda one: (_rank(one.severity), one.severity, one.code, one.name))


def _rank(severity: str) -> int:
    """Return the place of a severity among all, the worst first; one that nobody knows is the last."""
    names: tuple[str, ...] = SEVERITIES
    return -names.index(severity) if severity in names else 1
