"""Sources from CSL-JSON, as this package and others write it: Zotero, Pandoc, citation.js, Crossref.

An array of items, or an object that holds one under ``items`` (CSL-JSON 1.1, citation.js) or ``references`` (Pandoc).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.bibliography.csl_json.aside import OURS, restored
from pincite.bibliography.csl_json.likeness import HOLDERS
from pincite.bibliography.csl_json.taking import taken
from pincite.bibliography.csl_json.words import SURROUNDINGS
from pincite.bibliography.listed import Listed, Remark, shown
from pincite.bibliography.nesting import Entry, nested
from pincite.bibliography.rules import entry_unreadable, field_passed_over
from pincite.model.json_value import pointer_to
from pincite.reading.fault import UnreadableError
from pincite.reading.json_syntax import JsonNodes, JsonText
from pincite.reading.lines import Lines
from pincite.reading.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.json_value import Json, JsonObject

__all__ = ["read"]


def read(text: str) -> Listed:
    """Return the sources in a text of CSL-JSON."""
    text = text.removeprefix("\ufeff")
    try:
        parsed = JsonText(text)
    except UnreadableError as error:
        line = Lines(text).place(error.fault.start or 0, error.fault.start or 0).line
        return Listed(
            (), (Remark(entry_unreadable.RULE, line, f"the file cannot be read: {error.fault.message}"),)
        )
    reading = _Reading(text, parsed)
    return reading.listed()


class _Reading:
    """One readable text on its way to sources."""

    def __init__(self, text: str, parsed: JsonText) -> None:
        self._data = parsed.data
        self._positions = Positions(text, parsed.data, JsonNodes(text))
        self._remarks: list[Remark] = []
        lines = Lines(text)
        for fault in parsed.faults:
            line = lines.place(fault.start or 0, fault.start or 0).line
            self._remarks.append(
                Remark(field_passed_over.RULE, line, f"{fault.message}; the first one counts")
            )

    def listed(self) -> Listed:
        """Return the sources and all remarks, in the order of their lines."""
        at, items = self._items()
        entries = [
            entry for number, item in enumerate(items) if (entry := self._entry(pointer_to(at, number), item))
        ]
        found = nested(entries)
        remarks = sorted((*self._remarks, *found.remarks), key=lambda one: one.line)
        return found._replace(remarks=tuple(remarks))

    def _items(self) -> tuple[str, Sequence[Json]]:
        """Return the items and the pointer to the array that holds them."""
        data = self._data
        if isinstance(data, list):
            return "", data
        if isinstance(data, dict):
            for name in HOLDERS:
                held = data.get(name)
                if isinstance(held, list):
                    return f"/{name}", held
        self._unreadable("", "no list of items: CSL-JSON is an array, or an object with one under 'items'")
        return "", []

    def _entry(self, at: str, item: Json) -> Entry | None:
        """Return what an item says, None where it cannot be told."""
        if not isinstance(item, dict):
            self._unreadable(at, "an item that is no object")
            return None
        key = _key(item.get("id"))
        missing = [
            f"'{name}'" for name, there in (("id", key), ("type", _is_text(item.get("type")))) if not there
        ]
        if missing:
            named = f" {shown(key)}" if key else ""
            self._unreadable(at, f"the item{named} has no {' and no '.join(missing)}")
            return None
        read_ = taken(item)
        whole = restored(item, read_)
        self._tell(at, key, item, [one for one in read_.passed if one[0] not in whole.said], whole.passed)
        words = read_.words
        if (
            whole.container is not None
        ):  # to be held against the titles of the works around, character for character
            raw = {ours: item[field] for field, ours in SURROUNDINGS.items() if field in item}
            words = {**words, **{ours: one for ours, one in raw.items() if isinstance(one, str)}}
        return Entry(
            key,
            self._positions.of_value(at).line,
            whole.members,
            whole.container,
            container_authors=read_.container_authors,
            inherited=whole.inherited,
            **words,
        )

    def _tell(
        self, at: str, key: str, item: JsonObject, passed: Sequence[tuple[str, str]], aside: Sequence[str]
    ) -> None:
        custom = item.get("custom")
        for field, why in passed:
            self._pass(pointer_to(at, field), f"'{_short(field)}' of {shown(key)} {why}")
        for name in aside:
            words = f"'custom/{OURS}/{_short(name)}' of {shown(key)} is not as Pincite writes it"
            self._pass(pointer_to(at, "custom"), words)
        if custom and (not isinstance(custom, dict) or custom.keys() - {OURS}):
            self._pass(
                pointer_to(at, "custom"), f"'custom' of {shown(key)} holds what sources have no member for"
            )

    def _pass(self, pointer: str, words: str) -> None:
        self._remarks.append(Remark(field_passed_over.RULE, self._positions.of_key(pointer).line, words))

    def _unreadable(self, pointer: str, words: str) -> None:
        self._remarks.append(Remark(entry_unreadable.RULE, self._positions.of_value(pointer).line, words))


def _key(value: Json) -> str:
    """Return the key of an item, which may be a number; nothing where it has none."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def _is_text(value: Json) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _short(field: str) -> str:
    return shown(field)[1:-1]
