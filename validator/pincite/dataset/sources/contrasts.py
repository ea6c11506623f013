"""In what two descriptions of sources differ, and whether that tells the sources apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.dataset.sources.identifiers import doi_of, isbn_of
from pincite.dataset.sources.kinds import COUNTED, PEOPLE
from pincite.dataset.sources.words import address, archive_of, counted, folded, people
from pincite.model.names import in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.format import Name, Source

_LEVELS = {"series": 0, "periodical": 0, "volume": 1, "issue": 1, "chapter": 2}
"""Types of a whole, of its volumes, and of what is in these; all others may stand for each other."""
_NOT_AUTHORS = PEOPLE[1:]
_SHOWN = ("type", "title", "authors", "date", *_NOT_AUTHORS, *COUNTED)
_SHOWN_BEHIND = ("publisher", "publisher_place", "textual_status", "coverage", "doi", "isbn", "issn", "url")
_LONGEST = 80
"""Characters of a value that are shown."""
_MOST = 4
"""Members that are told."""
_UNSURE = re.compile("[?~%]")
_YEAR = re.compile("[0-9]{4}")


def are_apart(one: Source, other: Source) -> bool:
    """Return whether both descriptions say something by which their sources are two."""
    return any(first and second and first != second for first, second in _telling(one, other)) or not (
        dates_agree(one.get("date", ""), other.get("date", ""))
    )


def _telling(one: Source, other: Source) -> Iterator[tuple[object, object]]:
    """Yield pairs of values that tell sources apart where both are there and are not equal."""
    yield _LEVELS.get(one["type"], 3) + 1, _LEVELS.get(other["type"], 3) + 1
    yield doi_of(one), doi_of(other)
    yield isbn_of(one), isbn_of(other)
    for member in COUNTED:
        yield counted(_text(one, member), member), counted(_text(other, member), member)
    for member in _NOT_AUTHORS:
        yield _last_words(one, member), _last_words(other, member)
    inner, outer = one.get("container"), other.get("container")
    if inner and outer:
        yield inner["source"], outer["source"]
        yield counted(inner.get("number", ""), "number"), counted(outer.get("number", ""), "number")
    archive, other_archive = archive_of(one.get("archive", {})), archive_of(other.get("archive", {}))
    yield from (
        (value, other_archive.get(name))
        for name, value in archive.items()
        if name in {"box", "folder", "item"}
    )
    for member in ("coverage", "textual_status"):
        yield _text(one, member), _text(other, member)
    if not one.get("authors") or not other.get("authors") or _LEVELS.get(one["type"]) == 0:
        for member in ("publisher", "publisher_place", "place"):
            yield folded(_text(one, member)), folded(_text(other, member))
    if one["type"] == other["type"] == "webpage":
        yield _page(_text(one, "url")), _page(_text(other, "url"))


def dates_agree(one: str, other: str) -> bool:
    """Return whether two dates (EDTF) may be of one day, month or year, as far as they go."""
    first, second = _UNSURE.sub("", one), _UNSURE.sub("", other)
    if not first or not second or first == second:
        return True
    if "/" in first or "/" in second:
        return _within(first, second)
    return all("X" in {here, there} or here == there for here, there in zip(first, second, strict=False))


def _within(one: str, other: str) -> bool:
    """Return whether one of two spans of years lies in the other; open ends have all before or behind."""
    (start, end), (other_start, other_end) = _years(one), _years(other)
    return (start <= other_start and other_end <= end) or (other_start <= start and end <= other_end)


def _years(date: str) -> tuple[str, str]:
    start, slash, end = date.partition("/")
    first = _YEAR.match(start)
    last = _YEAR.match(end if slash else start)
    return first[0] if first else "0000", last[0] if last else "9999"


def differences(one: Source, other: Source) -> str:
    """Return in what two descriptions differ, in words, with both values; of many the first."""
    found = [
        f"{member.replace('_', ' ')} {_both(one, other, member)}"
        for member in (*_SHOWN, *_SHOWN_BEHIND)
        if one.get(member) != other.get(member)
    ]
    found += [
        f"another {member}"
        for member in ("archive", "container", "place")
        if one.get(member) != other.get(member)
    ]
    more = [f"and {len(found) - _MOST} more"] if len(found) > _MOST else []
    return "; ".join([*found[:_MOST], *more])


def _both(one: Source, other: Source, member: str) -> str:
    """Return the values of a member that two descriptions have; never the same words twice."""
    first, second = _shown(one, member), _shown(other, member)
    if first != second:
        return f"{first} and {second}"
    if member in PEOPLE and _has_parts(one, member) != _has_parts(other, member):
        return f"{first}, in parts in one of them"
    return f"{first}, described otherwise" if member in PEOPLE else f"{first}, other behind that"


def _has_parts(source: Source, member: str) -> bool:
    return any("family" in name for name in cast("list[Name]", source.get(member, [])))


def _shown(source: Source, member: str) -> str:
    value = source.get(member)
    if not value:
        return "none"
    text = ", ".join(map(in_one_line, cast("list[Name]", value))) if member in PEOPLE else str(value)
    return f"'{shortened(text)}'"


def shortened(text: str) -> str:
    """Return a text as it is shown in a message."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _last_words(source: Source, member: str) -> list[str]:
    """Return the last words of names: those that are left where given names are shortened."""
    found = people(cast("list[Name] | None", source.get(member)))
    return sorted(one.rsplit(" ", 1)[-1] for one in found)


def _page(url: str) -> str:
    return address(url).partition("?")[0].removeprefix("www.")


def _text(source: Source, member: str) -> str:
    return str(source.get(member, ""))
