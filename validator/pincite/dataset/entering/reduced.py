"""Findings repeat words of what they judge; those about texts that may not be passed on are told without words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_steps
from pincite.rules.catalogue import catalogue
from pincite.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.finding import Finding


def without_text(finding: Finding) -> Finding:
    """Return a finding with its rule's sentence for a message, and no hint and fix.

    Its pointer goes as far as the format's own members lead: what somebody else called a member may be any text.
    """
    message = _summaries().get(finding.code, finding.name)
    place = finding.place._replace(excerpt="") if finding.place is not None else None
    return finding._replace(
        message=message, hint=None, fix=None, place=place, pointer=_known(finding.pointer)
    )


def _known(pointer: str) -> str:
    steps = []
    for step in pointer_steps(pointer):
        if step not in _members() and not (step.isascii() and step.isdecimal()):
            break
        steps.append(step)
    return "".join(f"/{step}" for step in steps)


@lru_cache(maxsize=1)
def _summaries() -> Mapping[str, str]:
    return {one.rule.code: one.rule.summary for one in catalogue()}


@lru_cache(maxsize=1)
def _members() -> frozenset[str]:
    """Return the names of the format's members."""
    document = schema("document")
    objects = [document, *document["$defs"].values()]
    return frozenset(name for one in objects for name in one.get("properties", ()))
