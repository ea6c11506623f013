"""Fingerprints of findings: by them a service knows a finding again in the next run.

One is made of the file, the code and the words of the finding without their numbers, never of its line: a line
added above moves all others, and a converted article numbers its quotations anew.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from pincite.reporters.paths import uri_reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.finding import Finding

_NUMBER = re.compile(r"\d+")
_DIGITS = 32
"""Hexadecimal digits of a fingerprint: nobody meets two by chance."""


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield a fingerprint for each finding; those that are alike are counted, so that no two have the same one."""
    met: dict[str, int] = {}
    for finding in findings:
        words = " ".join(_NUMBER.sub("", f"{finding.message}\0{_marked(finding)}").split())
        alike = f"{uri_reference(finding.path)}\0{finding.code}\0{words}"
        met[alike] = number = met.get(alike, 0) + 1
        whole = f"{alike}\0{number}".encode("utf-8", "surrogatepass")
        yield hashlib.sha256(whole).hexdigest()[:_DIGITS]


def _marked(finding: Finding) -> str:
    """Return what stands at the finding's place, as far as its first line goes."""
    place = finding.place
    if place is None:
        return ""
    start = place.column - 1 - place.offset
    end = start + place.end_column - place.column if place.end_line == place.line else len(place.excerpt)
    return place.excerpt[start:end]
