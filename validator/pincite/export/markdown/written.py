"""Quotations, claims and images in Pandoc's syntax, and what of them has none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.export.markdown.escaping import attributes, escaped
from pincite.reading.markdown.citations import located, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.json_value import Json, JsonObject

_WORDS = ("display", "language", "within", "translation_of", "role", "basis", "note", "raw", "archive_code")
_OF_IMAGES = ("role", "label", "license", "rights", "credit", "caption", "media_type", "sha256")
_LISTS = ("evidence", "images")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_PLAIN_PATH = re.compile(r"[^\s()<>\\&\x00-\x20]+")


def values(members: Mapping[str, Json], names: tuple[str, ...]) -> dict[str, str]:
    """Return the members that attributes can say, as their values."""
    found: dict[str, str] = {}
    for name in names:
        value = members.get(name)
        only = next(iter(value.values())) if isinstance(value, dict) and len(value) == 1 else None
        if isinstance(value, str) and value:
            found[name] = value
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            found[name] = " ".join(str(one) for one in value)
        elif (
            isinstance(value, dict) and isinstance(only, str) and only and set(value) <= {"literal", "reason"}
        ):
            found[name] = only
        elif isinstance(value, int) and not isinstance(value, bool):
            found[name] = str(value)
    return found


class Citations:
    """The citations of a quotation or claim: ``spans`` in Pandoc's syntax, ``rest`` what has none, citation by citation."""

    def __init__(self, citations: Json) -> None:
        self.spans: list[tuple[str, dict[str, str], bool]] = []
        """Words between brackets, attributes, and whether the words are a citation as printed."""
        self.rest: list[Json] = []
        for one in citations if isinstance(citations, list) else []:
            if isinstance(one, dict):
                self._add(one)
        if not any(self.rest):
            self.rest = []

    def _add(self, citation: JsonObject) -> None:
        rest = {name: value for name, value in citation.items() if name != "anchor"}
        said = values(citation, ("images", "note", "archive_code"))
        source, raw, locator = citation.get("source"), citation.get("raw"), citation.get("locator")
        words, printed = "", True
        if isinstance(source, str):
            printed = False
            words = f"[@{source}]"
            rest.pop("source")
            if isinstance(locator, dict):
                texts = {label: str(value) for label, value in locator.items()}
                with_locator = written(source, texts)
                if located(with_locator.removeprefix(f"@{source}")) == (texts, ""):
                    words = f"[{with_locator}]"
                    rest.pop("locator")
            said |= values(citation, ("raw",))
        elif isinstance(raw, str):
            words = escaped(raw, at_start=False)
            rest.pop("raw")
        for name in said:
            rest.pop(name, None)
        self.spans.append((words, said, printed))
        self.rest.append(rest)

    def text(self, index: int, name: str = "", extra: Mapping[str, str] | None = None) -> str:
        """Return one citation; the first one of a block quote bears its *name* and its attributes."""
        words, said, printed = self.spans[index]
        classes = ("citation",) if printed and not (name and words) else ()
        tail = attributes(name, classes, {**(extra or {}), **said})
        return f"[{words}]{tail}" if tail else words


def quotation_attributes(quotation: Mapping[str, Json], default_display: str) -> dict[str, str]:
    """Return the attributes of a quotation whose place says how it is displayed."""
    said = values(quotation, ("display", "language", "speaker", "within", "translation_of", "uncited"))
    return _but_default(said, "display", default_display)


def claim_attributes(claim: Mapping[str, Json]) -> dict[str, str]:
    """Return the attributes of a claim."""
    return values(claim, ("role", "basis", "evidence", "attributed_to"))


def _but_default(said: dict[str, str], name: str, default: str) -> dict[str, str]:
    if said.get(name) == default:
        return {key: value for key, value in said.items() if key != name}
    return said if name in said else {name: "", **said}


def rest_of(
    members: Mapping[str, Json], said: Mapping[str, str], citations: Citations | None = None
) -> JsonObject:
    """Return the members that are left for the front matter."""
    left: JsonObject = {}
    for name, value in members.items():
        if name in {"id", "text", "anchor"} or name in said or (name == "display" and name not in said):
            continue
        if name == "citations" and citations is not None:
            if citations.rest or not value:
                left[name] = citations.rest
        else:
            left[name] = value
    return left


def image_text(image: Mapping[str, Json]) -> tuple[str, JsonObject] | None:
    """Return an image in Markdown and what is left of it; None where it has no address to be shown from."""
    path, url, alt = image.get("path"), image.get("url"), image.get("alt")
    address = path if isinstance(path, str) else url
    words = alt.get("text") if isinstance(alt, dict) else None
    if not isinstance(address, str) or not _PLAIN_PATH.fullmatch(address) or not isinstance(words, str):
        return None
    if bool(_ADDRESS.match(address)) == (address == path) or words != words.strip():
        return None
    said = values(image, (*_OF_IMAGES, "width", "height"))
    left = {n: v for n, v in image.items() if n not in said and n not in {"id", "anchor", "alt"}}
    left.pop("path" if address == path else "url")
    if isinstance(alt, dict) and len(alt) > 1:
        left["alt"] = {name: value for name, value in alt.items() if name != "text"}
    return f"![{escaped(words, at_start=False)}]({address}){attributes(str(image['id']), (), said)}", left
