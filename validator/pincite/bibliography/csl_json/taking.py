"""What an item of CSL-JSON says, in the format's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.bibliography.csl_json.dates import dated
from pincite.bibliography.csl_json.names import named
from pincite.bibliography.csl_json.types import type_of
from pincite.bibliography.csl_json.words import ARCHIVE, NAMES, PLAIN, SURROUNDINGS
from pincite.bibliography.identifiers import CALLED, identified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import Name, Source
    from pincite.model.json_value import Json, JsonObject

_MARKUP = re.compile(r"<(i|b|sub|sup|sc|span)(?: (?:class|style)=\"[^\"<>]*\")?>([^<>]*)</\1>")
"""What citation processors read as rich text, innermost first."""
_DEEPEST_MARKUP = 8
_LABELLED = re.compile(r"(box|folder|item) ([^,]+)", re.IGNORECASE)
_LARGE = 10**15
"""From here on, numbers with a point are not exact."""
_BY_A_BODY = frozenset({"case", "law", "treaty", "hearing", "patent"})
_COURT = "authority"
_MADE_BY = {
    "film": ("director",),
    "broadcast": ("director",),
    "score": ("composer",),
    "recording": ("composer", "performer"),
}
"""Types of sources to the people who stand for authors where there are none."""
_READ_APART = {"id", "type", "custom"}


class Taken(NamedTuple):
    """What an item says: the members of the source itself, what stands around it, and what is passed over.

    ``passed`` are fields with what to say of them; ``words`` has what ``nesting.Entry`` calls so.
    """

    members: Source
    words: dict[str, str]
    container_authors: Sequence[Name]
    passed: tuple[tuple[str, str], ...]


def taken(item: JsonObject) -> Taken:
    """Return what the fields of an item say; ``id`` and ``custom`` are the caller's."""
    return _Taking(item).all()


class _Taking:
    """One item on its way into the format's words."""

    def __init__(self, item: JsonObject) -> None:
        self._item = item
        self._left = dict.fromkeys(name for name in item if name not in _READ_APART)
        """Fields that nobody has looked at."""
        self._members: JsonObject = {}
        self._passed: list[tuple[str, str]] = []

    def all(self) -> Taken:
        """Return all that the item says."""
        words = {ours: text for field, ours in SURROUNDINGS.items() if (text := self._text(field))}
        self._type(words)
        for ours, field in PLAIN.items():
            self._plain(ours, field)
        for ours, field in NAMES.items():
            self._names(ours, field)
        self._dates()
        self._archive()
        self._stand_ins()
        self._place()
        authors = self._names_in("container-author")
        self._drop_doubles(words)
        for field in self._left:
            if self._item[field] not in (None, "", [], {}):
                self._pass(field, "says something that sources have no member for")
        return Taken(cast("Source", self._members), words, authors, tuple(self._passed))

    def _pass(self, field: str, why: str) -> None:
        self._passed.append((field, why))

    def _text(self, field: str) -> str:
        """Return the text of a field; numbers are read as their digits, a list as its first text."""
        self._left.pop(field, None)
        value = self._item.get(field)
        if isinstance(value, list) and value and isinstance(value[0], str):
            value, more = value[0], value[1:]
            if more:
                self._pass(field, "has more than one value, of which the first counts")
        if isinstance(value, float) and value.is_integer() and abs(value) < _LARGE:
            value = int(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str):
            return value.strip() if field == "note" else self._unmarked(field, " ".join(value.split()))
        if value not in (None, [], {}):
            self._pass(field, "is no text")
        return ""

    def _unmarked(self, field: str, text: str) -> str:
        """Return a text without the marks of rich text."""
        plain = text
        for _ in range(_DEEPEST_MARKUP if "</" in text else 0):
            plain, count = _MARKUP.subn(r"\2", plain)
            if not count:
                break
        if plain != text:
            self._pass(field, "has marks of rich text, which are left out")
        return plain

    def _type(self, words: dict[str, str]) -> None:
        found = type_of(
            self._item.get("type"),
            self._text("genre"),
            contained="container_title" in words,
            numbered=bool(self._item.get("issue") or self._item.get("volume")),
        )
        self._members["type"] = found.type
        if found.genre:
            self._members["genre"] = found.genre
        if found.passed:
            self._pass("type", found.passed)

    def _plain(self, ours: str, field: str) -> None:
        if field == "genre":
            return
        value = self._identifier(ours, field) if ours in CALLED else self._text(field)
        if value:
            self._members[ours] = value

    def _identifier(self, ours: str, field: str) -> str:
        """Return the first identifier of a field; some programs write several as a list, or in one text."""
        self._left.pop(field, None)
        value = self._item.get(field)
        said = [one for one in (value if isinstance(value, list) else [value]) if one not in (None, "")]
        found = [identified(ours, one) for one in said if isinstance(one, str) and one.strip()]
        first = next((one.first for one in found if one.first), "")
        if said and (not first or len(found) < len(said)):
            self._pass(field, f"is no {CALLED[ours]}")
            return ""
        if len(found) > 1 or any(one.has_more for one in found):
            self._pass(field, "has more than one value, of which the first counts")
        return first

    def _names_in(self, field: str) -> list[Name]:
        self._left.pop(field, None)
        found = named(self._item.get(field))
        for what in found.passed:
            self._pass(field, f"has {what} in a name, which is left out" if what[0] == "'" else f"has {what}")
        return found.names

    def _names(self, ours: str, field: str) -> None:
        names = self._names_in(field)
        if names:
            self._members[ours] = cast("Json", names)

    def _dates(self) -> None:
        for ours, field in (("date", "issued"), ("accessed", "accessed")):
            self._left.pop(field, None)
            found = dated(self._item.get(field))
            if found.edtf and (ours == "date" or _is_day(found.edtf)):
                self._members[ours] = found.edtf
            elif found.printed and ours == "date":
                self._members["date_text"] = found.printed
            if not found.whole or (
                ours == "accessed" and ours not in self._members and found != ("", "", True)
            ):
                self._pass(field, "cannot be read as a date, or not all of it")

    def _archive(self) -> None:
        name, place, collection, location = map(self._text, ARCHIVE)
        found = {"name": name, "place": place, "collection": collection, **_located(location)}
        archive: JsonObject = {member: text for member, text in found.items() if text}
        if archive:
            self._members["archive"] = archive

    def _stand_ins(self) -> None:
        """Take for authors who or what stands for them in sources of a type."""
        type_ = str(self._members["type"])
        for field in _MADE_BY.get(type_, ()):
            if "authors" not in self._members and field in self._item:
                self._names("authors", field)
        if type_ in _BY_A_BODY and (body := self._text(_COURT)):
            authors = self._members.setdefault("authors", [{"literal": body}])
            if not any(
                isinstance(one, dict) and one.get("literal") == body for one in cast("list[Json]", authors)
            ):
                self._pass(_COURT, "names a body beside the authors, and sources have no member for it")

    def _place(self) -> None:
        """Leave out where an event was held if that is only where the work was published: Zotero writes both."""
        if "publisher" in self._members and self._members.get("place") == self._members.get(
            "publisher_place"
        ):
            self._members.pop("place", None)

    def _drop_doubles(self, words: dict[str, str]) -> None:
        """Pass over in silence what only says again what another field says."""
        pages = re.split(r"[-–]", words.get("pages", ""))
        if str(self._item.get("page-first")) == pages[0]:
            self._left.pop("page-first", None)
        for short, long in (
            ("shortTitle", "title"),
            ("title-short", "title"),
            ("container-title-short", "container-title"),
            ("journalAbbreviation", "container-title"),
            ("citation-key", "id"),
        ):
            if self._item.get(short) == self._item.get(long):
                self._left.pop(short, None)


def _is_day(edtf: str) -> bool:
    return re.fullmatch(r"[0-9]{4}(?:-[01][0-9](?:-[0-9]{2})?)?", edtf) is not None


def _located(location: str) -> dict[str, str]:
    """Return the parts of "box 2, folder 7"; what is labelled otherwise is one item."""
    parts = [_LABELLED.fullmatch(part) for part in location.split(", ")]
    labels = [part[1].lower() for part in parts if part]
    if len(labels) == len(parts) == len(set(labels)):
        return {part[1].lower(): part[2] for part in parts if part}
    return {"item": location}
