"""What is said of a source, in the notes beside the text and in the list at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.export.html.markup import NOTHING, Markup, element, joined, link, own
from pincite.export.html.wording import date, name_words, names, place
from pincite.export.layout.english import kind as called_kind

if TYPE_CHECKING:
    from pincite.export.html.desk import Desk
    from pincite.model.format import Archive, Container, Source

RELATIONS = {
    "enclosure": ("Enclosure", "to"),
    "attachment": ("Attachment", "to"),
    "printed_in": ("Printed", "in"),
    "chapter_of": ("Chapter", "of"),
    "volume_of": ("Volume", "of"),
    "part_of": ("In", ""),
    "file_of": ("File", "of"),
    "reproduced_in": ("Reproduced", "in"),
    "quoted_in": ("Quoted", "in"),
}
"""How a source stands in another one, in words: before its number and behind it."""
_ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "revised",
        "enlarged",
        "new",
    ]
)
_ORDINAL = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)")
_BOTH = ("authors", "recipients")


def work_around(container: Container, outer: Source | None, desk: Desk) -> Markup:
    """Return in words what a source stands in: "Enclosure 4 to …, pp. 12–13"."""
    before, after = RELATIONS.get(container.get("relation", ""), ("In", ""))
    number = str(container.get("number", ""))
    target = desk.link(container["source"])
    shown = [
        element(
            "span",
            joined([before, own(number), after], " "),
            data_relation=container.get("relation"),
        ),
        " ",
        target,
    ]
    if (
        outer is not None
        and outer["type"] == "volume"
        and "volume" in outer
        and container.get("relation") != "volume_of"
    ):
        shown += [", vol.\u00a0", own(str(outer["volume"]))]
    where = place(container.get("locator", {}))
    return joined([joined(shown), where], ", ")


def works_around(source: Source, desk: Desk) -> list[Markup]:
    """Return in words each work around a source, from the inside out."""
    found, inner = [], source
    for outer in desk.chain(source):
        # a volume without a title is called by that of its series, which would be named twice
        if inner is source or inner["type"] != "volume" or "title" in inner:
            found.append(work_around(inner["container"], outer, desk))
        inner = outer
    return found


def archive(kept: Archive) -> Markup:
    """Return where the original is kept, from the institution down to the item."""
    named = [
        own(str(kept[name]))
        for name in ("name", "place", "collection", "collection_id", "series")
        if name in kept
    ]
    numbered = [
        joined([f"{name}\u00a0", own(str(kept[name]))]) for name in ("box", "folder", "item") if name in kept
    ]
    address = kept.get("url")
    return joined([*named, *numbered, link(address) if address else ""], ", ")


def addresses(source: Source) -> Markup:
    """Return the identifiers of a source, as links where they lead anywhere, and its address."""
    found: list[str] = []
    if "doi" in source:
        found.append(joined(["doi:\u00a0", link(f"https://doi.org/{source['doi']}", source["doi"])]))
    found += [
        joined([f"{name.upper()}\u00a0", own(source[name])]) for name in ("isbn", "issn") if name in source
    ]
    if "url" in source:
        seen = joined([" (seen ", date(source["accessed"]), ")"]) if "accessed" in source else NOTHING
        found.append(joined([link(source["url"]), seen]))
    elif "accessed" in source:
        found.append(joined(["seen ", date(source["accessed"])]))
    return joined(found, ", ")


def people(source: Source) -> Markup:
    """Return who wrote a source, and to whom; nothing where its title says so ("Ada Fenn to Bo Marsh, 4 May 1918")."""
    everyone = [*source.get("authors", ()), *source.get("recipients", ())]
    said = " to ".join(map(name_words, everyone))
    if (
        len(everyone) == len(_BOTH)
        and all(map(source.get, _BOTH))
        and source.get("title", "").startswith(said)
    ):
        return joined([link(one["id"], one["id"]) for one in everyone if "id" in one], ", ")
    who = names(source.get("authors"))
    to = names(source.get("recipients"))
    if who and to:
        return joined([who, " to ", to])
    return who or (joined(["to ", to]) if to else NOTHING)


def kind(source: Source) -> Markup:
    """Return what a source is: its genre, else its type."""
    return own(called_kind(source))


def published(source: Source) -> Markup:
    """Return everything about how a source came out, in the order of a bibliography."""
    labelled = (
        ("edited by ", names(source.get("editors"))),
        ("translated by ", names(source.get("translators"))),
        ("no.\u00a0", _printed(source.get("number"))),
        ("", _edition(source.get("edition", ""))),
        ("vol.\u00a0", _printed(source.get("volume"))),
        ("issue ", _printed(source.get("issue"))),
        ("", _printed(source.get("place"))),
        ("", _publisher(source)),
        (
            "",
            date(source["date"], source.get("date_text"))
            if "date" in source
            else _printed(source.get("date_text")),
        ),
        ("received ", _date(source.get("received"))),
        ("covers ", _date(source.get("coverage"))),
        ("", _printed(source.get("medium"))),
        ("on ", _printed(source.get("platform"))),
    )
    return joined((joined([label, words]) for label, words in labelled if words), ", ")


def status(source: Source) -> Markup:
    """Return how the text relates to the document it presents."""
    word = source.get("textual_status")
    return joined(["Text: ", element("span", word)]) if word else NOTHING


def _printed(value: object) -> Markup:
    return own(str(value)) if value is not None else NOTHING


def _edition(edition: str) -> Markup:
    """Return which edition: "second edition", "edition 2", and as it is printed where that says so itself."""
    if not edition or "edition" in edition.lower():
        return own(edition)
    word = edition.strip()
    if word.lower() in _ORDINALS:
        return element("span", own(word.lower()), " edition", data_value=edition)
    return joined([own(word), " edition"]) if _ORDINAL.fullmatch(word) else joined(["edition ", own(word)])


def _date(edtf: str | None) -> Markup:
    return date(edtf) if edtf is not None else NOTHING


def _publisher(source: Source) -> Markup:
    return joined([_printed(source.get("publisher_place")), _printed(source.get("publisher"))], ": ")
