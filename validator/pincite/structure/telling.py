"""Schema faults become wordings, one for each thing that is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.structure import wording
from pincite.structure.rules import member_unknown, value_unlisted
from pincite.structure.versions import is_foreign, is_newer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.json_value import Json
    from pincite.reading.files import RawDocument
    from pincite.structure.diagnosis import SchemaFault
    from pincite.structure.wording import Wording


def told(faults: list[SchemaFault], raw: RawDocument) -> list[Wording]:
    """Word the faults of a raw document.

    A misspelt required member is one fault though the schema refuses it twice; a document of another major
    version has only one; what a newer minor version may have added is a warning.
    """
    version = raw.data.get("pincite") if isinstance(raw.data, dict) else None
    if is_foreign(version):
        return [wording.foreign_version(version)]
    found = _explained(_words(faults, raw))
    return [_quieter(one, version) for one in found] if is_newer(version) else found


def _words(faults: list[SchemaFault], raw: RawDocument) -> list[Wording]:
    missing: dict[str, dict[str, SchemaFault]] = {}
    for fault in faults:
        if fault.keyword == "required":
            missing.setdefault(fault.pointer, {})[str(fault.wanted)] = fault
    mistyped = {fault.pointer for fault in faults if fault.keyword == "type"}
    words = []
    excluded: set[str] = set()
    for fault in faults:
        parent = fault.pointer.rpartition("/")[0]
        if fault.keyword == "additionalProperties":
            lacking = missing.get(parent, {})
            one = wording.unknown_member(fault, lacking, bare=raw.positions.is_bare(fault.pointer))
            lacking.pop(one.nearest or "", None)
            words.append(one)
        elif fault.keyword == "not":
            if parent not in excluded:  # one that excludes several is one fault
                words.append(wording.excluded_member(fault))
            excluded.add(parent)
        elif fault.keyword == "type" or (fault.keyword != "required" and fault.pointer not in mistyped):
            words.append(wording.other_fault(fault, _spelling(raw, fault)))
    words.extend(
        wording.missing_member(pointer, name, fault.value)
        for pointer, lacking in missing.items()
        for name, fault in lacking.items()
    )
    return words


def _spelling(raw: RawDocument, fault: SchemaFault) -> str | None:
    """Return how a number is written in the file: its type does not keep that."""
    if not isinstance(fault.value, (int, float)):
        return None
    place = raw.positions.of_value(fault.pointer)
    start = place.column - 1 - place.offset
    return (
        place.excerpt[start : place.end_column - 1 - place.offset] if place.line == place.end_line else None
    )


def _explained(words: Iterable[Wording]) -> list[Wording]:
    """Return the wordings, with what a mapping is told where it is first wanted."""
    told_once = False
    found = []
    for one in words:
        if not told_once and _MAPPING in one.message:
            told_once = True
            found.append(replace(one, message=one.message.replace(_MAPPING, f"{_MAPPING} (name: value)", 1)))
        else:
            found.append(one)
    return found


_MAPPING = "a mapping"


def _quieter(one: Wording, version: Json) -> Wording:
    """Return the wording for a document of a newer minor version, which may have added members and values."""
    if one.rule not in {member_unknown.RULE, value_unlisted.RULE} or one.replaces_missing:
        return one
    hint = f"version {version} of the format may know it; this Pincite does not"
    if one.nearest:
        hint = f"{one.hint} Or {hint}"
    return replace(one, hint=hint, severity="warning", fix=None)
