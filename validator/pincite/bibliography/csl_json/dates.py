"""Dates in CSL-JSON: parts of one day or of a range, or words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.bibliography.shapes import is_shaped

if TYPE_CHECKING:
    from pincite.model.json_value import Json, JsonObject

_DATE = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([?~%]?)")
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
_SEASON_WORDS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_FIRST_SEASON = 13
"""The month that stands for spring in files of older programs; 21 in newer ones."""
_MONTHS = 12
_ENDS = 2
_YES = (True, 1, "1", "true", "yes", "circa", "ca.", "c.")
_MEMBERS = {"date-parts", "season", "circa", "literal", "raw"}


class Dated(NamedTuple):
    """A date as it is read: in EDTF, or as printed where it is none; ``whole`` is false where something was passed over."""

    edtf: str = ""
    printed: str = ""
    whole: bool = True


def date_of(edtf: str, printed: str = "") -> JsonObject:
    """Return an EDTF date for CSL: as parts where it is one day, month, year or a range of them, else in words.

    The words are those that are *printed*, or the EDTF date where nothing is. EDTF counts a year 0, CSL does not.
    """
    words: JsonObject = {"literal": printed or edtf}
    parts: list[Json] = []
    found: JsonObject = {}
    for one in edtf.split("/"):
        if one == ".." and parts:
            return {"date-parts": [*parts, [0]], **found}  # processors print "1918–"
        match = _DATE.fullmatch(one)
        if match is None or len(parts) == _ENDS:
            return words
        month = int(match[2] or 0)
        if month in _SEASONS and "/" not in edtf:
            found["season"] = _SEASONS[month]
        elif month > _MONTHS:  # a season within a range, a quarter
            return words
        year = int(match[1])
        numbers: list[Json] = [year if year > 0 else year - 1]
        if 1 <= month <= _MONTHS:
            numbers += [month, *([int(match[3])] if match[3] else [])]
        parts.append(numbers)
        if match[4]:
            found["circa"] = True
    return {"date-parts": parts, **found}


def dated(value: Json) -> Dated:
    """Return a date of CSL: EDTF where its parts or words are a date of that, else the words."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return _worded(str(value))
    if not isinstance(value, dict):
        return Dated(whole=value is None)
    whole = not [name for name in value if name not in _MEMBERS]
    words = next((value[name] for name in ("literal", "raw") if isinstance(value.get(name), str)), "")
    parts = _ends(value.get("date-parts"))
    if not parts:
        found = _worded(str(words))
        return found._replace(whole=whole and (bool(words) or _is_empty(value.get("date-parts"))))
    mark = "~" if value.get("circa") in _YES else ""
    season, is_season = _season(value.get("season"))
    if season and len(parts) == 1 and "-" not in parts[0][1:]:
        parts[0] += f"-{season + 20}"
    edtf = "/".join(one if one == ".." else one + mark for one in parts)
    whole = whole and is_season
    return (
        Dated(edtf, whole=whole) if is_shaped("date", edtf) else Dated(printed="/".join(parts), whole=whole)
    )


def _is_empty(parts: Json) -> bool:
    """Return whether there is no number in parts of a date, as where a program has none to write."""
    if isinstance(parts, list):
        return all(map(_is_empty, parts))
    return parts in (None, "", 0, "0") and parts is not False


def _worded(words: str) -> Dated:
    text = " ".join(words.split())
    day = text[:10] if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.Z+-]+", text) else text
    return Dated(day) if is_shaped("date", day) else Dated(printed=text)


def _ends(value: Json) -> list[str]:
    """Return the one or two dates that parts say, none where a part is no number."""
    found: list[str] = []
    for one in value if isinstance(value, list) else []:
        numbers = _numbers(one)
        if numbers is None or len(found) == _ENDS:
            return []
        if numbers:
            found.append(_joined(numbers))
        elif one and cast("list[Json]", one)[0] in (0, "0"):
            found.append("..")  # an open end
    return found if any(one != ".." for one in found) else []


def _numbers(value: Json) -> list[int] | None:
    """Return year, month and day of a list, without those that are left empty; None where it is none of numbers."""
    if not isinstance(value, list):
        return None
    found = []
    for one in value[:3]:
        if _is_empty(one):
            break
        if (
            (isinstance(one, float) and one.is_integer())
            or (isinstance(one, int) and not isinstance(one, bool))
            or (isinstance(one, str) and re.fullmatch(r"\s*-?[0-9]{1,12}\s*", one, re.ASCII))
        ):
            found.append(int(one))
        else:
            return None
    return found


def _joined(numbers: list[int]) -> str:
    year, *rest = numbers
    year += year < 0  # EDTF counts a year 0
    if rest and _FIRST_SEASON <= rest[0] < _FIRST_SEASON + len(_SEASONS):
        rest = [rest[0] + 8]
    sign, digits = "-" if year < 0 else "", str(abs(year))
    written = f"Y{sign}{digits}" if len(digits) > 4 else f"{sign}{digits:0>4}"  # noqa: PLR2004 - EDTF's years
    return "-".join([written, *(f"{one:02}" for one in rest)])


def _season(value: Json) -> tuple[int, bool]:
    """Return the number of a season, 0 for none, and whether it could be read."""
    if value in (None, ""):
        return 0, True
    found = _SEASON_WORDS.get(str(value).strip().lower()) or {"1": 1, "2": 2, "3": 3, "4": 4}.get(
        str(value).strip()
    )
    return found or 0, found is not None
