"""What the fields of an entry mean, in the format's words.

Fields are those of both dialects together: where both have one for a member, biblatex's counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.bibliography.bibtex import identifiers, names
from pincite.bibliography.bibtex.dates import date_of, is_calendar_date, is_level_1
from pincite.bibliography.bibtex.identifiers import address_among, preprint
from pincite.bibliography.bibtex.unescaping import plain
from pincite.bibliography.bibtex.words import ARTICLES, GENRES, SOURCE_TYPES, WITHOUT_NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import Name, Source
    from pincite.model.json_value import Json, JsonObject

_NAMES = {
    "author": "authors",
    "editor": "editors",
    "translator": "translators",
    "pincite-recipients": "recipients",
}
_PLAIN = {
    "edition": "edition",
    "volume": "volume",
    "note": "note",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "address": "publisher_place",
    "location": "publisher_place",
    "venue": "place",
    "addendum": "note",
}
"""Fields whose text is a member's; of two for one member the first counts."""
_SHOWN_ONLY = (
    "booktitle", "maintitle", "series", "journal", "journaltitle", "howpublished", "library", "addendum", "entrysubtype",
)  # fmt: skip
"""Fields that say in Pincite's own entries what the works around them say themselves, or what other fields say in parts."""
_RANGE = re.compile(r"\s*(?:-{2,3}|–|—)\s*")


def type_of(kind: str, values: Mapping[str, str]) -> str:
    """Return the type of source that an entry of a kind with certain fields is."""
    found = SOURCE_TYPES.get(kind, "document")
    if kind == "article":
        subtype = plain(values.get("entrysubtype", "")).lower()
        return next((name for name, word in ARTICLES.items() if word and word == subtype), found)
    if kind == "inbook" and "booktitle" not in values and "crossref" not in values:
        return "book"  # in classic BibTeX the title is the book's, and the part has none
    if kind == "periodical" and "issuetitle" in values:
        return "issue"
    return "volume" if kind in {"book", "collection"} and "maintitle" in values else found


class Meaning:
    """What an entry says.

    ``source`` has the members but its id, ``titles`` those of the works around (``journal``, ``book``, ``main``, ``series``),
    ``used`` the names of fields that are in there, ``refused`` the names of others and why they are not.
    """

    def __init__(self, kind: str, values: Mapping[str, str], own_type: str = "") -> None:
        """Read the fields of an entry of a kind; *own_type* is the source's type, where Pincite wrote the entry."""
        self.titles: dict[str, str] = {}
        self.used: set[str] = set()
        self.refused: dict[str, str] = {}
        self.container_authors: list[Name] = []
        self.collection_number = ""
        self.pages = ""
        self._members: JsonObject = {"type": own_type or type_of(kind, values)}
        self._values = values
        self._kind = kind
        self._own_type = own_type
        self._read()

    @property
    def source(self) -> Source:
        """Return the source so far."""
        return cast("Source", self._members)

    def _read(self) -> None:
        self._take("entrysubtype")
        self._read_names()
        self._read_titles()
        self._read_dates()
        for field, member in _PLAIN.items():
            if member not in self._members and not (self._own_type and field in _SHOWN_ONLY):
                self._set(member, self._text(field))
        self._read_numbers()
        self._read_identifiers()
        self._read_elsewhere()

    def _take(self, field: str) -> str:
        """Return a field as it stands, empty where there is none, and note that it is used."""
        if field not in self._values:
            return ""
        self.used.add(field)
        return self._values[field]

    def _text(self, field: str) -> str:
        value = self._take(field)
        return plain(value) if value else ""

    def _set(self, member: str, value: Json) -> None:
        if value:
            self._members[member] = value

    def _refuse(self, field: str, why: str) -> None:
        self.used.discard(field)
        self.refused[field] = why

    def _read_names(self) -> None:
        for field, member in _NAMES.items():
            found, has_others = names.read(self._take(field), is_own=bool(self._own_type))
            self._set(member, cast("Json", found))
            if has_others:
                self.refused[field] = "it names only some of the people (“and others”)"
        self.container_authors = names.read(self._take("bookauthor"))[0]

    def _read_titles(self) -> None:
        self._set("title", self._title("title", "subtitle"))
        if self._own_type:
            self._set("title", self._text("issuetitle"))
            for field in _SHOWN_ONLY:
                self._take(field)
            return
        journal = self._title("journaltitle", "journalsubtitle") or self._title("journal", "")
        book, main = self._title("booktitle", "booksubtitle"), self._title("maintitle", "mainsubtitle")
        issue = self._title("issuetitle", "issuesubtitle")
        if issue and self._members["type"] == "issue":
            journal, self._members["title"] = self._text("title"), issue
        elif issue:
            self._refuse("issuetitle", "an issue has no place here")
        self.titles = {"container": journal or book, "collection": main or self._text("series")}
        if book and journal:
            self._refuse("booktitle", "the entry has the title of a periodical as well")
        if not self.titles["container"] and SOURCE_TYPES.get(self._kind) == "chapter":
            self.titles = {"container": main, "collection": self._text("series")}

    def _title(self, field: str, sub: str) -> str:
        title, rest = self._text(field), self._text(sub) if sub else ""
        if not title or not rest:
            return title or rest
        return f"{title} {rest}" if title[-1] in ".:?!" else f"{title}: {rest}"

    def _read_dates(self) -> None:
        found, printed = date_of(self._text("year"), self._text("month"), self._text("day"))
        date = self._text("date") or ("" if found or printed else self._text("eventdate"))
        if date:
            found, printed = (date, "") if is_level_1(date) else (found, date)
        self._set("date", found)
        self._set("date_text", printed)
        accessed = self._text("urldate")
        if is_calendar_date(accessed):
            self._members["accessed"] = accessed
        elif accessed:
            self._refuse("urldate", "it is no date of the calendar as 1871-04-02 is one")

    def _read_numbers(self) -> None:
        number, issue = self._text("number"), self._text("issue")
        is_article = self._members["type"] in ARTICLES or self._kind == "periodical"
        if is_article and not issue:
            number, issue = "", number
        elif self._own_type and self._kind in WITHOUT_NUMBER:
            number = ""
        elif not self._own_type and self.titles["collection"] and self._kind not in {"report", "techreport"}:
            self.collection_number, number = number, ""
        self._set("number", number)
        self._set("issue", issue)
        genre = self._text("type")
        if not self._own_type:
            genre = GENRES.get((genre or self._kind).lower(), genre)
        self._set("genre", genre)
        self.pages = _RANGE.sub("-", self._text("pages"))

    def _read_identifiers(self) -> None:
        for field, member in identifiers.FIELDS.items():
            value, why = identifiers.read(field, self._take(field))
            if member not in self._members:
                self._set(member, value)
            if why:
                self._refuse(field, why)

    def _read_elsewhere(self) -> None:
        """Read how a work was published where no other field says it, and its number in an archive of preprints."""
        if self._own_type:
            return
        how = self._take("howpublished")
        url, rest = address_among(how)
        if url and "url" not in self._members:
            self._members["url"], how = url, rest
        words = plain(how).strip(" .,:;")
        if words and "note" not in self._members:
            self._members["note"] = words
        elif words:
            self._refuse("howpublished", "the source has a note already")
        self._read_preprint()

    def _read_preprint(self) -> None:
        archive = (self._text("eprinttype") or self._text("archiveprefix") or "arxiv").lower()
        url = preprint(self._text("eprint")) if archive == "arxiv" else ""
        if not url:
            for field in {"eprint", "eprinttype", "archiveprefix"} & self._values.keys():
                self._refuse(field, "no archive of preprints but arXiv is known here")
            return
        self.used.update({"eprintclass", "primaryclass"})
        if "url" in self._members:
            self._refuse("eprint", "the source has another address")
            return
        self._members["url"] = url
        if not self.titles["container"]:
            self._members["platform"] = "arXiv"
