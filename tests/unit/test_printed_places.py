"""A fault is told at every place that prints it, and no more often than an editor reads."""

from __future__ import annotations

import pytest

from pincite import check
from pincite.rules.printed_places import MOST_PLACES


def places(count: int, *, text: bool = True) -> list[str]:
    """Return where a mistyped date is told that *count* citations print."""
    raws = [f"(Report, Ada Fenn, 1 March 2091, p. {number})" for number in range(1, count + 1)]
    lines = "\n".join(f"The tide turned at {number}. {raw}" for number, raw in enumerate(raws, 1))
    report = check(
        {
            "pincite": "1.0",
            "article": {
                "title": "The harbour clock",
                "date": "2019-05-04",
                **({"text": {"content": lines}} if text else {}),
            },
            "sources": [
                {
                    "id": "report",
                    "type": "report",
                    "title": "Report",
                    "authors": [{"literal": "Ada Fenn"}],
                    "date": "2091-03-01",
                }
            ],
            "quotations": [
                {
                    "id": f"q{number}",
                    "text": f"The tide turned at {number}.",
                    "citations": [{"source": "report", "raw": raw}],
                }
                for number, raw in enumerate(raws, 1)
            ],
        }
    )
    return [one.pointer for one in report.findings if one.code == "PIN321"]


@pytest.mark.parametrize("count", [1, 2, MOST_PLACES, MOST_PLACES + 3])
def test_each_printed_place_is_told_up_to_a_number(count: int) -> None:
    told = places(count)
    assert told[0] == "/sources/0/date"
    assert len(set(told)) == len(told) == min(count, MOST_PLACES)


def test_without_the_article_the_source_is_told_alone() -> None:
    assert places(3, text=False) == ["/sources/0/date"]
