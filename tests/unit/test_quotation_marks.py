"""Quotation marks: what is certain to be unmatched, and what is not."""

from __future__ import annotations

import time

import pytest

from pincite.rules.quotation_marks import mixed, unmatched


@pytest.mark.parametrize(
    "text",
    [
        "He said “yes” and “no”",
        "„Wort“ und „Wort” und »Wort« und «mot» et « mot »",
        "»sana» ja ”sana”",
        "The pilots’ log, the keeper's book, ’tis, the '90s, rock ’n’ roll, goin’ home, o’ th’ clock",
        "‘Twas late, ‘em, the ‘90s; ‘Abd al-Rahman; M‘Donald; ch‘i",
        'He was 5\'10" tall and the plank 12" wide',
        "He was 5’10” tall",
        "“He said ‘no.’” \"He said 'no.'\"",
        "First.\n“Second.\n  “Third.”",
        "First.\n\n“Second.\n\n“Third.",
        "‘First.\n‘Second.’",
        "« Premier.\n» Second. »",
        "Bros.’ quay",
        '“the bell”—“the bar”, "a"/"b"',
        "‘…and so’",
        "``word'' and ,,Wort“",
        "51°30'15\"N 0°7'39\"W",
        "[“it”] and (“that”), [the pilots]’ boat",
        "No,” she said, “no.",
        "The tide,' he said, 'turned.",
        "",
    ],
)
def test_uncertain_marks_pass(text: str) -> None:
    assert unmatched(text, quoted=True) == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("He said “yes and went.", 8),
        ("He said yes” and went.", 11),
        ('He said "yes and went.', 8),
        ('yes" he said', 3),
        ("« mot", 0),
        ("mot »", 4),
        ("»Wort", 0),
        ("“a “b”", 0),
        ("He said ‘yes and went", 8),
        ("It is late,’ he said", 11),
        ("It is late,' he said", 11),
        ("„Wort", 0),
        ("” he said", 0),
        ("He said “", 8),
        ('he said "yes," and "no', 19),
    ],
)
def test_certain_marks_are_told(text: str, at: int) -> None:
    assert [mark.at for mark in unmatched(text, quoted=True)] == [at]


def test_marks_around_a_quotation_do_not_excuse_a_citation() -> None:
    assert unmatched("(No” and “no)", quoted=True) == []
    assert [mark.at for mark in unmatched("(No” and “no)")] == [3]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ('“a” and "b"', 8),
        ('“a"', 2),
        ('"a" “b” “c”', 0),
        ("«a» “b” “c”", 0),
        ('“it was 12" long”', None),
        ("« a “b” c »", None),
        ("“a «b» c”", None),
        ("„a“ and “b”", None),
        ("“a ‘b’ c” 'd'", None),
        ('"a “b” c"', None),
        ('"a" “b', None),
    ],
)
def test_mixed_styles(text: str, at: int | None) -> None:
    found = mixed(text)
    assert (found[0].at if found else None) == at


@pytest.mark.parametrize("unit", ['"', "“a” ", "' ", "\n“", "«", "‘", "''"])
def test_many_marks_take_linear_time(unit: str) -> None:
    begun = time.perf_counter()
    unmatched(unit * 20_000)
    mixed(unit * 20_000)
    assert time.perf_counter() - begun < 3
