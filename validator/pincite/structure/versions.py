"""Versions of the format: which one this Pincite knows, and what another one means for a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.schemas import schema

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_VERSION = re.compile(r"([0-9]{1,9})\.([0-9]{1,9})")


def known() -> tuple[int, int]:
    """Return the major and minor version that the shipped schema describes."""
    major, minor = schema("document")["$id"].split("/")[-2].split(".")
    return int(major), int(minor)


def quoted(number: float) -> str:
    """Return the version that an author meant who left out the quotation marks."""
    return f"{number}.0" if isinstance(number, int) else str(number)


def parsed(version: Json) -> tuple[int, int] | None:
    """Return major and minor of what a document states, quoted or not; None for what is no version."""
    if isinstance(version, (int, float)) and not isinstance(version, bool):
        version = quoted(version)
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    return (int(found[1]), int(found[2])) if found else None


def is_foreign(version: Json) -> bool:
    """Return whether a document states another major version."""
    stated = parsed(version)
    return stated is not None and stated[0] != known()[0]


def is_newer(version: Json) -> bool:
    """Return whether a document states a newer minor version of the known major one."""
    stated = parsed(version)
    return stated is not None and stated[0] == known()[0] and stated[1] > known()[1]
