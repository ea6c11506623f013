"""Which licences let everybody pass a work on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.rules.license_expressions import JOINTS, parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

OPEN = frozenset({
    *("CC0-1.0", "CC-PDDC", "CC-PDM-1.0", "PDDL-1.0", "Unlicense", "0BSD", "WTFPL", "MIT", "MIT-0", "ISC", "Zlib"),
    *("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ODC-By-1.0", "ODbL-1.0", "FSFAP", "LAL-1.2", "LAL-1.3"),
    *("OGL-UK-1.0", "OGL-UK-2.0", "OGL-UK-3.0", "etalab-2.0", "NLOD-1.0", "NLOD-2.0", "DL-DE-BY-2.0", "DL-DE-ZERO-2.0"),
    *("C-UDA-1.0", "CDLA-Permissive-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0"),
})  # fmt: skip
"""SPDX identifiers of licences under which everybody may pass a work on, in whole and in part, for any purpose."""
_NAMES = frozenset(name.lower() for name in OPEN)
_OPEN_FAMILIES = re.compile(
    r"CC-BY(?:-SA)?-[0-9.]+(?:-[A-Z]+)*|GFDL-[0-9.]+(?:-no-invariants)?(?:-only|-or-later)?|(?:A|L)?GPL-[0-9.]+(?:-only|-or-later)?"
)
"""The same of those that come in many versions; ``-NC`` and ``-ND`` restrict, and so do the invariants of GFDL."""
_DEEPEST = 50
"""Parentheses within each other in an expression that is understood."""


def is_open(license_: str | None) -> bool:
    """Return whether a licence (an SPDX expression) lets everybody pass a work on, by one of its choices at least.

    Of licences that hold together (``AND``) all have to. An exception (``WITH``) grants more than its licence, never less.
    A licence of somebody's own (``LicenseRef-``) is unknown, as is what is no expression.
    """
    words = parts_of(license_ or "")
    try:
        found, end = _choices(words, 0, 0)
    except _NoExpressionError:
        return False
    return found and end == len(words)


class _NoExpressionError(Exception):
    """Something is no SPDX expression."""


def _choices(words: Sequence[str], at: int, depth: int) -> tuple[bool, int]:
    """Return whether one of the alternatives from a word on is open, and where they end."""
    found, at = _together(words, at, depth)
    while at < len(words) and words[at].upper() == "OR":
        other, at = _together(words, at + 1, depth)
        found = found or other
    return found, at


def _together(words: Sequence[str], at: int, depth: int) -> tuple[bool, int]:
    found, at = _one(words, at, depth)
    while at < len(words) and words[at].upper() == "AND":
        other, at = _one(words, at + 1, depth)
        found = found and other
    return found, at


def _one(words: Sequence[str], at: int, depth: int) -> tuple[bool, int]:
    if at >= len(words) or depth > _DEEPEST:
        raise _NoExpressionError
    if words[at] == "(":
        found, at = _choices(words, at + 1, depth + 1)
        if at >= len(words) or words[at] != ")":
            raise _NoExpressionError
        return found, at + 1
    if words[at] == ")" or words[at].upper() in JOINTS:
        raise _NoExpressionError
    found = _is_known(words[at])
    at += 1
    if at < len(words) and words[at].upper() == "WITH":
        if at + 1 >= len(words):
            raise _NoExpressionError
        at += 2
    return found, at


def _is_known(name: str) -> bool:
    name = name.removesuffix("+")
    return name.lower() in _NAMES or _OPEN_FAMILIES.fullmatch(name) is not None
