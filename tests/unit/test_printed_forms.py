"""What rules read out of printed citations: dates, brackets, quotation marks, check characters, house forms."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.model.document import Document
from pincite.model.house import House
from pincite.rules import date_form_inconsistent
from pincite.rules.authority_ids import authority_fault
from pincite.rules.code_lists import code_lists
from pincite.rules.parenthesis_unbalanced import unmatched
from pincite.rules.phrases import languages
from pincite.rules.printed_dates import month_numbers, printed_dates
from pincite.rules.raw_citations import outside_quotation_marks
from pincite.structure.checksums import mod_11_2
from tests.nowhere import Nowhere

if TYPE_CHECKING:
    from pincite.model.format import DocumentData


def document(*raws: str, language: str = "en", house: House | None = None) -> Document:
    """Return a document whose one claim has citations with these printed forms."""
    data: DocumentData = {
        "pincite": "1.0",
        "article": {"title": "The harbour clock", "language": language},
        "claims": [{"id": "c1", "text": "It stopped.", "citations": [{"raw": raw} for raw in raws]}],
    }
    return Document("x", data, Nowhere(), house=house or House())


MONTHS = {
    code: {number: name for name, number in reversed(list(month_numbers(document(language=code)).items()))}
    for code in sorted(languages())
}


@pytest.mark.parametrize("code", MONTHS)
def test_every_language_has_twelve_months(code: str) -> None:
    assert sorted(MONTHS[code]) == list(range(1, 13))


@given(
    st.sampled_from(sorted(MONTHS)),
    st.integers(1, 12),
    st.integers(0, 40),
    st.integers(1000, 2099),
    st.sampled_from(["{m} {d}, {y}", "{d} {m} {y}", "{d}. {m} {y}", "{d} de {m} de {y}", "{m} {d}TH, {y}"]),
    st.text(" (,;“\n", max_size=3),
    st.text(" ),;.”\n", max_size=3),
)
def test_a_printed_date_is_read_as_it_was_written(  # noqa: PLR0917 - the parts of a date
    code: str, month: int, day: int, year: int, form: str, before: str, after: str
) -> None:
    printed = form.format(m=MONTHS[code][month].capitalize(), d=day, y=year)
    wording = f"{before}{printed}{after}"
    found = list(printed_dates(document(language=code), wording))
    assert [(one.year, one.month, one.day, wording[one.start : one.end]) for one in found] == [
        (year, month, day, printed)
    ]
    assert found[0].month_first == form.startswith("{m}")


@given(st.text(string.ascii_letters + string.digits + " .,-/()\n\u00a0", max_size=60))
def test_any_text_gives_dates_in_order_and_inside(wording: str) -> None:
    ends = [0]
    for one in printed_dates(document(), wording):
        assert ends[-1] <= one.start < one.end <= len(wording)
        ends.append(one.end)


@given(st.text("()[]ab ", max_size=30))
def test_unmatched_brackets_leave_a_balanced_rest(wording: str) -> None:
    found = unmatched(wording)
    assert found == sorted(set(found))
    assert all(wording[at] in "()[]" for at in found)
    rest = "".join(letter for at, letter in enumerate(wording) if at not in found)
    # a closing parenthesis behind a letter may be that of "a)"
    assert rest.count("[") == rest.count("]")
    assert rest.count("(") <= rest.count(")")


@given(st.text('“”«»"ab ', max_size=30))
def test_what_is_outside_quotation_marks_keeps_its_place(raw: str) -> None:
    kept = outside_quotation_marks(raw)
    assert len(kept) == len(raw)
    assert all(new in {old, "\x00"} for old, new in zip(raw, kept, strict=True))


@pytest.mark.parametrize(
    "iri",
    [
        "https://orcid.org/0000-0002-1694-233X",
        "https://isni.org/isni/0000000121032683",
        "urn:isni:0000 0001 2103 2683",
        "https://viaf.org/viaf/24602065",
        "https://example.org/0",
        "urn:uuid:1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b",
    ],
)
def test_sound_identifiers_have_no_fault(iri: str) -> None:
    assert authority_fault(iri) is None


@given(st.text(string.digits, min_size=15, max_size=15), st.integers(0, 14), st.integers(1, 9))
def test_a_misread_digit_is_noticed(digits: str, at: int, by: int) -> None:
    whole = digits + mod_11_2(digits)
    grouped = "-".join(whole[i : i + 4] for i in range(0, 16, 4))
    assert authority_fault(f"https://orcid.org/{grouped}") is None
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :] + whole[-1]
    assert authority_fault("https://orcid.org/" + "-".join(wrong[i : i + 4] for i in range(0, 16, 4)))


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("day month year", ["May 3, 1871", "1871-05-05"]),
        ("month day, year", ["4 May 1871", "1871-05-05"]),
        ("iso", ["May 3, 1871", "4 May 1871"]),
        (None, []),
    ],
)
def test_the_house_chooses_the_form_of_dates(form: str | None, told: list[str]) -> None:
    judged = document("(A, May 3, 1871)", "(B, 4 May 1871)", "(C, 1871-05-05)", house=House(date=form))
    messages = [finding.message for finding in date_form_inconsistent.check(judged)]
    assert messages == [f"the date '{date}' is not in the house's form" for date in told]


def test_lists_of_codes_are_whole() -> None:
    lists = code_lists("language_codes")
    assert len(lists["languages"]) > 180
    assert {"GB", "US", "DE"} <= set(lists["regions"])
    assert all(len(pair) == 6 and pair[3] == "=" for pair in lists["long"])
    assert {"CC-BY-4.0", "MIT"} <= set(code_lists("spdx_licenses")["current"])
