"""Fixes that need one another, stand in one another's way, or are many: made in one run, or given up with a reason."""

from __future__ import annotations

import pytest

from pincite.fixing.fixed import Fixed, fixed
from pincite.settings.run import USUAL

NAME = "a.pincite.yaml"
HEAD = """\
pincite: "1.0"
article: {title: The harbour clock, date: "2000", language: en, url: "https://example.org/clock"}
"""


def run(text: str, name: str = NAME) -> Fixed:
    """Return what one run makes of a text; a second one makes nothing of that."""
    done = fixed(name, USUAL, text.encode(), {"safe", "unsafe"})
    again = fixed(name, USUAL, done.after, {"safe", "unsafe"})
    assert (again.after, again.taken) == (done.after, ())
    return done


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Article:\n  title: T\n  language: en-UK\n", "article:\n  title: T\n  language: en-GB\n"),
        (
            "article:\n  title: T\n  Language: en-UK # mine\n",
            "article:\n  title: T\n  language: en-GB # mine\n",
        ),
        (
            "article: {title: T}\nSources: [{id: a, Type: Letter}]\n",
            "article: {title: T}\nsources: [{id: a, type: letter}]\n",
        ),
        (
            'article: {title: T, text: {content: Six strokes.}}\nlanguage: en\ndate: "1918"\n',
            'article: {title: T, text: {content: Six strokes.}, language: en, date: "1918"}\n',
        ),
    ],
    ids=["around", "name-and-value", "one-in-another", "moved-where-it-belongs"],
)
def test_what_one_fix_makes_possible_is_made(before: str, after: str) -> None:
    head = 'pincite: "1.0"\n'
    assert run(head + before).after.decode() == head + after


def test_more_faults_than_are_told_are_all_mended() -> None:
    sources = "".join(
        f"  - {{id: s{n}, type: book, title: Log {n}, date: 16 March 1918}}\n" for n in range(240)
    )
    done = run(f"{HEAD}sources:\n{sources}")
    assert (len(done.taken), done.left) == (240, ())
    assert done.after.count(b'date: "1918-03-16"') == 240


def test_those_that_cannot_be_made_keep_no_other_from_it() -> None:
    source = "  - id: {0}\n    type: book\n    title: Log {0}\n    isbn:{1} 0 306 40615 2\n"
    sources = "".join(source.format(f"s{n}", " # as printed\n     " * (n % 2)) for n in range(80))
    done = run(f"{HEAD}sources:\n{sources}")
    assert (len(done.taken), len(done.left)) == (40, 40)
    assert {reason for _, reason in done.left} == {
        "a comment stands between a key and its value, and would be lost"
    }
