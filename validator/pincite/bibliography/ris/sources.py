"""A RIS record as an entry: a source and what is said of the works around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.bibliography.identifiers import CALLED, identified
from pincite.bibliography.listed import Remark
from pincite.bibliography.nesting import Entry
from pincite.bibliography.ris.taking import Taking
from pincite.bibliography.ris.values import (
    date_of,
    name_of,
    pages_of,
)
from pincite.bibliography.ris.words import (
    ARTICLES,
    BOOKS,
    FINER,
    KNOWN,
    LETTERS,
    NOT_EDITED,
    NUMBERED,
    PUBLISHED,
    SERIES_FIRST,
    TYPES,
    WHOLE,
    WORDS,
)
from pincite.bibliography.rules import field_passed_over
from pincite.bibliography.shapes import is_shaped

if TYPE_CHECKING:
    from pincite.bibliography.ris.lines import Record
    from pincite.model.format import Archive, Source
    from pincite.model.json_value import JsonObject

_PLAIN = (
    ("title", ("TI", "T1", "CT", "ST")),
    ("volume", ("VL",)),
    ("issue", ("IS",)),
    ("edition", ("ET",)),
    ("publisher_place", ("CY", "PP")),
    ("publisher", ("PB",)),
    ("platform", ("DP",)),
)
"""Members of a source and the tags that say them, the best first."""
_AROUND = ("T2", "JF", "JO", "BT", "JA", "J1", "J2")
"""Tags of the title around a source, the fullest first; the last ones are abbreviations."""
_YEAR = re.compile("[0-9]{4}")
_HTML = re.compile(r"<[^<>]*>")
_PARAGRAPH = re.compile(r"</p>|<br ?/?>")


def entry_of(record: Record, silent: frozenset[str] = frozenset()) -> tuple[Entry, list[Remark]]:
    """Return the entry that a record is, and remarks on fields that sources have no member for.

    Nothing is told of the tags in *silent*.
    """
    reading = _Reading(record, silent)
    return reading.entry(), sorted(reading.remarks, key=lambda one: one.line)


class _Reading(Taking):
    """A record on its way to an entry."""

    def __init__(self, record: Record, silent: frozenset[str]) -> None:
        super().__init__(record, silent)
        self._line = record.line
        self._members: JsonObject = {}
        self._reference = self.best("TY").upper()

    def entry(self) -> Entry:
        """Return the entry; to be asked once."""
        key = self.best("ID")
        self._set_type()
        for name, tags in _PLAIN:
            self._set(name, self.best(*tags))
        self._set_people()
        self._set_date()
        number = self._set_numbers()
        self._set_links()
        self._set_archive()
        self._set_note()
        container, collection = self._titles()
        in_series = self.best("SV")
        if number and collection and not in_series and self._reference in BOOKS:
            in_series = str(self._members.pop("number"))
        pages = "" if self._reference in WHOLE else pages_of(self.best("SP"), self.best("EP"))
        self.pass_over_the_rest()
        return Entry(
            key,
            self._line,
            cast("Source", self._members),
            container_title=container,
            collection_title=collection,
            collection_number=in_series,
            pages=pages,
        )

    def _set(self, name: str, value: str) -> None:
        if value:
            self._members[name] = value

    def _set_type(self) -> None:
        """Set the type, and as genre what the record's type or type of work says beyond it."""
        works = self.take("M3")
        dois = [field for field in works if identified("doi", field.value).first]
        self.put_back("DO", dois)  # some publishers have it there
        self.put_back("M3", [field for field in works if field not in dois])
        work = self.best("M3")
        finer = FINER.get((self._reference, work.casefold()))
        self._members["type"] = finer or TYPES.get(self._reference, "document")
        if self._reference not in KNOWN:
            words = f"the type {self._reference[:20]!r} is none of RIS: the source is a document"
            self.remarks.append(Remark(field_passed_over.RULE, self._line, words))
        is_said = finer or work.casefold() == str(self._members["type"]).replace("_", " ")
        self._set("genre", "" if is_said else work or WORDS.get(self._reference, ""))

    def _set_people(self) -> None:
        tags = {"authors": ["AU", "A1"], "recipients": [], "editors": ["ED"], "translators": ["A4"]}
        if self._reference in LETTERS:
            tags["recipients"].append("A2")
        elif self._reference in BOOKS:
            is_of_book = self.has_none("A3", "ED", "T2", "T3")
            tags["editors"].append("A2" if is_of_book else "A3")
        elif self._reference not in NOT_EDITED:
            tags["editors"].append("A2")
        if self._reference == "EDBOOK":
            tags["editors"], tags["authors"] = [*tags["authors"], "ED", "A3"], []
        for member, those in tags.items():
            names: list[str] = []
            for tag in those:
                known = set(names)  # some write everyone under two tags
                names += [one.value for one in self.take(tag) if one.value not in known]
            if names:
                self._members[member] = [cast("JsonObject", name_of(name)) for name in names]

    def _set_date(self) -> None:
        """Set the date by the most exact field; what that says beyond a date is the date as printed."""
        found = {tag: field for tag in ("DA", "Y1", "PY") if (field := self.one(tag))}
        years = (_YEAR.match(found[tag].value) for tag in ("PY", "Y1") if tag in found)
        year = next((one[0] for one in years if one), "")
        read = {tag: date_of(field.value, year) for tag, field in found.items()}
        dates = {tag: edtf for tag, (edtf, _) in read.items() if edtf}
        first = next(iter(dates.values()), "")
        best = max(dates, key=lambda tag: (dates[tag].startswith(first), len(dates[tag])), default=None)
        if best is not None:
            self._members["date"] = dates[best]
            for tag, edtf in dates.items():
                if not dates[best].startswith(edtf):
                    self.tell(found[tag], f"is passed over beside {best} in line {found[best].line}")
        self._set("date_text", "; ".join(dict.fromkeys(more for _, more in read.values() if more)))

    def _set_numbers(self) -> str:
        """Set the numbers, and return the work's own."""
        for field in self.take("SN"):
            known = [(name, one) for name in ("isbn", "issn") for one in identified(name, field.value).values]
            for name, number in known:
                if self._members.setdefault(name, number) != number:
                    self.tell(field, f"is passed over: the source has another {name.upper()}")
            if not known and self._reference in NUMBERED and "number" not in self._members:
                self._members["number"] = field.value
            elif not known:
                self.tell(field, "is passed over: it is neither an ISBN nor an ISSN")
        name = "issue" if self._reference in ARTICLES and "issue" not in self._members else "number"
        if name not in self._members:
            self._set(name, self.best("M1"))
        return str(self._members.get("number", ""))

    def _set_links(self) -> None:
        for field in self.take("DO", "DI"):
            doi = identified("doi", field.value).first
            if not doi or self._members.setdefault("doi", doi) != doi:
                self.tell(
                    field, "is passed over: " + ("the source has another DOI" if doi else "it is no DOI")
                )
        for field in self.take("UR"):
            is_used = (
                is_shaped("url", field.value) and self._members.setdefault("url", field.value) == field.value
            )
            if not is_used:
                self.tell(field, "is passed over: the source has one address, and this is another or none")
        for field in self.take("LA"):
            language = identified("language", field.value).first
            if not language or self._members.setdefault("language", language) != language:
                words = "the source has another" if language else f"it is no {CALLED['language']}"
                self.tell(field, f"is passed over: {words}")
        for field in self.take("Y2"):
            accessed, _ = date_of(field.value)
            if is_shaped("accessed", accessed) and "accessed" not in self._members:
                self._members["accessed"] = accessed
            else:
                self.tell(field, "is passed over: it is no day")

    def _set_archive(self) -> None:
        """Set where the source is kept; what was published is found in databases instead."""
        if self._reference in PUBLISHED and self._members["type"] != "memorandum":
            if "platform" not in self._members:
                self._set("platform", self.best("DB"))
            return
        archive: Archive = {}
        name, item = self.best("DB"), self.best("AN", "AV")
        if name:
            archive["name"] = name
        if item:
            archive["item"] = item
        if archive:
            self._members["archive"] = cast("JsonObject", archive)

    def _set_note(self) -> None:
        notes = [_words(field.value) for field in self.take("N1")]
        doi = str(self._members.get("doi", ""))
        self._set(
            "note",
            "\n\n".join(
                note for note in notes if note and not (doi and identified("doi", note).first == doi)
            ),
        )

    def _titles(self) -> tuple[str, str]:
        """Return the titles of the work around and of its series."""
        if self._reference in BOOKS and "title" not in self._members:
            self._set("title", self.best("BT"))
        if self._reference in SERIES_FIRST:
            series, around = self.best("T2"), self.best("T3")
            return (around, series) if series else ("", around)
        if self._reference == "HEAR":  # the committee that heard
            return "", ""
        return self.best(*_AROUND), self.best("T3")


def _words(note: str) -> str:
    """Return a note without the markup that Zotero keeps its notes in."""
    if not re.match(r"<(?:p|div)\b", note):
        return note
    from html import unescape  # noqa: PLC0415 - most notes have none

    return unescape(_HTML.sub("", _PARAGRAPH.sub("\n", note))).strip()
