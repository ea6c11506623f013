"""The article laid out: every word once and in order, annotations in one another and never across, the rest apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given, settings

from pincite.export.layout.laying import lay_out
from pincite.export.layout.nesting import DEEPEST
from pincite.export.layout.values import lines, runs
from tests.export.articles import tangled
from tests.export.filled import TEXT, filled
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.export.layout.values import Layout, Piece
    from pincite.model.format import DocumentData


def document(text: str, **members: object) -> DocumentData:
    blocks = members.pop("blocks", [])
    return cast(
        "DocumentData",
        {"pincite": "1.0", "article": {"text": {"content": text}, "blocks": blocks}, **members},
    )


def quotation(id_: str, text: str, **members: object) -> dict[str, Any]:
    return {"id": id_, "text": text, **members}


def shown(layout: Layout) -> list[str]:
    """Return a line for each paragraph: its block's type, and its words with the last step of pointers around them."""
    lines = []
    for block in layout.blocks:
        head = " ".join(
            one for one in (block.type, block.quotation, block.cites and f"of {block.cites}") if one
        )
        lines += [
            f"{head}: {_words(layout.text, one.start, one.end, one.pieces)}" for one in block.paragraphs
        ]
    return lines


def _words(text: str, start: int, end: int, pieces: tuple[Piece, ...]) -> str:
    return "".join(
        f"<{piece.at[1:]} {_words(text, begin, stop, piece.inside)}>" if piece else text[begin:stop]
        for begin, stop, piece in runs(start, end, pieces)
    )


CASES: list[tuple[str, DocumentData, list[str], tuple[str, ...]]] = [
    ("paragraphs stand between blank lines", document("One.\n\n\nTwo\nlines.\n"), ["paragraph: One.", "paragraph: Two\nlines."], ()),
    ("without blank lines each line is one", document("One.\nTwo.\n"), ["paragraph: One.", "paragraph: Two."], ()),
    (
        "what no block covers is a paragraph, and the innermost block counts",
        document("Bells\n\nA list\n\nof (a note) bells.", blocks=[
            {"type": "title", "start": 0, "end": 5}, {"type": "list", "start": 15, "end": 33}, {"type": "note", "start": 18, "end": 26},
        ]),
        ["title: Bells", "paragraph: A list", "list: of", "note: (a note)", "list: bells."],
        (),
    ),
    (
        "a quotation that fills paragraphs is their block, its citation behind it",
        document("“Rung.\n\nTwice.”\n\n(Fenn 7)\n\nSo.", quotations=[
            quotation("q", "Rung. Twice.", citations=[{"raw": "(Fenn 7)", "anchor": {"start": 17, "end": 25}}]),
        ]),
        [
            "quotation /quotations/0: “Rung.", "quotation /quotations/0: Twice.”",
            "paragraph of /quotations/0: <quotations/0/citations/0 (Fenn 7)>", "paragraph: So.",
        ],
        (),
    ),
    (
        "citations on a quotation's last line are a block behind it",
        document("“Rung.” (Fenn 7) [img]\n\nSo.", quotations=[
            quotation("q", "Rung.", citations=[{"raw": "(Fenn 7)", "anchor": {"start": 8, "end": 16}}]),
        ], images=[{"id": "i", "anchor": {"exact": "[img]"}}]),
        [
            "quotation /quotations/0: “Rung.”",
            "paragraph of /quotations/0: <quotations/0/citations/0 (Fenn 7)> <images/0 [img]>", "paragraph: So.",
        ],
        (),
    ),
    (
        "but not where other words stand there too",
        document("“Rung.” (Fenn 7), they say.\n\nSo.", quotations=[
            quotation("q", "Rung.", display="block", citations=[{"raw": "(Fenn 7)", "anchor": {"start": 8, "end": 16}}]),
        ]),
        ["paragraph: “<quotations/0 Rung.>” <quotations/0/citations/0 (Fenn 7)>, they say.", "paragraph: So."],
        (),
    ),
    (
        "in a line a quotation is a piece",
        document("He wrote “rung” (Fenn 7).", quotations=[
            quotation("q", "rung", display="block", citations=[{"raw": "(Fenn 7)", "anchor": {}}, {"raw": "(Fenn 7)", "anchor": {"exact": "(Fenn 7)"}}, {"source": "f"}]),
        ], claims=[{"id": "c", "text": "wrote “rung”"}]),
        ["paragraph: He <claims/0 wrote “<quotations/0 rung>”> <quotations/0/citations/1 (Fenn 7)>."],
        ("/quotations/0/citations/0", "/quotations/0/citations/2"),
    ),
    (
        "of two that cross, the quotation stays; what reaches over a paragraph is apart",
        document("one two three\n\nfour", claims=[{"id": "c", "text": "one two"}, {"id": "d", "text": "three four"}], quotations=[quotation("q", "two three")]),
        ["paragraph: one <quotations/0 two three>", "paragraph: four"],
        ("/claims/0", "/claims/1"),
    ),
    (
        "segments are pieces of their quotation, whatever the white space",
        document("He said: the\nbell … [was] rung\n\nSo.", quotations=[quotation("q", "the bell … [was] rung", segments=[
            {"type": "text", "text": "the bell "}, {"type": "omission", "mark": "…"}, {"type": "text", "text": " "},
            {"type": "insertion", "text": "was"}, {"type": "text", "text": " rung"},
        ])]),
        ["paragraph: He said: <quotations/0 the\nbell <quotations/0/segments/1 …> <quotations/0/segments/3 [was]> rung>",
            "paragraph: So.",
        ],
        (),
    ),
    (
        "without a text everything is apart",
        cast("DocumentData", {"pincite": "1.0", "article": {}, "quotations": [quotation("q", "rung")], "images": [{"id": "i"}]}),
        [],
        ("/images/0", "/quotations/0"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "lines", "apart"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_article_is_laid_out(data: DocumentData, lines: list[str], apart: tuple[str, ...]) -> None:
    layout = lay_out(data, data["article"].get("text", {}).get("content"))
    assert shown(layout) == lines
    assert layout.apart == apart


def test_everything_with_an_anchor_has_its_place() -> None:
    layout = lay_out(filled(), TEXT)
    assert layout.apart == ("/images/1",)
    assert [one.type for one in layout.blocks] == [
        "title",
        "lead",
        "quotation",
        "citation",
        "paragraph",
        "paragraph",
    ]


def _pieces(pieces: tuple[Piece, ...], start: int, end: int) -> Iterator[str]:
    for piece in pieces:
        assert start <= piece.start < piece.end <= end
        start = piece.end
        yield piece.at
        yield from _pieces(piece.inside, piece.start, piece.end)


@settings(max_examples=150, deadline=None)
@given(data=tangled())
def test_nothing_is_lost_and_nothing_doubled(data: DocumentData) -> None:
    text = data["article"]["text"]["content"]
    layout = lay_out(data, text)
    paragraphs = [one for block in layout.blocks for one in block.paragraphs]
    said = "".join("".join(text[one.start : one.end].split()) for one in paragraphs)
    assert said == "".join(text.split())
    there = [at for one in paragraphs for at in _pieces(one.pieces, one.start, one.end)]
    there += [block.quotation for block in layout.blocks if block.quotation]
    everything = [f"/claims/{number}" for number in range(len(data["claims"]))]
    everything += [f"/images/{number}" for number in range(len(data["images"]))]
    for number, one in enumerate(data["quotations"]):
        everything += [f"/quotations/{number}"]
        everything += [f"/quotations/{number}/citations/{place}" for place in range(len(one["citations"]))]
    assert sorted([*there, *layout.apart]) == sorted(everything)


@pytest.mark.parametrize(
    ("claim", "items"),
    [
        ("bells", ["- <claims/0 bells>", "- tides"]),
        ("bells - tides", ["- <claims/0 bells\n- tides>"]),
    ],
)
def test_a_list_is_cut_into_lines_where_nothing_reaches_over_their_ends(claim: str, items: list[str]) -> None:
    text = "- bells\n- tides"
    listed = [{"type": "list", "start": 0, "end": len(text)}]
    laid = lay_out(document(text, blocks=listed, claims=[{"id": "c", "text": claim}]), text)
    found = lines(text, laid.blocks[0].paragraphs[0])
    assert [_words(text, one.start, one.end, one.pieces) for one in found] == items


def test_objects_stand_in_one_another_only_so_deep() -> None:
    text = "a" * 100
    claims = [
        {"id": f"c{n}", "text": "x", "anchor": {"start": n, "end": 100 - n, "exact": text[n : 100 - n]}}
        for n in range(40)
    ]
    assert len(lay_out(document(text, claims=claims), text).apart) == 40 - DEEPEST


def test_quotations_without_anchors_take_linear_time() -> None:
    def many(size: int) -> tuple[DocumentData, str]:
        words = [f"The bell number {number} was rung at the tide." for number in range(size)]
        text = "\n\n".join(f"He says: “{one}”" for one in words)
        quotations = [{"id": f"q{number}", "text": one} for number, one in enumerate(words)]
        return document(text, quotations=quotations), text

    assert_proportional(lambda given: lay_out(*given), many, 1000)
