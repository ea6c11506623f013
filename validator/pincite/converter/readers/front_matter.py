"""What other tools write above a Markdown article: YAML between lines of dashes, TOML between lines of plus signs."""

from __future__ import annotations

import datetime as dt
import re
import sys
from typing import TYPE_CHECKING

from pincite.converter.manuscript import About
from pincite.model.edtf import impossible
from pincite.reading.fault import UnreadableError
from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
"""How front matter begins, and the lines that can end it."""
_KEY = re.compile(r"[A-Za-z_][\w.-]*[ \t]*:(?:[ \t]|$)")
_ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9])")
_TIME_OF_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}")
"""How a moment begins, as many tools write it; an article's date is the day."""
_LONGEST_DATE = 60
"""Code points of the longest date in words."""

_TITLE = ("title",)
_AUTHORS = ("author", "authors")
_DATE = ("date", "published")
_URL = ("url", "canonical_url", "canonical")
_LANGUAGE = ("lang", "language")
_PUBLICATION = ("publication",)


def parted(text: str) -> tuple[About, int]:
    """Return what the front matter of *text* says of the article, and the offset of the first line behind it.

    A block that is no mapping of keys is none: the article may begin with a line across the page.
    """
    first, _, _ = text.partition("\n")
    ends = _FENCES.get(first.rstrip(" \t"))
    if ends is None:
        return About(), 0
    start = at = len(first) + 1
    while 0 < at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].rstrip(" \t") in ends:
            block = text[start:at]
            data = _toml(block) if "+++" in ends else _yaml(block)
            return (About(), 0) if data is None else (_about(data), min(stop + 1, len(text)))
        at = stop + 1
    return About(), 0


def _yaml(block: str) -> Mapping[str, object] | None:
    """Return the members of a YAML mapping; those that stand on a line where its syntax is broken; else None."""
    try:
        data = YamlText(block).data
    except UnreadableError:
        return _lines(block)
    return data if isinstance(data, dict) else None


def _lines(block: str) -> Mapping[str, object] | None:
    """Return the keys with a value on their line, None where some line is none of a mapping."""
    found: dict[str, object] = {}
    for line in block.split("\n"):
        if _KEY.match(line):
            key, _, value = line.partition(":")
            if value.strip()[:1] not in {*"{[|>&*!"}:  # no plain text, and its syntax may be what is broken
                found.setdefault(key.strip(), value.strip().strip("\"'"))
        elif line.strip() and line[0] not in " \t-#]}":
            return None
    return found or None


def _toml(block: str) -> Mapping[str, object] | None:
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415 - few articles have TOML
    else:
        import tomli as tomllib  # noqa: PLC0415
    try:
        return tomllib.loads(block)
    except (ValueError, RecursionError):  # its own error is a ValueError, and so is that of a number too long
        return None


def _about(data: Mapping[str, object]) -> About:
    url = next((one for one in _texts(data, _URL) if _ADDRESS.match(one)), None)
    return About(
        title=next(_texts(data, _TITLE), None),
        authors=tuple(_texts(data, _AUTHORS)),
        date=next((_day(one) for one in _texts(data, _DATE) if _is_date(one)), None),
        url=url,
        language=next(_texts(data, _LANGUAGE), None),
        publication=next(_texts(data, _PUBLICATION), None),
    )


def _texts(data: Mapping[str, object], keys: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts of some members: of a list, of each of its items; of a person, the name."""
    for key in keys:
        value = data.get(key)
        for one in value if isinstance(value, list) else [value]:
            item = one.get("name") if isinstance(one, dict) else one
            text = _text(item)
            if text:
                yield text


def _is_date(text: str) -> bool:
    """Return whether a text can be a date: not too long, no bare number but a year, and a day that a calendar has."""
    day = _DAY.match(text)
    if len(text) > _LONGEST_DATE or (text.isdigit() and len(text) != len("1871")):
        return False
    return day is None or impossible(day[0]) is None


def _day(text: str) -> str:
    """Return a date without the time of day."""
    moment = _TIME_OF_DAY.match(text)
    return moment[1] if moment else text


def _text(value: object) -> str:
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return str(value).strip()
