"""House style goes before the article's own habit: quotation marks and omission marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from pincite.model.document import Document
from pincite.model.house import House
from pincite.rules import ellipses_mixed, quotation_marks_inconsistent
from tests.nowhere import Nowhere

if TYPE_CHECKING:
    from pincite.model.format import DocumentData


def document(text: str, quotation: str, house: House) -> Document:
    """Return a document with one quotation."""
    data = {
        "pincite": "1.0",
        "article": {"title": "The harbour clock", "text": {"content": text}},
        "quotations": [{"id": "q1", "text": quotation}],
    }
    return Document("x.pincite.yaml", cast("DocumentData", data), Nowhere(), house=house)


@pytest.mark.parametrize(
    ("marks", "text", "found"),
    [
        ("“”", "“a” and «b» and «c» and «d»", 1),
        ("«»", "“a” and «b» and «c» and «d»", 1),
        ("«»", "«a “b” c»", 0),
        ("„“", "„a“ and “b”", 1),
        ("“”", "“a” and “b”", 0),
        ("“”", "no marks", 0),
    ],
)
def test_quotation_marks(marks: str, text: str, found: int) -> None:
    one = document(text, "x", House(quotation_marks=marks))
    assert len(list(quotation_marks_inconsistent.check(one))) == found


@pytest.mark.parametrize(
    ("ellipsis", "text", "found"),
    [
        ("…", "a ... b", 1),
        ("...", "a … b … c", 1),
        (". . .", "a . . . b", 0),
        ("…", "a … b", 0),
        ("…", "a", 0),
    ],
)
def test_ellipsis(ellipsis: str, text: str, found: int) -> None:
    assert len(list(ellipses_mixed.check(document(text, text, House(ellipsis=ellipsis))))) == found
