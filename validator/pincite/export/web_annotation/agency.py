"""Who made the annotations, when and with what: the members that all of them share (section 3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.identity import license_iri
from pincite.export.web_annotation.linking import REPEATED_AT_MOST
from pincite.model.edtf import parts
from pincite.model.names import SPOKEN, in_one_line

if TYPE_CHECKING:
    from pincite.export.web_annotation.linking import Linking
    from pincite.model.format import Annotation, Name, Tool
    from pincite.model.json_value import JsonObject

_KINDS = {"person": "Person", "organization": "Organization"}


def agency(annotation: Annotation, linking: Linking) -> JsonObject:
    """Return the creator, the moment, the program and the rights of all annotations of a document."""
    found: JsonObject = {}
    if "by" in annotation:
        found |= _creator(annotation["by"], linking)
    if "on" in annotation:
        day = parts(annotation["on"])
        is_day = day is not None and bool(day.day) and not day.doubt and not day.year.startswith("-")
        linking.losses.tell("/annotation/on", "changed" if is_day else "left out")
        if is_day:
            found["created"] = f"{annotation['on']}T00:00:00Z"
    if "tool" in annotation:
        found |= _generator(annotation["tool"], linking)
    if "license" in annotation:
        rights = license_iri(annotation["license"])
        if rights is None or len(rights) > REPEATED_AT_MOST:
            linking.losses.tell("/annotation/license")
        else:
            found["rights"] = rights
    return found


def _creator(name: Name, linking: Linking) -> JsonObject:
    agent: JsonObject = {"type": _KINDS[name["kind"]]} if name.get("kind") in _KINDS else {}
    words = in_one_line(name)
    if words:
        agent["name"] = words
    if "literal" in name:
        for part in SPOKEN:
            if part in name:
                linking.losses.tell(f"/annotation/by/{part}")
    if "id" in name:
        agent["id"] = linking.iri(name["id"], "/annotation/by/id")
    if sum(len(str(value)) for value in agent.values()) > REPEATED_AT_MOST:
        linking.losses.tell("/annotation/by")
        return {}
    return {"creator": agent} if agent else {}


def _generator(tool: Tool, linking: Linking) -> JsonObject:
    words = " ".join(tool[part] for part in ("name", "version") if part in tool)
    if len(words) > REPEATED_AT_MOST:
        linking.losses.tell("/annotation/tool")
        return {}
    if len(tool) > 1:
        linking.losses.tell("/annotation/tool/version", "changed")
    return {"generator": {"type": "Software", "name": words}} if words else {}
