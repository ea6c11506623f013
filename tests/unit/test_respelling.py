"""Values that can be meant in one way: what they become is right, says the same, and is left alone from then on."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.model.calendar_words import MONTHS
from pincite.schemas import schema
from pincite.structure.date_words import date_in_edtf
from pincite.structure.respelling import Respelling, respelt
from pincite.structure.shapes import SHAPES

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
NAMES = sorted(SHAPES)
USUAL_SIGNS = st.text(st.sampled_from("0123456789X-–  .:/\\<>abchipstwd10"), max_size=24)


def accepts(name: str, text: str) -> bool:
    fault = SHAPES[name].fault
    matches = re.search(schema("document")["$defs"][name]["pattern"], text) is not None
    return matches and (fault is None or fault(text) is None)


def spelt(name: str, text: str) -> Respelling | None:
    return respelt(SHAPES[name].rule, text, lambda one: accepts(name, one))


@pytest.mark.parametrize(
    ("name", "text", "right"),
    [
        ("language_tag", "zh_hant_tw", "zh-Hant-TW"),
        ("language_tag", "Brazilian", "pt-BR"),
        ("language_tag", "the language of the coast", None),
        ("url", "ftp://example.org/a ", "ftp://example.org/a"),
        ("url", "HTTPS//example.org", "https://example.org"),
        ("url", "https:\\\\example.org", "https://example.org"),
        ("url", "tp/tides.html", None),
        ("url", "mailto:ada@example.org", None),
        ("url", "see the page", None),
        ("iri", "orcid: 0000-0002-1694-233x", "https://orcid.org/0000-0002-1694-233X"),
        ("iri", "0000-0002-1694-2330", None),
        ("spdx_expression", "cc by-nc-nd 3.0", "CC-BY-NC-ND-3.0"),
        ("spdx_expression", "CC BY-SA 4.0 International", "CC-BY-SA-4.0"),
        ("spdx_expression", "CC BY-ND-SA 3.0", None),
        ("spdx_expression", "https://creativecommons.org/publicdomain/zero/1.0/legalcode.de", "CC0-1.0"),
        ("spdx_expression", "MIT  and CC0-1.0", "MIT AND CC0-1.0"),
        ("doi", "https://www.doi.org/10.5555/tides", "10.5555/tides"),
        ("doi", "https://dx.doi.org/10.5555/a%20b", None),
        ("isbn", "ISBN-13: 978 0 306 40615 7", "978-0-306-40615-7"),
        ("isbn", "0–306–40615–2", "0-306-40615-2"),
        ("isbn", "978-0-306-40615-7 and 0-306-40615-2", None),
        ("issn", "e-ISSN 0317 8471", "0317-8471"),
        ("media_type", ".jpg", "image/jpeg"),
        ("relative_path", ".\\scans\\a.png", "./scans/a.png"),
        ("relative_path", "\\\\server\\a.png", None),
        ("sha256", "sha-256: " + "AB" * 32, "ab" * 32),
        ("identifier", "Tide Book", None),
        ("format_version", " 1.0", None),
    ],
)
def test_a_value_of_one_meaning(name: str, text: str, right: str | None) -> None:
    found = spelt(name, text)
    assert (found and found.text) == right


@given(st.sampled_from(NAMES), USUAL_SIGNS)
def test_what_is_written_is_right_and_has_the_same_digits(name: str, text: str) -> None:
    found = spelt(name, text)
    if found is None:
        return
    assert accepts(name, found.text)
    assert spelt(name, found.text) is None
    if name in {"isbn", "issn", "doi", "sha256", "url"}:
        assert re.sub(r"\W", "", found.text).lower().endswith(re.sub(r"\W", "", text).lower()[-6:])


@given(DAYS)
def test_a_day_is_the_same_day_in_every_form(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]}. {day.year}",
        f"{day.year}-{day.month}-{day.day}",
    ]
    assert {date_in_edtf(form) for form in forms} == {day.isoformat()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3 Sept. 1871", "1871-09-03"),
        ("3 \u017fept 1871", "1871-09-03"),  # the long s is an s to whoever does not look at capitals
        ("ca. JUNE 1871", "1871-06~"),
        ("3 Janu 1871", None),
        ("3 Marcher 1871", None),
    ],
)
def test_months_in_full_and_in_short(text: str, found: str | None) -> None:
    assert date_in_edtf(text) == found


@given(DAYS, st.sampled_from("./-"))
def test_digits_are_a_day_only_where_the_other_order_is_none(day: date, mark: str) -> None:
    either = [
        f"{day.day}{mark}{day.month}{mark}{day.year}",
        f"{day.month}{mark}{day.day}{mark}{day.year}",
    ]
    is_sure = day.day > 12 or day.day == day.month
    assert {date_in_edtf(form) for form in either} == {day.isoformat() if is_sure else None}
