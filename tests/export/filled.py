"""A document in which every member of the format has a value that stands nowhere else in it, and parts of that document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json

TEXT = (
    "Of bells & <tides>\n\nAda Fenn wrote in her day book:\n\n"
    "The bell … was rung at six [and at ten].\n\n"
    "(Note, A. Fenn to B. Marsh, 2 April 1918. In: Papers, p. 59) (IMG)\n\n"
    "The bell was rung twice a day. Marsh says “twice” as well.\n"
)
ODD = "& <i> {x} _%$#~^\\ “é” é [1] @a"
"""Marks that mean something to some format or other, at the end of nearly every value."""


def at(words: str) -> dict[str, Any]:
    """Return the anchor of words in the text, with all its members."""
    start = TEXT.index(words)
    end = start + len(words)
    return {
        "start": start,
        "end": end,
        "prefix": TEXT[max(0, start - 9) : start],
        "suffix": TEXT[end : end + 9],
        "exact": words,
    }


def name(word: str, *, organization: bool = False) -> dict[str, Any]:
    """Return a name with all members."""
    if organization:
        return {"literal": f"{word} Board {ODD}", "kind": "organization"}
    return {
        "literal": f"Dr {word}given van {word}family Jr",
        "family": f"{word}family",
        "given": f"{word}given",
        "particle": f"van{word}",
        "suffix": f"{word}Jr",
        "title": f"{word}Dr",
        "kind": "person",
        "id": f"https://orcid.org/0000-0002-1825-0097?{word}",
    }


def source(name_: str, type_: str, container: str | None, relation: str = "part_of") -> dict[str, Any]:
    """Return a source with all members; without a container where it stands in none."""
    value = {
        member: f"{member} of {name_} {ODD}"
        for member in (
            "title", "date_text", "place", "number", "volume", "issue", "edition", "genre", "medium", "publisher",
            "publisher_place", "platform", "note",
        )
    }  # fmt: skip
    number = sum(map(ord, name_))
    found: dict[str, Any] = {
        "id": name_,
        "type": type_,
        "title_supplied": True,
        "authors": [name(f"{name_}au"), name(f"{name_}org", organization=True)],
        "recipients": [name(f"{name_}re")],
        "editors": [name(f"{name_}ed")],
        "translators": [name(f"{name_}tr")],
        "date": f"{1000 + number % 900}-04-02?",
        "received": f"{1000 + number % 900}-04-{10 + number % 9}",
        "coverage": f"{1000 + number % 900}-03/{1000 + number % 900}-05",
        "archive": {
            member: f"{member} of the archive of {name_}"
            for member in ("name", "place", "collection", "collection_id", "series", "box", "folder", "item")
        }
        | {"url": f"https://example.org/archive/{name_}"},
        "doi": f"10.1000/{name_}(1)<x>",
        "isbn": "978-0-306-40615-7",
        "issn": "2049-3630",
        "url": f"https://example.org/{name_}?a=1&b=%20_~#x",
        "accessed": f"20{number % 20 + 10}-01-02",
        "language": "en-GB",
        "textual_status": "translation",
        "copies": [
            {
                "path": f"copies/{name_}.txt",
                "url": f"https://example.org/copies/{name_}.txt",
                "media_type": "text/plain",
                "sha256": f"{number:064x}",
            }
        ],
        "inferred": {"date": f"inferred of {name_}"},
        **value,
    }
    if container:
        found["container"] = {
            "source": container,
            "relation": relation,
            "number": f"4 {name_}",
            "locator": {"page": f"{number}-{number + 3}", "sheet": f"sheet of {name_}"},
            "inferred": {"number": f"inferred of the container of {name_}"},
        }
    return found


def citation(source_id: str, words: str, image: str) -> dict[str, Any]:
    """Return a citation with all members."""
    return {
        "source": source_id,
        "locator": {"page": f"59 {source_id}", "line": "7"},
        "raw": words,
        "unparsed": [f"unparsed {source_id} {ODD}"],
        "anchor": at(words),
        "archive_code": "MIA",
        "images": [image],
        "note": f"note of a citation of {source_id} {ODD}",
        "passage": {
            "copy": f"{7:064x}",
            "page": 3,
            "start": 41,
            "end": 61,
            "prefix": "pre x",
            "suffix": "suf x",
        },
        "inferred": {"source": f"inferred of a citation of {source_id}"},
    }


def filled(type_: str = "letter") -> DocumentData:
    """Return the document; *type_* is that of its innermost source."""
    raw = "(Note, A. Fenn to B. Marsh, 2 April 1918. In: Papers, p. 59)"
    document: dict[str, Any] = {
        "pincite": "1.0",
        "id": "urn:uuid:5d0f1b3e-5c0a-4d43-9a5e-0c8b6a1f2d3e",
        "version": "2",
        "article": {
            "title": f"Of bells {ODD}",
            "subtitle": f"subtitle {ODD}",
            "authors": [name("articleau")],
            "date": "2021-05-06",
            "language": "en",
            "url": "https://example.org/bells?a=1&b=2",
            "publication": f"publication {ODD}",
            "series": {"title": f"series title {ODD}", "part": "part 3 x", "code": "B3 x"},
            "license": "CC-BY-4.0",
            "text": {"content": TEXT, "sha256": f"{1:064x}", "media_type": "text/plain"},
            "original": {"path": "bells.html", "media_type": "text/html", "sha256": f"{2:064x}"},
            "redistribution": "excerpts",
            "blocks": [
                {"type": "title", **span("Of bells & <tides>")},
                {"type": "lead", **span("Ada Fenn wrote in her day book:")},
                {"type": "quotation", **span("The bell … was rung at six [and at ten]."), "ref": "q1"},
                {"type": "citation", **span(raw)},
                {"type": "paragraph", **span("The bell was rung twice a day. Marsh says “twice” as well.")},
            ],
            "image_bundle": {"url": "https://example.org/all.zip", "text": f"bundle {ODD}"},
            "inferred": {"date": "inferred of the article"},
        },
        "archives": {"MIA": {"name": f"archive MIA {ODD}", "url": "https://example.org/mia"}},
        "catalogues": ["catalogues/shared.pincite.yaml"],
        "sources": [
            source("note-a", type_, "letter-b", "enclosure"),
            source("letter-b", "letter", "volume-c", "printed_in"),
            source("volume-c", "volume", "series-d", "volume_of"),
            source("series-d", "series", None),
        ],
        "quotations": [
            {
                "id": "q1",
                "text": "The bell … was rung at six [and at ten].",
                "display": "block",
                "language": "en-US",
                "speaker": name("speaker"),
                "citations": [citation("note-a", raw, "scan-1")],
                "segments": [
                    {"type": "text", "text": "The bell "},
                    {"type": "omission", "mark": "…", "by": "edition"},
                    {"type": "suspect", "text": " was rung", "reading": "was wrung"},
                    {"type": "text", "text": " at six "},
                    {"type": "replacement", "text": "and at ten", "original": "and at noon", "by": "quoter"},
                    {"type": "text", "text": "."},
                ],
                "translation_of": f"Die Glocke {ODD}",
                "anchor": at("The bell … was rung at six [and at ten]."),
                "lead_in": at("Ada Fenn wrote in her day book:"),
                "inferred": {"language": "inferred of a quotation"},
            },
            {
                "id": "q2",
                "text": "twice",
                "display": "inline",
                "within": "q1",
                "uncited": {"reason": f"uncited {ODD}"},
                "anchor": at("twice”") | {"end": TEXT.index("twice”") + 5, "exact": "twice"},
            },
        ],
        "claims": [
            {
                "id": "c1",
                "text": "The bell was rung twice a day.",
                "role": "lead",
                "basis": "source",
                "evidence": ["q1", {"id": "scan-1", "anchor": at("Marsh says")}],
                "citations": [citation("volume-c", "(IMG)", "scan-1")],
                "attributed_to": name("claimant"),
                "anchor": at("The bell was rung twice a day."),
                "inferred": {"basis": "inferred of a claim"},
            }
        ],
        "relations": [
            {
                "type": "qualifies",
                "from": "q2",
                "to": "q1",
                "asserted_by": "article",
                "anchor": at("as well"),
                "independence": f"independence {ODD}",
                "note": f"note of a relation {ODD}",
            }
        ],
        "images": [
            {
                "id": "scan-1",
                "role": "evidence",
                "label": f"label {ODD}",
                "path": "scans/p59.png",
                "url": "https://example.org/p59.png",
                "anchor": at("(IMG)"),
                "media_type": "image/png",
                "sha256": f"{3:064x}",
                "width": 1213,
                "height": 1717,
                "region": {"unit": "pixel", "x": 11, "y": 23, "w": 331, "h": 447, "page": 2},
                "depicts": [{"source": "note-a", "locator": {"page": "59 depicted"}}],
                "alt": {"text": f"alt {ODD}", "generated": True},
                "caption": f"caption {ODD}",
                "credit": f"credit {ODD}",
                "license": "CC0-1.0",
                "rights": f"rights {ODD}",
                "derived_from": [
                    {
                        "title": f"derived title {ODD}",
                        "credit": f"derived credit {ODD}",
                        "url": "https://example.org/derived",
                        "license": "CC-BY-SA-4.0",
                    }
                ],
                "edits": [f"edit {ODD}"],
            },
            {"id": "scan-2", "role": "figure", "missing": {"reason": f"missing {ODD}"}},
        ],
        "annotation": {
            "by": name("annotator"),
            "on": "2022-07-08",
            "tool": {"name": f"tool {ODD}", "version": "0.9x"},
            "method": "mixed",
            "license": "CC-BY-NC-4.0",
        },
        "custom": {"org.example": {"anything": f"custom {ODD}"}},
    }
    return cast("DocumentData", document)


def span(words: str) -> dict[str, int]:
    """Return where words stand in the text."""
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


KEPT = frozenset(
    {"pincite", "article", "id", "type", "text", "start", "end", "content", "from", "to", "source", "mark"}
)
"""Members that are never taken out: without them the rest would mean something else, or nothing."""


@st.composite
def parts(draw: st.DrawFn, type_: st.SearchStrategy[str]) -> DocumentData:
    """Draw a document with some members of the filled one."""
    document = filled(draw(type_))
    held = [(holder, member) for holder, member in _members(document) if member not in KEPT]
    for number in draw(st.sets(st.integers(0, len(held) - 1), max_size=len(held) // 2)):
        holder, member = held[number]
        holder.pop(member, None)
    return cast("DocumentData", _without_empty(document))


def _members(value: Any) -> Iterator[tuple[dict[str, Any], str]]:  # noqa: ANN401 - any part of the document
    if isinstance(value, dict):
        for member, inner in value.items():
            yield value, member
            yield from _members(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _members(inner)


def _without_empty(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, dict):
        return {name_: _without_empty(inner) for name_, inner in value.items() if inner not in ({}, [])}
    return (
        [_without_empty(inner) for inner in value if inner not in ({}, [])]
        if isinstance(value, list)
        else value
    )


def leaves(value: Json, pointer: str = "") -> Iterator[tuple[str, Json]]:
    """Yield pointer and value of everything in a document that holds nothing further."""
    if isinstance(value, dict):
        for member, inner in value.items():
            yield from leaves(inner, f"{pointer}/" + member.replace("~", "~0").replace("/", "~1"))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, f"{pointer}/{number}")
    else:
        yield pointer, value


def changed_leaves(before: Json, after: Json) -> set[str]:
    """Return the pointers to the leaves of *before* that *after* lacks or has otherwise, and to those it has besides."""
    mine, theirs = dict(_typed(before)), dict(_typed(after))
    return {
        one for one in {*mine, *theirs} if one not in mine or one not in theirs or mine[one] != theirs[one]
    }


def _typed(value: Json) -> Iterator[tuple[str, tuple[type, Json]]]:
    """Yield the leaves with their types, for Python takes True for 1."""
    for pointer, inner in leaves(value):
        yield pointer, (type(inner), inner)
