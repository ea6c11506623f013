"""Pages of a text, told by marks, form feeds and the numbers that pages print."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.model.page_words import LONG
from pincite.verifier.copies.page_marks import pages_of
from pincite.verifier.copies.printed_numbers import printed_numbers
from pincite.verifier.folding.furniture import furniture
from pincite.verifier.quotation import verify
from pincite.verifier.source import Source
from tests.growth import assert_proportional

PROSE = "The keeper counted the boats that came in before dusk, and wrote it down. " * 12
OWN_LINE = [
    ("[page 203]", "203"),
    ("[p. 12]", "12"),
    ("[pp. 12]", "12"),
    ("[folio 1r]", "1r"),
    ("[fol. 12 verso]", "12v"),
    ("folio 12r", "12r"),
    ("Page 7", "7"),
    ("[sheet 3]", "3"),
    ("[Pg 59]", "59"),
    ("[Seite 5]", "5"),
    ("[S. 5]", "5"),
    ("[Bl. 3]", "3"),
    ("[pág. 8]", "8"),
    ("[feuillet 4]", "4"),
    ("[стр. 12]", "12"),
    ("{59}", "59"),
    ("{p. 59}", "59"),
    ("(page 59)", "59"),
    ("<page 59>", "59"),
    ("[page xiv]", "xiv"),
    ("-- 59 --", "59"),
    ("--- Page 59 ---", "59"),
    ("  [page 4]  ", "4"),
    ("[folio 12 recto]", "12r"),
    ("[foja 12]", "12"),
    ("[folha 3]", "3"),
    ("[column 12]", "12"),
    ("[Spalte 12]", "12"),
    ("[столбец 12]", "12"),
    ("[pag. 4]", "4"),
    ("[ p.  12345 ]", "12345"),
    ("[f. 12 bis]", "12bis"),
    ("[第12頁]", "12"),
    ("[עמוד 12]", "12"),
    ("Hoja 9", "9"),
    ("column 12", "12"),
    ("=== xlii ===", "xlii"),
    ("{mdcc}", "mdcc"),
    ("– Seite 12 –", None),
]
NO_MARKS = [
    "[13:52]",
    "[12]",
    "[sic]",
    "[paragraph 1]",
    "1871",
    "12.",
    "page",
    "- 59 -",
    "the [p. 12] of a note",
    "a {59} of a template",
    "page 12 of the ledger says so",
    "see [page 12]",
]


@pytest.mark.parametrize(("mark", "label"), OWN_LINE, ids=[mark for mark, _ in OWN_LINE])
def test_a_mark_on_a_line_of_its_own_begins_a_page(mark: str, label: str | None) -> None:
    text = f"A title\n\n{mark}\nThe page.\n"
    pages = pages_of(text)
    if label is None:  # one dash alone may be an ornament
        assert pages == ()
        return
    assert [(page.number, page.label) for page in pages] == [(1, None), (2, label)]
    assert text[pages[1].start : pages[1].end].strip().startswith(mark.strip())


@pytest.mark.parametrize("mark", [mark for mark, _ in OWN_LINE])
def test_every_mark_of_a_page_is_furniture(mark: str) -> None:
    text = f"The keeper counted the boats that\n{mark}\ncame in before dusk."
    assert [text[one.start : one.end].strip() for one in furniture(text)] == [mark.strip()]


@pytest.mark.parametrize("form", ["[word 1]", "[word 1 recto]", "{word 1}", "{1}"])
@pytest.mark.parametrize("word", [*LONG.split("|"), "p.", "Pg", "fol.", "л.", "стр."])
def test_a_quotation_goes_on_over_every_mark(form: str, word: str) -> None:
    first, second = (form.replace("word", word).replace("1", number) for number in ("58", "59"))
    text = f"{first} The keeper counted {second} the boats that came in before dusk, and wrote it down."
    source = Source(text, pages=pages_of(text))
    assert [(page.label or "")[:2] for page in source.pages] == ["58", "59"]
    assert verify("The keeper counted the boats that came in before dusk", source).verdict == "normalised"


@pytest.mark.parametrize("line", NO_MARKS)
def test_what_only_looks_like_a_mark_is_none(line: str) -> None:
    assert pages_of(f"A title\n\n{line}\nThe page.\n") == ()


def test_marks_between_words_count_where_they_count_on() -> None:
    text = "It was [Pg 58] the bell that [Pg 59] they heard."
    pages = pages_of(text)
    assert [page.label for page in pages] == [None, "58", "59"]
    assert text[pages[2].start :] == "[Pg 59] they heard."
    assert pages_of("As [p. 90] says, and before him [p. 12] too.") == ()
    assert [page.label for page in pages_of("{1}One {2}two {3}three")] == ["1", "2", "3"]


def test_a_first_page_without_a_mark_has_no_label_and_a_blank_one_is_none() -> None:
    assert [page.label for page in pages_of("\n\n[page 1]\nOne\n[page 2]\nTwo")] == ["1", "2"]
    assert [page.label for page in pages_of("Title\n[page 1]\nOne")] == [None, "1"]


def test_numbers_at_the_foot_end_a_page_and_numbers_at_the_head_begin_one() -> None:
    at_foot = "".join(f"{PROSE}\n{number}\n" for number in range(41, 48))
    pages = pages_of(at_foot)
    assert [page.label for page in pages] == [str(number) for number in range(41, 48)]
    assert at_foot[pages[0].start : pages[0].end] == f"{PROSE}\n41\n"
    at_head = "".join(f"{number}\n{PROSE}\n" for number in range(41, 48))
    pages = pages_of(at_head)
    assert [page.label for page in pages] == [str(number) for number in range(41, 48)]
    assert at_head[pages[0].start : pages[0].end] == f"41\n{PROSE}\n"


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{number}\nA short verse.\n" for number in range(1, 20)),
        "".join(f"{number}\n{PROSE * 20}\n" for number in range(1, 20)),
        "".join(f"{number}\n{PROSE}\n" for number in (3, 1, 4, 1, 5, 9, 2, 6)),
        "".join(f"{number}\n{PROSE}\n" for number in (1871, 1874, 1880, 1891, 1899)),
    ],
    ids=["verses", "chapters", "no order", "years"],
)
def test_other_numbers_on_lines_are_no_pages(text: str) -> None:
    assert pages_of(text) == ()


def test_form_feeds_part_pages_and_what_they_print_are_their_labels() -> None:
    text = "\f".join(["Title\n", "", *(f"{PROSE}\n\n{number}\n" for number in range(3, 8))]) + "\f"
    pages = pages_of(text)
    assert [page.label for page in pages] == [None, None, "3", "4", "5", "6", "7"]
    assert text[pages[2].start : pages[2].end].startswith("The keeper")
    assert pages[-1].end == len(text)


def test_marks_count_before_form_feeds() -> None:
    assert [page.label for page in pages_of("\f[page 3]\nOne\n\f[page 4]\nTwo\n")] == ["3", "4"]


@given(
    st.text(alphabet=st.sampled_from("\n\f[]{}-– 0123459ivxlpPaesg.çſK")),
    st.lists(st.sampled_from([*(mark for mark, _ in OWN_LINE), *NO_MARKS, "", "\f", "12", "13"])),
)
def test_pages_cover_the_text_whatever_it_is(noise: str, lines: list[str]) -> None:
    for text in (noise, "\n".join(lines), "\n".join([noise, *lines, noise])):
        pages = pages_of(text)
        if pages:
            assert (pages[0].start, pages[-1].end) == (0, len(text))
            assert [page.number for page in pages] == list(range(1, len(pages) + 1))
            assert all(one.end == other.start for one, other in pairwise(pages))


@pytest.mark.parametrize(
    ("pages", "numbers"),
    [
        (["a\n1", "b\n2", "c\n3"], [1, 2, 3]),
        (["1\na", "2\nb", "c", "4\nd"], [1, 2, 3, 4]),
        (["12  OF BELLS\nx", "BELLS  13\nx", "14  OF BELLS\nx"], [12, 13, 14]),
        (["– 12 –\na", "– 13 –\nb", "– 14 –\nc"], [12, 13, 14]),
        (["a\n1", "b\n2"], [None, None]),
        (["a 1871\nx", "b 1872\nx", "c 1850\nx"], [None, None, None]),
        (["1\na", "2\nb", "3\nc", "plate", "plate", "plate", "plate", "4\nd", "5\ne", "6\nf"],
         [1, 2, 3, None, None, None, None, 4, 5, 6]),
        ([], []),
    ],
)  # fmt: skip
def test_numbers_that_pages_print(pages: list[str], numbers: list[int | None]) -> None:
    assert printed_numbers(pages) == numbers


@pytest.mark.parametrize(
    "piece",
    [
        f"{PROSE}\n[page 3]\n",
        "{1}",
        "[page ",
        "- 1 -\n",
        "1\n",
        "\n",
        " ",
        "\n" + " " * 39,
        "[Pg 5] a",
        "\f1\n",
        "p. ",
    ],
)
def test_looking_for_pages_takes_time_in_proportion(piece: str) -> None:
    assert_proportional(pages_of, lambda size: piece * (size // len(piece) + 1), 100_000, 1_600_000)
