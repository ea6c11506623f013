"""Text that came from PDF or scans: the lines that pages repeat, and words that line ends cut in two."""

from __future__ import annotations

import pytest

from pincite import convert
from pincite.converter.readers.page_lines import page_lines
from pincite.converter.readers.text import paragraphs
from tests.growth import assert_proportional

_PAGES = {
    "running title behind a gap": (["THE LAMP    12", "a", "THE LAMP    13", "b"], {0, 2}),
    "number first": (["12 THE LAMP", "a", "14 THE LAMP", "b"], {0, 2}),
    "left and right pages": (["12  The Lamp", "a", "The Lamp  13", "b", "14  The Lamp"], {0, 2, 4}),
    "numbers between dashes": (["a", "— 12 —", "b", "- 13 -"], {1, 3}),
    "a number at the page's end": (["a", "12", "\fb", "13", "\f"], {1, 3}),
    "a number after the form feed": (["a", "\f12", "b", "\f13"], {1, 3}),
    "once is no repetition": (["THE LAMP    12", "a"], set()),
    "numbers that fall": (["THE LAMP    13", "a", "THE LAMP    12"], set()),
    "numbers that stay": (["THE LAMP    12", "a", "THE LAMP    12"], set()),
    "chapters": (["Chapter 1", "a", "Chapter 2", "b"], set()),
    "bare numbers without pages": (["a", "12", "b", "13"], set()),
    "dates": (["3 June, 1890", "a", "4 June, 1890"], set()),
    "citations": (["— Ines Marrow, The Lamp, 1901", "a", "— Ines Marrow, The Lamp, 1902"], set()),
    "two titles": (["12 THE LAMP", "a", "13 THE OIL", "b"], set()),
}


@pytest.mark.parametrize(("lines", "expected"), _PAGES.values(), ids=list(_PAGES))
def test_pages_repeat_these_lines(lines: list[str], expected: set[int]) -> None:
    assert page_lines(lines) == expected


_FIRST = (
    "The lamp of the outer mole was lit by hand for the whole of\n"
    "that century, and the keepers who lit it had to climb ninety\n"
    "steps with the oil on their backs before the first of the\n"
)
_SECOND = (
    "boats came in with the evening tide, as the books of the\n"
    "harbour have it in a hundred places, and nobody thought it\n"
    "was strange or hard or worth the ink that it took to say.\n"
)
_HEADED = f"{_FIRST}\fTHE LAMP OF THE MOLE    13\n{_SECOND}\n{_FIRST}— 14 —\n{_SECOND}\n{_FIRST}\fTHE LAMP OF THE MOLE    15\n{_SECOND}— 16 —\n"


def test_a_page_header_in_a_paragraph_is_boilerplate_and_a_block_of_its_own() -> None:
    document = convert(_HEADED)
    found = [
        (one["type"], _HEADED[one["start"] : one["end"]].split("\n", maxsplit=1)[0])
        for one in document["article"]["blocks"]
    ]
    assert [text for kind, text in found if kind == "boilerplate"] == [
        "THE LAMP OF THE MOLE    13",
        "— 14 —",
        "THE LAMP OF THE MOLE    15",
        "— 16 —",
    ]
    assert document["article"]["text"]["content"] == _HEADED


def test_the_lines_around_a_page_header_are_paragraphs_as_they_stand() -> None:
    found = [one.text for one in paragraphs(_HEADED)]
    assert found[:3] == [_FIRST.strip(), "THE LAMP OF THE MOLE    13", _SECOND.strip()]


_QUOTED = (
    f"{_FIRST}{_SECOND}{_FIRST}{_SECOND}\n12  THE LAMP\n\nOne of the keepers, who was the last\nof them, wrote of it in these words:\n\n"
    "The oil was measured by the cup, and the wick was cut by\n"
    "13  THE LAMP\n"
    "the knife of my father, who had cut it for years before me.\n"
    "(The Lamp Keeper, Ines Marrow, Harbour Press, 1901, p. 12)\n\n"
    f"{_FIRST}{_SECOND}"
)


def test_a_page_header_in_a_quotation_stays_in_its_text() -> None:
    document = convert(_QUOTED)
    (quotation,) = document["quotations"]
    assert quotation["text"].startswith("The oil was measured")
    assert "\n13  THE LAMP\n" in quotation["text"]
    assert quotation["text"].endswith("before me.")
    assert quotation["citations"][0]["locator"] == {"page": "12"}
    kinds = [
        one["type"]
        for one in document["article"]["blocks"]
        if "THE LAMP" in _QUOTED[one["start"] : one["end"]]
    ]
    assert kinds == ["boilerplate", "quotation"]


def _cited(raw: str) -> str:
    return (
        f"{_FIRST}{_SECOND}\nOne of the keepers, who was the last\nof them, wrote of it in these words:\n\n"
        f"The oil was measured by the cup, and the wick was cut with it.\n{raw}\n\n{_FIRST}{_SECOND}"
    )


def test_a_word_that_stands_elsewhere_too_is_put_together() -> None:
    raw = "(The Lamp Keeper, Ines Marrow, Har-\nbour Press, 1901, p. 12)"
    document = convert(_cited(raw))
    assert document["quotations"][0]["citations"][0]["raw"] == raw
    (source,) = document["sources"]
    assert (source["publisher"], source["inferred"]) == ("Harbour Press", {"type": "it has a publisher"})


def test_a_word_that_stands_nowhere_else_says_that_it_was_put_together() -> None:
    (source,) = convert(_cited("(The Lamp Keeper, Ines Marrow, Anemo-\nmeter Press, 1901, p. 12)"))["sources"]
    assert source["publisher"] == "Anemometer Press"
    assert source["inferred"]["publisher"] == "a word that a line end cut in two was put together"


def test_a_hyphen_before_a_capital_stays() -> None:
    (source,) = convert(_cited("(The Lamp Keeper, Ines Marrow, Anglo-\nIrish Press, 1901, p. 12)"))["sources"]
    assert source["publisher"] == "Anglo-Irish Press"


def test_a_page_range_over_a_line_end_is_one() -> None:
    document = convert(_cited("(The Lamp Keeper, Ines Marrow, Harbour Press, 1901, pp. 12-\n14)"))
    assert document["quotations"][0]["citations"][0]["locator"] == {"page": "12-14"}


def test_many_pages_are_read_in_linear_time() -> None:
    def lines(pages: int) -> list[str]:
        return [
            line for page in range(pages) for line in (f"{page}  {'a b ' * 17}", "x  " * 26 + "1", "— 1", "y")
        ]

    assert_proportional(page_lines, lines, 1_000)
