"""Image marks: which brackets are marks, where they lie, and which label they carry."""

from __future__ import annotations

import pytest

from pincite import convert
from pincite.converter.lexicon import lexicon
from pincite.converter.segment.image_marks import ImageMark, image_marks

WORDS = lexicon("en")
_MARKS = [
    ("(IMG)", None),
    ("[IMG]", None),
    ("( IMG )", None),
    ("(IMG 3)", "3"),
    ("[IMG 3]", "3"),
    ("(IMG12)", "12"),
    ("(IMG fig. 2-b)", "fig. 2-b"),
    ("(IMG{Lamp, p. 4})", "Lamp, p. 4"),
    ("(IMG {Lamp (1901), p. 4})", "Lamp (1901), p. 4"),
    ("[IMG{Lampe, S. 4}]", "Lampe, S. 4"),
    ("(IMG{ Lamp })", "Lamp"),
    ("(IMG{})", None),
    ("(IMG{  })", None),
    ("(see scan)", None),
    ("[scan 3]", "3"),
    ("(fig. 4)", "fig. 4"),
    ("(see Fig. 4a)", "Fig. 4a"),
]
_NO_MARKS = [
    "",
    "IMG",
    "(img)",
    "(IMG",
    "IMG)",
    "(IMG]",
    "[IMG)",
    "{IMG}",
    "(the IMG of it)",
    "(IMG{two\nlines})",
    "(IMG{one}{two})",
    "(IMG a label of far more than twenty letters)",
    "(IMG, see below)",
    "(scan of the page)",
    "(fig)",
    "(fig leaves 4)",
    "(see below)",
]


@pytest.mark.parametrize(("text", "label"), _MARKS)
def test_a_mark_is_found_with_its_label(text: str, label: str | None) -> None:
    assert image_marks(text, WORDS) == [ImageMark(0, len(text), label)]


@pytest.mark.parametrize(("text", "label"), _MARKS)
def test_a_mark_lies_where_it_stands(text: str, label: str | None) -> None:
    assert image_marks(f"Öl 𝔘 {text}.", WORDS, 100) == [ImageMark(105, 105 + len(text), label)]


@pytest.mark.parametrize("text", _NO_MARKS)
def test_other_brackets_are_no_marks(text: str) -> None:
    assert image_marks(text, WORDS) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [("(IMG{a, b})", ["a", "b"]), ("(IMG 3, 4)", ["3", "4"]), ("(IMG{Lamp, page 4})", ["Lamp, page 4"])],
)
def test_short_labels_with_commas_between_are_several_pictures(text: str, labels: list[str]) -> None:
    assert image_marks(text, WORDS) == [ImageMark(0, len(text), label) for label in labels]


def test_several_marks_come_in_order() -> None:
    found = image_marks("(IMG 1) (IMG{b}) and [IMG]", WORDS)
    assert [(mark.start, mark.end, mark.label) for mark in found] == [
        (0, 7, "1"),
        (8, 16, "b"),
        (21, 26, None),
    ]


@pytest.mark.parametrize(
    ("marks", "labels"),
    [
        ("(IMG)", [None]),
        ("(IMG 1) (IMG 2)", ["1", "2"]),
        ("[IMG{Lamp, p. 12}]", ["Lamp, p. 12"]),
    ],
)
def test_marks_behind_a_citation_become_its_images(marks: str, labels: list[str | None]) -> None:
    raw = "(The Lamp Keeper, Ines Marrow, Harbour Press, 1901, p. 12)"
    document = convert(
        f"The keeper wrote of the oil and of the wicks:\n\n“The oil was cold.” {raw} {marks}\n"
    )
    (citation,) = document["quotations"][0]["citations"]
    images = {image["id"]: image for image in document["images"]}
    assert citation["raw"] == raw
    assert [images[name].get("label") for name in citation["images"]] == labels
    assert [images[name]["role"] for name in citation["images"]] == ["evidence"] * len(labels)
