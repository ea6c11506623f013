"""In reports on articles, words that the article prints stand for the ids that its conversion made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.model.finding import Finding
from pincite.reading.printed_names import PrintedNames

if TYPE_CHECKING:
    from pincite.model.format import DocumentData

DOCUMENT: DocumentData = {
    "pincite": "1.0",
    "article": {"title": "The harbour clock"},
    "sources": [
        {"id": "day-book", "type": "book", "title": "“Day Book”"},
        {"id": "pell-fenn", "type": "letter", "authors": [{"literal": "Jonas Pell"}], "recipients": [{"family": "Fenn"}]},
        {"id": "bare", "type": "document"},
        {"id": "publisher", "type": "book", "title": "Publisher"},
    ],
    "quotations": [{"id": "q1", "text": "The tide turned\nat six and then it turned again before the keeper woke."}],
    "claims": [{"id": "c1", "text": "It stopped."}],
    "images": [{"id": "scan", "label": "Page 4"}, {"id": "image-2"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("book 'day-book' has no date", "book “Day Book” has no date"),
        ("letter 'pell-fenn' has no title", "letter “Jonas Pell to Fenn” has no title"),
        ("document 'bare' has no title", "document 'bare' has no title"),
        ("quotation 'q1' is cut", "quotation “The tide turned at six and then it turned again …” is cut"),
        ("claim 'c1' and image 'scan'", "claim “It stopped.” and image “Page 4”"),
        ("image 'image-2', id 'q9', page '12'", "image 'image-2', id 'q9', page '12'"),
        ("add 'publisher'", "add 'publisher'"),
    ],
)
def test_ids_become_words(message: str, told: str) -> None:
    finding = Finding("a.txt", "PIN000", "x", "info", message, hint=message)
    (found,) = PrintedNames(DOCUMENT).of([finding])
    assert (found.message, found.hint) == (told, told)
