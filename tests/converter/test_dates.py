"""Printed dates: what is certain is read, what is not gives none, and no day in five centuries is misread."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite.converter.citation.chain import read_citation
from pincite.converter.citation.dates import dates_in
from pincite.converter.languages import codes, language
from pincite.converter.lexicon import lexicon
from pincite.reading.yaml_syntax import YamlText
from tests.growth import assert_proportional

_CERTAIN = [
    ("en", "3 June 1890", "1890-06-03"),
    ("en", "June 3, 1890", "1890-06-03"),
    ("en", "June 3rd, 1890", "1890-06-03"),
    ("en", "3rd of June 1890", "1890-06-03"),
    ("en", "Sept. 3, 1890", "1890-09-03"),
    ("en", "Monday, 3 June 1890", "1890-06-03"),
    ("en", "1890-06-03", "1890-06-03"),
    ("en", "29 February 1904", "1904-02-29"),
    ("en", "March, 3, 1890", "1890-03-03"),
    ("en", "June 1890", "1890-06"),
    ("en", "Jan. 1890", "1890-01"),
    ("en", "1890", "1890"),
    ("en", "1890s", "189X"),
    ("en", "Summer 1890", "1890-22"),
    ("en", "autumn 1890", "1890-23"),
    ("en", "c. 1890", "1890~"),
    ("en", "circa 1890", "1890~"),
    ("en", "1890?", "1890?"),
    ("en", "c. 1890?", "1890%"),
    ("en", "May 10", "XXXX-05-10"),
    ("en", "1889-1891", "1889/1891"),
    ("en", "1889–91", "1889/1891"),
    ("en", "1890/91", "1890/1891"),
    ("en", "3-5 June 1890", "1890-06-03/1890-06-05"),
    ("en", "June 3-5, 1890", "1890-06-03/1890-06-05"),
    ("en", "30 May - 3 June 1890", "1890-05-30/1890-06-03"),
    ("en", "30 December 1889 - 3 January 1890", "1889-12-30/1890-01-03"),
    ("en", "May-June 1890", "1890-05/1890-06"),
    ("en", "May 1890 – June 1891", "1890-05/1891-06"),
    ("es", "1.º de junio de 1890", "1890-06-01"),
    ("es", "del 3 al 5 de junio de 1890", "1890-06-03/1890-06-05"),
    ("fr", "années 1890", "189X"),
    ("es", "3 de junio de 1890", "1890-06-03"),
    ("es", "3 de junio del 2001", "2001-06-03"),
    ("es", "1º de junio de 1890", "1890-06-01"),
    ("es", "setiembre de 1890", "1890-09"),
    ("es", "hacia 1890", "1890~"),
    ("es", "verano de 1890", "1890-22"),
    ("es", "3-5 de junio de 1890", "1890-06-03/1890-06-05"),
    ("es", "3 de junio", "XXXX-06-03"),
    ("de", "3. Juni 1890", "1890-06-03"),
    ("de", "03.06.1890", "1890-06-03"),
    ("de", "3. 6. 1890", "1890-06-03"),
    ("de", "Jänner 1890", "1890-01"),
    ("de", "um 1890", "1890~"),
    ("de", "1890er", "189X"),
    ("de", "1889/90", "1889/1890"),
    ("de", "3.-5. Juni 1890", "1890-06-03/1890-06-05"),
    ("fr", "3 juin 1890", "1890-06-03"),
    ("fr", "1er juin 1890", "1890-06-01"),
    ("fr", "3 févr. 1890", "1890-02-03"),
    ("fr", "août 1890", "1890-08"),
    ("fr", "vers 1890", "1890~"),
    ("fr", "été 1890", "1890-22"),
    ("ru", "3 июня 1890", "1890-06-03"),
    ("ru", "3 июня 1890 г.", "1890-06-03"),
    ("ru", "в июне 1890 года", "1890-06"),
    ("ru", "МАЙ 1890 Г.", "1890-05"),
    ("ru", "3–5 июня 1890 г.", "1890-06-03/1890-06-05"),
    ("ru", "28 мая – 3 июня 1890 г.", "1890-05-28/1890-06-03"),
    ("ru", "1889–1891 гг.", "1889/1891"),
    ("ru", "около 1890 г.", "1890~"),
    ("ru", "1890-е", "189X"),
    ("ru", "весной 1890 года", "1890-21"),
    ("ru", "23.04.1890", "1890-04-23"),
]
_UNCERTAIN = [
    ("en", "3 or 4 September 1918"),
    ("en", "3 and 4 June 1890"),
    ("en", "3/4 June 1890"),
    ("en", "1910-11"),
    ("en", "1904-05"),
    ("en", "04/05/1918"),
    ("en", "30 February 1919"),
    ("en", "29 February 1900"),
    ("en", "31 April 1890"),
    ("en", "32 May 1890"),
    ("en", "1890-02-30"),
    ("en", "1891-1889"),
    ("en", "0890"),
    ("en", "before 1890"),
    ("en", "June"),
    ("en", "it may be 5000"),
    ("es", "3 o 4 de junio de 1890"),
    ("es", "31 de junio de 1890"),
    ("de", "3. oder 4. Juni 1890"),
    ("de", "31. Juni 1890"),
    ("de", "31.6.1890"),
    ("fr", "3 ou 4 juin 1890"),
    ("fr", "31 juin 1890"),
    ("ru", "3 или 4 июня 1890 г."),
    ("ru", "31 июня 1890 г."),
    ("ru", "июнь"),
]
_CASES: list[dict[str, str | None]] = YamlText(
    (Path(__file__).parent / "cases" / "dates.yaml").read_text("utf-8")
).data  # type: ignore[assignment]
_DATED = [case for case in _CASES if case["edtf"] or case.get("reason")]


def _edtf(code: str, printed: str) -> list[str]:
    return [date.edtf for date in dates_in(printed, lexicon(code)) if date.edtf is not None]


@pytest.mark.parametrize(("code", "printed", "edtf"), _CERTAIN)
def test_a_certain_date_is_read(code: str, printed: str, edtf: str) -> None:
    assert _edtf(code, printed) == [edtf]


@pytest.mark.parametrize(("code", "printed"), _UNCERTAIN)
def test_an_uncertain_date_is_none(code: str, printed: str) -> None:
    assert _edtf(code, printed) == []


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['language']}-{case['printed']}")
def test_a_printed_date_gives_this_and_no_other(case: dict[str, str | None]) -> None:
    found = dates_in(case["printed"] or "", lexicon(case["language"]))
    assert [date.edtf for date in found if date.edtf] == [case["edtf"]] * (case["edtf"] is not None)
    assert next((date.reason for date in found if date.reason), None) == case.get("reason")
    if case["edtf"]:
        assert found[0].text == case["printed"]


@pytest.mark.parametrize("case", _DATED, ids=lambda case: f"{case['language']}-{case['printed']}")
def test_a_citation_has_the_date_that_is_printed_in_it(case: dict[str, str | None]) -> None:
    words = lexicon(case["language"])
    to = language(case["language"] or "").correspondents["to"][0]
    (letter,) = read_citation(f"(Ada Holm {to} Peter Lund, {case['printed']}, p. 3)", words).chain
    assert (letter.date, letter.received, letter.unparsed) == (case["edtf"], None, [])
    assert letter.date_text == case["printed"] or (case["edtf"] and not case.get("reason"))


def test_there_are_dates_enough() -> None:
    assert len([case for case in _CASES if case["edtf"]]) >= 80
    assert len([case for case in _CASES if not case["edtf"]]) >= 60


@pytest.mark.parametrize(
    "piece",
    ["3 or ", "1890 ", "c. ", "3 (", "1 June/", "3. ", "Monday, ", "late ", "1890-", "June, ", "3/", "XIX "],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    words = lexicon(None)
    assert_proportional(lambda text: dates_in(text, words), lambda size: piece * size, 1_000, at_most=8)


@pytest.mark.parametrize(
    ("printed", "edtf", "reason"),
    [
        ("March, 3, 1890", "1890-03-03", "a comma between month and day was passed over"),
        ("30 February 1919", None, "no such date"),
        ("1910-11", None, "a month or the end of a range of years"),
        ("3 or 4 September 1918", None, "one of several days"),
        ("3 June 1890", "1890-06-03", None),
    ],
)
def test_a_repaired_or_refused_date_says_why(printed: str, edtf: str | None, reason: str | None) -> None:
    (date,) = dates_in(f"Ada Holm, {printed}", lexicon("en"))
    assert (date.edtf, date.reason, date.text, date.start) == (edtf, reason, printed, len("Ada Holm, "))


_FORMS = {
    "en": ["{d} {m} {y}", "{m} {d}, {y}", "{d} of {m} {y}", "{m} {d} {y}"],
    "es": ["{d} de {m} de {y}", "{d} de {m} del {y}", "{d} {m} {y}"],
    "de": ["{d}. {m} {y}", "{d}.{n}.{y}", "{d:02}.{n:02}.{y}", "{d}. {n}. {y}"],
    "fr": ["{d} {m} {y}", "le {d} {m} {y}"],
    "ru": ["{d} {m} {y}", "{d} {m} {y} г.", "{d}.{n:02}.{y}", "{d} {m} {y} года"],
}
_ISO = "{y}-{n:02}-{d:02}"


def test_every_language_has_forms() -> None:
    assert sorted(_FORMS) == codes()


@given(st.dates(dt.date(1500, 1, 1), dt.date(2020, 12, 31)), st.sampled_from(sorted(_FORMS)))
@settings(deadline=None, max_examples=300)
def test_every_real_day_is_read_as_itself(day: dt.date, code: str) -> None:
    for form in (*_FORMS[code], _ISO):
        for month in language(code).months[day.month - 1]:
            printed = form.format(d=day.day, m=month.capitalize(), n=day.month, y=day.year)
            found = dates_in(printed, lexicon(code))
            assert [date.edtf for date in found] == [day.isoformat()], printed


@given(st.integers(1500, 2020), st.integers(1, 12), st.sampled_from(sorted(_FORMS)))
@settings(deadline=None)
def test_the_day_after_a_months_last_is_none(year: int, month: int, code: str) -> None:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    day = (following - dt.timedelta(days=1)).day + 1
    for form in (*_FORMS[code], _ISO):
        printed = form.format(d=day, m=language(code).months[month - 1][0], n=month, y=year)
        assert _edtf(code, printed) == [], printed
