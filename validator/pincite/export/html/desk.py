"""What every part of a page asks of the document: its objects by their ids, and where on the page they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.bibliography.flat import around
from pincite.export.html.markup import Markup, element, joined, own
from pincite.export.html.page_language import english_beside
from pincite.export.layout.english import kind as called_kind
from pincite.export.layout.english import own_title, untitled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeVar

    from pincite.model.format import Claim, DocumentData, Image, Quotation, Relation, Source

    Thing = TypeVar("Thing", Claim, Image, Quotation, Source)

_ROMAN = {
    "book", "volume", "series", "periodical", "issue", "webpage", "report", "pamphlet", "thesis", "film", "broadcast",
    "recording", "score", "map", "dataset",
}  # fmt: skip
"""Types whose titles stand in italics; those of parts stand in quotation marks, descriptions in neither."""
_PARTS = {"chapter", "journal_article", "magazine_article", "news_article", "speech"}
_LONGEST_LABEL = 60


class Desk:
    """A document laid out for looking things up."""

    def __init__(self, data: DocumentData) -> None:
        self.data = data
        self.english = english_beside(data["article"].get("language"))
        """The language of the page's own words, None where it is that of the page."""
        self.sources = _by_id(data.get("sources"))
        self.quotations = _by_id(data.get("quotations"))
        self.claims = _by_id(data.get("claims"))
        self.images = _by_id(data.get("images"))
        self.numbers = {id_: number for number, id_ in enumerate(self.quotations, 1)}
        self.relations: dict[str, list[Relation]] = {}
        for relation in data.get("relations", []):
            for end in dict.fromkeys((relation["from"], relation["to"])):
                self.relations.setdefault(end, []).append(relation)
        self.rest_on: dict[str, list[str]] = {}
        """The ids of the claims that rest on an object, by its id."""
        for claim in self.claims.values():
            for one in claim.get("evidence", []):
                claims = self.rest_on.setdefault(one if isinstance(one, str) else one["id"], [])
                if claim["id"] not in claims[-1:]:
                    claims.append(claim["id"])
        self._given: set[str] = set()

    def anchor(self, id_: str) -> str | None:
        """Return an id for the element that an object stands in; None where one on the page has it already."""
        if id_ in self._given:
            return None
        self._given.add(id_)
        return id_

    def has_place(self, id_: str) -> bool:
        """Return whether an element of the page has the id already."""
        return id_ in self._given

    def chain(self, source: Source) -> list[Source]:
        """Return the works around a source from the inside out."""
        return list(around(source, self.sources))

    def link(self, id_: str, words: str | None = None) -> Markup:
        """Return a link to an object of the document, called by its kind; the bare id where there is none."""
        label = self.label(id_) if words is None else words
        if label is None:
            return element("code", id_)
        return element("a", label, href=f"#{id_}")

    def label(self, id_: str) -> str | None:
        """Return what an object is called on the page, None where there is none of that id."""
        if id_ in self.numbers:
            return Markup(f"quotation\u00a0{self.numbers[id_]}")
        if id_ in self.sources:
            return self.title(self.sources[id_])
        if id_ in self.images:
            image = self.images[id_]
            return joined(["picture ", own(image.get("label") or image.get("caption") or id_)])
        if id_ in self.claims:
            return joined(["claim ", own(f"“{shortened(self.claims[id_]['text'])}”")])
        return None

    def title(self, source: Source, *, behind_people: bool = False) -> Markup:
        """Return the title of a source as its type has it, or what it is called where it has none.

        *behind_people* says that its authors are named before it.
        """
        kind, title, language = source["type"], own_title(source, self.sources), source.get("language")
        if not title:
            return own(called_kind(source) if behind_people else untitled(source))
        if source.get("title_supplied"):
            return element(
                "cite", own(title), class_="supplied", lang=language, title="Title supplied, not its own"
            )
        class_ = "work" if kind in _ROMAN else "part" if kind in _PARTS else "paper"
        return element("cite", own(title), class_=class_, lang=language)


def shortened(text: str) -> str:
    """Return the beginning of a text that is too long for a label, cut between words."""
    if len(text) <= _LONGEST_LABEL:
        return text
    return (
        text[:_LONGEST_LABEL].rpartition(" ")[0].rstrip(" ,;:.") + " …"
        if " " in text[:_LONGEST_LABEL]
        else (text[:_LONGEST_LABEL] + "…")
    )


def first_of(found: Iterable[str]) -> str:
    """Return the first text that says anything, else an empty one."""
    return next((one for one in found if one), "")


def _by_id(things: Sequence[Thing] | None) -> dict[str, Thing]:
    found: dict[str, Thing] = {}
    for one in things or ():
        found.setdefault(one["id"], one)
    return found
