"""Who published it, and where: the parts behind a title that name a publisher or a place of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.converter.citation import classify
from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_PLACE_AND_PUBLISHER = re.compile(r"(?P<place>[^:]{2,40}):\s*(?P<publisher>[^:]+)")
LABEL_AND_NUMBER = re.compile(
    rf"(?P<label>[{CAPITAL}][^0-9]{{2,60}}?)\s(?P<number>[{CAPITAL}]{{1,6}}[ -]?[0-9][0-9{CAPITAL}/. -]{{0,12}})"
)
"""A recording's label with its catalogue number."""
_PRODUCED = {"film", "broadcast", "recording"}
"""Types that have a publisher of one day."""


@dataclass
class Context:
    """The description under way, the words to read by, and where in the citation a part stands.

    ``at`` is the part's number, ``last`` whether nothing stands behind it, ``author_before`` whether an author
    was known before the first part, ``bodies`` the organizations seen so far, ``contains`` whether it is what the
    cited item stands in.
    """

    described: Description
    lexicon: Lexicon
    author_before: bool
    at: int = 0
    last: bool = False
    quoted: bool = False
    contains: bool = False
    bodies: list[str] = field(default_factory=list)

    @property
    def year_only(self) -> bool:
        """Return whether the date is a bare year, as books have."""
        return self.described.date is not None and "-" not in self.described.date


def place_and_publisher(text: str, context: Context) -> bool:
    """Read "London: Harbour Press", of one place or of several."""
    found = _PLACE_AND_PUBLISHER.fullmatch(text)
    if found is None:
        return False
    joint = rf"\s*/\s*|\s+{any_of(context.lexicon.words('conjunctions'))}\s+"
    if not all(classify.is_place(one, context.lexicon) for one in re.split(joint, found["place"])):
        return False
    context.described.publisher_place, context.described.publisher = found["place"], found["publisher"]
    return True


def publisher_by_place(text: str, context: Context) -> bool:
    """Read a name between the author and a bare year, which can only be the publisher's."""
    described = context.described
    if (
        described.publisher is not None
        or context.bodies
        or described.relation is not None
        or described.recipients
    ):
        return False
    someone = bool(described.authors or described.editors or described.translators)
    dated = context.year_only or (described.type in _PRODUCED and described.date is not None)
    fits = dated and context.last and described.title is not None and someone
    if not fits or context.quoted or not _is_name(text) or LABEL_AND_NUMBER.fullmatch(text):
        return False
    if context.lexicon.starts("indefinite_articles", text) or _is_worded(text, context):
        return False  # "Eine Dorfgeschichte": a subtitle
    kind = described.type or context.lexicon.kind_of((described.title or "").partition(" ")[0])
    if " " not in text and kind is not None:  # "Interview with Nora Glass, Adam Quist, Quell, 1988"
        return False
    described.publisher = text
    described.inferred["publisher"] = "its place between author and year"
    return True


def _is_name(text: str) -> bool:
    """Return whether *text* begins as a publisher's name does: with a capitalised word, not with a code."""
    return text[:1].isupper() and text[1:2].isalpha()


def city(text: str, context: Context) -> bool:
    """Read a city of many publishers in front of a bare year or a publisher's name."""
    described = context.described
    someone = bool(described.authors or described.editors)
    numbered = context.contains and described.volume is not None
    settled = described.title is not None and context.year_only and (someone or numbered)
    if not settled or described.publisher_place is not None or described.recipients:
        return False
    if not context.lexicon.is_one("cities", text):
        return False
    described.publisher_place = text
    described.inferred["publisher_place"] = "a city of many publishers before a year"
    return True


def place_of_publication(text: str, context: Context) -> bool:
    """Read a place beside a publisher; without one, a capitalised word could be anything."""
    described = context.described
    published = described.publisher is not None or bool(context.bodies)
    if not published or described.publisher_place is not None or not classify.is_place(text, context.lexicon):
        return False
    described.publisher_place = text
    described.inferred["publisher_place"] = "its place beside the publisher"
    return True


def _is_worded(text: str, context: Context) -> bool:
    """Return whether words in small letters stand inside, as in subtitles: "Trauerspiel in fünf Akten"."""
    joints = context.lexicon.particles | {*context.lexicon.words("conjunctions")}
    words = text.split()
    headed = words[0].lower() in context.lexicon.series_heads  # "Studien zur Hafengeschichte"
    return headed or any(word[0].islower() and word not in joints for word in words)


def settle_publisher(rest: list[str], context: Context) -> None:
    """Read what nobody understood between an author and a city before a bare year as the publisher."""
    described = context.described
    if described.publisher is not None or not context.year_only or described.publisher_place not in rest[1:]:
        return
    before = rest[rest.index(described.publisher_place) - 1]
    someone = bool(described.authors or described.editors) and described.title is not None
    if someone and before in described.unparsed and _is_name(before):
        if _is_worded(before, context) or classify.is_title(before, context.lexicon):
            return
        described.unparsed.remove(before)
        described.publisher = before
        described.inferred["publisher"] = "its place before a city and a year"


def settle_place(rest: list[str], context: Context) -> None:
    """Read what nobody understood right before the publisher as the place of publication."""
    described = context.described
    if described.publisher_place is not None or described.publisher not in rest[1:]:
        return
    before = rest[rest.index(described.publisher) - 1]
    titled = classify.is_title(before, context.lexicon)
    if before in described.unparsed and classify.is_place(before, context.lexicon) and not titled:
        described.unparsed.remove(before)
        described.publisher_place = before
        described.inferred["publisher_place"] = "its place before the publisher"
