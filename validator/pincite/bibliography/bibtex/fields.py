"""The fields of an entry, as styles and other programs read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.bibliography.bibtex import names
from pincite.bibliography.bibtex.dates import MONTHS, date_of, is_level_1, year_month_day
from pincite.bibliography.bibtex.escaping import as_address, as_text, as_title
from pincite.bibliography.bibtex.words import ARTICLES, STANDALONE, WITHOUT_NUMBER
from pincite.bibliography.kept import COLLECTION, HOUSE, INSIDE, in_words
from pincite.bibliography.languages import BABEL

if TYPE_CHECKING:
    from pincite.bibliography.bibtex.words import Dialect
    from pincite.bibliography.flat import Flat
    from pincite.model.format import Name

_NAMES = {"authors": "author", "editors": "editor", "translators": "translator"}
_PLAIN = {
    "edition": "edition",
    "volume": "volume",
    "isbn": "isbn",
    "issn": "issn",
    "note": "note",
    "issue": "issue",
}
_PRINT_HOWPUBLISHED = frozenset({"misc", "booklet", "letter", "image", "movie", "audio", "dataset", "online"})
_RANGE = re.compile(r"(?<=\w)[-–](?=\w)")


def entry_type(entry: Flat, dialect: Dialect) -> str:
    """Return the type of an entry: what is printed in a work and is no article is a part of a book."""
    kind = entry.source["type"]
    if kind not in STANDALONE and entry.is_printed_in_a_work:
        return "incollection"
    return dialect.entry_types.get(kind, "misc")


def fields_of(entry: Flat, kind: str, dialect: Dialect) -> dict[str, str]:
    """Return the fields of an entry of type *kind* in their order, with escaped values."""
    members = cast("dict[str, str]", entry.members)
    found = {
        field: names.written(cast("list[Name]", members[member]))
        for member, field in _NAMES.items()
        if members.get(member)
    }
    found |= _title(entry, kind)
    found |= _around(entry, kind, dialect)
    found |= _date(members.get("date", ""), dialect)
    found |= {field: as_text(members[member]) for member, field in _PLAIN.items() if members.get(member)}
    found |= _numbers(entry, kind, found, dialect)
    found |= _published(members, kind, dialect)
    archive = entry.members.get("archive", {})
    addresses = {"doi": members.get("doi", ""), "url": members.get("url") or archive.get("url", "")}
    found |= {field: as_address(one) for field, one in addresses.items() if one}
    if members.get("accessed"):
        found["urldate"] = as_text(members["accessed"])
    if members.get("language") in BABEL:
        found[dialect.language] = BABEL[members["language"]]
    found |= _kept(entry, kind, found, dialect)
    return {name: value for name, value in found.items() if value}


def _title(entry: Flat, kind: str) -> dict[str, str]:
    """Return the title; of an issue in biblatex, where ``title`` is the periodical's, both."""
    title = as_title(entry.members.get("title", ""))
    if kind == "periodical" and entry.container_title:
        return {"title": as_title(entry.container_title), "issuetitle": title}
    return {"title": title}


def _around(entry: Flat, kind: str, dialect: Dialect) -> dict[str, str]:
    """Return the titles of the works around a source, and its pages."""
    found = {}
    if entry.container_title and kind != "periodical":
        found[dialect.journal if kind == "article" else "booktitle"] = as_title(entry.container_title)
    if entry.collection_title and entry.collection_title != entry.members.get("title"):
        volumes = (entry.source, *entry.chain) if kind == "incollection" else (entry.source,)
        is_of_volumes = any(one["type"] == "volume" for one in volumes)
        found[dialect.series if is_of_volumes else "series"] = as_title(entry.collection_title)
    if entry.pages:
        found["pages"] = _RANGE.sub("--", as_text(entry.pages))
    return found


def _date(edtf: str, dialect: Dialect) -> dict[str, str]:
    if dialect.has_edtf and is_level_1(edtf):
        return {"date": as_text(edtf)}
    year, month, day = year_month_day(edtf)
    if not date_of(year, month, day)[0]:
        return {}
    if dialect.has_edtf:
        return {"date": "-".join(part for part in (year, month, day) if part)}
    return {
        "year": year,
        "month": MONTHS[int(month) - 1] if month else "",
        "day": str(int(day)) if day else "",
    }


def _numbers(entry: Flat, kind: str, found: dict[str, str], dialect: Dialect) -> dict[str, str]:
    """Return the field ``number``, which is an article's issue, a book's number in its series, and others' own number."""
    if entry.source["type"] in ARTICLES or kind == "periodical":
        issue = found.pop("issue", "")
        return {"number": issue}
    if kind in WITHOUT_NUMBER:
        # classic styles take a volume or a number, not both
        has_room = "series" in found and (dialect.has_edtf or "volume" not in found)
        return {"number": as_text(entry.collection_number) if has_room else ""}
    return {"number": as_text(entry.members.get("number", ""))}


def _published(members: dict[str, str], kind: str, dialect: Dialect) -> dict[str, str]:
    found = {}
    if members.get("publisher"):
        found[dialect.publishers.get(kind, "publisher")] = as_text(members["publisher"])
    if members.get("publisher_place"):
        found[dialect.publisher_place] = as_text(members["publisher_place"])
    if members.get("place") and dialect.has_edtf:
        found["venue"] = as_text(members["place"])
    if members.get("genre") and kind != "incollection":
        found["type"] = as_text(members["genre"])
    return found


def _kept(entry: Flat, kind: str, found: dict[str, str], dialect: Dialect) -> dict[str, str]:
    """Return what a source was sent with and where it is kept, in fields that styles print, or at least people read."""
    kept = as_text(in_words(entry.members.get("archive", {}), (*HOUSE, *COLLECTION, *INSIDE)))
    part = as_text(entry.part)
    told = {}
    if entry.source["type"] in {"magazine_article", "news_article"} and dialect.has_edtf:
        told["entrysubtype"] = ARTICLES[entry.source["type"]]
    if dialect.has_edtf:
        told["library"] = kept
    if kind in _PRINT_HOWPUBLISHED:
        around = "" if part or not entry.container_title else f"in {as_text(entry.container_title)}"
        told["howpublished"] = ", ".join(words for words in (part, around, kept) if words)
    elif part and dialect.part not in found:
        told[dialect.part] = part if dialect.has_edtf else ", ".join(filter(None, (part, kept)))
    elif kept and not dialect.has_edtf and "note" in found:
        told["library"] = kept
    elif kept and not dialect.has_edtf:
        told["note"] = kept
    return told
