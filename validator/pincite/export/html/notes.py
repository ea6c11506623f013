"""The notes beside the text: for each quotation its sources, for each claim what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.html.concluded import concluded_mark
from pincite.export.html.images import thumbnail
from pincite.export.html.markup import NOTHING, Markup, element, joined, own
from pincite.export.html.relations import relations, supported
from pincite.export.html.sources import addresses, archive, kind, people, status, works_around
from pincite.export.html.wording import date, listed, name, place
from pincite.export.layout.cited import is_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.export.html.desk import Desk
    from pincite.model.format import Citation, Claim, Image, Quotation, Segment, Source

_BASES = {
    "source": "rests on",
    "inference": "is concluded from",
    "common_knowledge": "appeals to common knowledge",
    "none": "is given without a source",
}
_BY = {
    "quoter": "by the quoter",
    "edition": "by the edition",
    "source": "by the source itself",
    "unknown": "by someone unknown",
}


def note_id(id_: str) -> str:
    """Return the id of the note on an object; no id of the format has two hyphens in a row."""
    return f"{id_}--note"


def quotation_note(
    quotation: Quotation, desk: Desk, *, printed: frozenset[int], shown: str | None, is_apart: bool = False
) -> Markup:
    """Return the note on a quotation.

    ``printed`` are the numbers of the citations that the text beside shows as they are printed, ``shown`` its words
    there, None where it shows none. One that stands apart from the text leads back to the claims that rest on it.
    """
    id_ = quotation["id"]
    number = element("a", str(desk.numbers[id_]), href=f"#{id_}", class_="number", title="To the quotation")
    mark = concluded_mark(quotation.get("inferred"))
    lines = [
        _line(joined(["Speaker: ", name(quotation["speaker"])])) if "speaker" in quotation else NOTHING,
        *(
            _citation(one, desk, is_printed=position in printed)
            for position, one in enumerate(quotation.get("citations", []))
        ),
        _line(
            joined(["No citation: ", own(quotation["uncited"].get("reason", "no reason given"))]), "uncited"
        )
        if "uncited" in quotation
        else NOTHING,
        _line(joined(["Quoted within ", desk.link(quotation["within"])]))
        if "within" in quotation
        else NOTHING,
        _translated(quotation, desk),
        *(_line(one, "altered") for one in _alterations(quotation.get("segments", []))),
        _otherwise(quotation["text"], shown, "Annotated as"),
        *relations(id_, desk),
        supported(id_, desk) if is_apart else NOTHING,
        element("p", mark) if mark else NOTHING,
    ]
    return element(
        "div",
        number,
        element("div", joined(lines), class_="said"),
        class_="note",
        id=desk.anchor(note_id(id_)),
    )


def claim_note(claim: Claim, desk: Desk, *, printed: frozenset[int], shown: str | None) -> Markup:
    """Return the note on a claim: what it rests on; see ``quotation_note``."""
    id_ = claim["id"]
    number = element(
        "a", "◇", href=f"#{id_}", class_="number", title="To the claim", aria_label="To the claim"
    )
    basis = claim.get("basis")
    words = _BASES.get(basis or "", "rests on" if claim.get("evidence") else "")
    evidence = [one if isinstance(one, str) else one["id"] for one in claim.get("evidence", [])]
    subject = "Main claim" if claim.get("role") == "lead" else "Claim"
    by = joined([" of ", name(claim["attributed_to"])]) if "attributed_to" in claim else NOTHING
    links = (
        joined([" ", _evidence(evidence, desk)]) if evidence else ":" if claim.get("citations") else NOTHING
    )
    sentence = joined(
        [
            element("span", subject, class_="kind", data_role=claim.get("role")),
            by,
            " " if words else "",
            element("span", words, data_basis=basis) if words else NOTHING,
            links,
            concluded_mark(claim.get("inferred")),
        ]
    )
    lines = [
        element("p", sentence),
        *(
            _citation(one, desk, is_printed=position in printed)
            for position, one in enumerate(claim.get("citations", []))
        ),
        _otherwise(claim["text"], shown, "It says"),
        *relations(id_, desk),
    ]
    return element(
        "div",
        number,
        element("div", joined(lines), class_="said"),
        class_="note claim-note",
        id=desk.anchor(note_id(id_)),
    )


def pictures_note(images: Sequence[Image], desk: Desk) -> Markup:
    """Return a note of the pictures that the text beside names and no citation does."""
    return (
        element("div", joined(thumbnail(one, desk) for one in images), class_="note thumbnails")
        if images
        else NOTHING
    )


def alteration(segment: Segment) -> str:
    """Return in words what was done to a piece of a quotation, and by whom; empty for none."""
    by = f" {_BY[segment['by']]}" if "by" in segment else ""
    original, reading = segment.get("original"), segment.get("reading")
    if segment["type"] == "replacement":
        return f"In place of “{original}”{by}" if original else f"Words replaced{by}"
    if segment["type"] == "correction":
        return f"Corrected from “{original}”{by}" if original else f"Corrected{by}"
    if segment["type"] == "suspect":
        return f"Probably miscopied{by}" + (f", for “{reading}”" if reading else "")
    words = {
        "omission": "Words left out",
        "insertion": "Words added",
        "sic": "So in the source, remarked",
        "emphasis": "Emphasis changed",
    }
    return f"{words[segment['type']]}{by}" if segment["type"] in words else ""


def _evidence(ids: Sequence[str], desk: Desk) -> Markup:
    """Return links to what a claim rests on, the quotations among it together."""
    quotations = [desk.link(one, str(desk.numbers[one])) for one in ids if one in desk.numbers]
    together = [joined(["quotations ", listed(quotations)])] if len(quotations) > 1 else []
    others = [desk.link(one) for one in ids if not (together and one in desk.numbers)]
    return listed([*together, *others])


def _citation(citation: Citation, desk: Desk, *, is_printed: bool) -> Markup:
    source = desk.sources.get(citation.get("source", ""))
    code = citation.get("archive_code")
    is_listed = code in desk.data.get("archives", {})
    note = _line(own(citation["note"])) if "note" in citation else NOTHING
    is_first = is_before(citation.get("note", ""))
    lines = [
        note if is_first else NOTHING,
        *(_source_lines(source, citation, desk) if source else _unknown(citation)),
        _line(element("a", own(code), href="#archives--heading") if is_listed else own(code))
        if code
        else NOTHING,
        NOTHING if is_first else note,
        _line(own(citation["raw"]), "printed") if "raw" in citation and not is_printed else NOTHING,
        _line(joined(["Not understood: ", joined(map(own, citation["unparsed"]), "; ")]))
        if citation.get("unparsed")
        else NOTHING,
    ]
    pictures = [
        thumbnail(desk.images[id_], desk) if id_ in desk.images else _line(element("code", id_))
        for id_ in citation.get("images", [])
    ]
    shown = element("div", joined(pictures), class_="thumbnails") if pictures else NOTHING
    return element("div", element("div", joined(lines)), shown, class_="cited")


def _source_lines(source: Source, citation: Citation, desk: Desk) -> Iterator[Markup]:
    yield element("p", joined([kind(source), concluded_mark(citation.get("inferred"))]), class_="kind")
    who = people(source)
    yield element("p", who, class_="who") if who else NOTHING
    title = desk.title(source, behind_people=bool(who))
    when = (
        date(source["date"], source.get("date_text"))
        if "date" in source
        else own(source.get("date_text", ""))
    )
    yield element("p", joined([desk.link(source["id"], title), when], ", "), class_="what")
    where = place(citation.get("locator", {}))
    yield element("p", where, class_="where") if where else NOTHING
    for around in works_around(source, desk):
        yield element("p", around, class_="around")
    works = [source, *desk.chain(source)]
    kept = next((one["archive"] for one in works if "archive" in one), None)
    yield _line(archive(kept)) if kept else NOTHING
    found = next((one for one in map(addresses, works) if one), NOTHING)
    yield _line(found) if found else NOTHING
    yield _line(status(source)) if "textual_status" in source else NOTHING


def _unknown(citation: Citation) -> Iterator[Markup]:
    mark = concluded_mark(citation.get("inferred"))
    if "source" in citation:
        yield element("p", "A source that is not listed: ", element("code", citation["source"]), mark)
    elif mark:
        yield element("p", mark)
    where = place(citation.get("locator", {}))
    yield element("p", where, class_="where") if where else NOTHING


def _translated(quotation: Quotation, desk: Desk) -> Markup:
    origin = quotation.get("translation_of")
    if origin is None:
        return NOTHING
    if origin in desk.quotations:
        return _line(joined(["Translates ", desk.link(origin)]))
    return _line(joined(["Translates: ", own(origin)]), "original")


def _alterations(segments: Sequence[Segment]) -> Iterator[Markup]:
    for segment in segments:
        words = alteration(segment)
        if words:
            piece = segment.get("text") or segment.get("mark") or "[sic]"
            shown = f"[{piece}]" if segment["type"] in {"insertion", "replacement"} else piece
            yield joined([own(shown), ": ", own(words[0].lower() + words[1:])])


def _otherwise(text: str, shown: str | None, words: str) -> Markup:
    """Return the words of an object where the text beside has others, or none."""
    if shown is not None and text.split() == shown.split():
        return NOTHING
    return _line(joined([f"{words}: ", own(text)]), "otherwise")


def _line(words: str, class_: str = "small") -> Markup:
    return element("p", words, class_=class_)
