"""One parenthesis with several sources: which stretches become citations, and whose the images behind it are."""

from __future__ import annotations

import pytest

from pincite import convert
from tests.converter.printed_citation import article

_HOLM, _MARROW = (
    "Ada Holm to Peter Lund, 3 March 1890",
    "The Lamp Keeper, Ines Marrow, Harbour Press, 1901, p. 12",
)


@pytest.mark.parametrize(
    ("printed", "cut"),
    [
        (f"({_HOLM}; {_MARROW})", [_HOLM, _MARROW]),
        (f"({_MARROW}; ibid., p. 14)", [_MARROW, "ibid., p. 14"]),
        (f"({_HOLM}; {_MARROW}; p. 14)", [_HOLM, f"{_MARROW}; p. 14"]),
        (f"(see {_MARROW}; {_HOLM})", [f"see {_MARROW}", _HOLM]),
        (f"({_MARROW}; repr. 1934)", [f"({_MARROW}; repr. 1934)"]),
        (f"({_MARROW}; and so the lamps went out)", [f"({_MARROW}; and so the lamps went out)"]),
        ("(“Oil; Wick”, Ines Marrow, 1901, p. 12)", ["(“Oil; Wick”, Ines Marrow, 1901, p. 12)"]),
    ],
)
def test_each_source_has_its_own_stretch(printed: str, cut: list[str]) -> None:
    text = article(printed, "en")
    citations = convert(text)["quotations"][-1]["citations"]
    assert [one["raw"] for one in citations] == cut
    assert [text[one["anchor"]["start"] : one["anchor"]["end"]] for one in citations] == cut


@pytest.mark.parametrize(
    ("marks", "images", "told"),
    [
        ("(IMG)", [["image-1"], ["image-1"]], True),
        ("(IMG) (IMG)", [["image-1"], ["image-2"]], True),
        ("(IMG) (IMG) (IMG)", [["image-1", "image-2", "image-3"]] * 2, True),
        ("", [[], []], False),
    ],
)
def test_a_mark_is_each_ones_own_only_where_there_are_as_many(
    marks: str,
    images: list[list[str]],
    told: bool,  # noqa: FBT001 - a column of the table
) -> None:
    document = convert(article(f"({_HOLM}; {_MARROW}) {marks}".rstrip(), "en"))
    citations = document["quotations"][-1]["citations"]
    assert [one.get("images", []) for one in citations] == images
    assert all(("images" in one.get("inferred", {})) is told for one in citations)
    assert len(document.get("images", [])) == len({name for one in images for name in one})
