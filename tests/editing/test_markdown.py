"""Annotated Markdown: the front matter takes what is set, the text below it stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.editing.draft import draft
from pincite.model.fix import Change
from pincite.reading.files import RawDocument, documents_in

if TYPE_CHECKING:
    from pincite.model.json_value import Json

FRONT = """---
pincite: "1.0"
article: {title: The lamp}  # invented
sources:
  - id: journal
    type: book
"""
BODY = """---

> The number of strangers is beyond my counting.
>
> [[@journal, p. 239; @journal, p. 240]]{#q1 images="scan"}

He called them [paupers of the sea]{.quotation #q2} [@journal].

> Nobody asked.

![A page](p.png){#scan sha256="aa11" width=40}
"""
PASSAGE: Json = {"copy": "b", "start": 5, "end": 9}


def edited(text: str, *changes: tuple[str, Json]) -> tuple[str, list[str]]:
    done = draft("a.md", text.encode(), {0: [Change(*change) for change in changes]})
    again = draft("a.md", done.after, {0: [Change(*change) for change in changes]})
    assert again.after == done.after
    return done.after.decode(), [refusal.reason for refusal in done.refused]


CASES = {
    "a source": (
        "",
        [("/sources/0/copies/-", {"path": "j.txt"})],
        "    copies:\n      - {path: j.txt}\n",
    ),
    "a quotation that stands in the text": (
        "",
        [("/quotations/0/citations/1/passage", PASSAGE)],
        "quotations:\n  q1:\n    citations:\n      - {}\n      - passage: {copy: b, start: 5, end: 9}\n",
    ),
    "an object that the front matter has, too": (
        "images:\n  scan: {role: evidence}\n",
        [("/images/0/region", {"x": 1})],
        "images:\n  scan: {role: evidence, region: {x: 1}}\n",
    ),
    "an object with nothing behind its key": (
        "images:\n  scan:\n",
        [("/images/0/media_type", "image/png")],
        "images:\n  scan: {media_type: image/png}\n",
    ),
    "a member with parts in the text": (
        "",
        [("/images/0/alt/generated", True)],
        "images:\n  scan:\n    alt: {generated: true}\n",
    ),
    "a list in the front matter, whose order is the document's": (
        "quotations:\n  - id: q1\n",
        [("/quotations/1/citations/0/passage", PASSAGE)],
        "quotations:\n  - id: q1\n  - id: q2\n    citations:\n      - passage: {copy: b, start: 5, end: 9}\n",
    ),
    "what is only in the front matter": (
        "images:\n  other:\n    path: o.png\n",
        [("/images/1/width", 4)],
        "images:\n  other:\n    path: o.png\n    width: 4\n",
    ),
}


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize(("more", "changes", "wanted"), CASES.values(), ids=CASES.keys())
def test_the_front_matter_takes_it(more: str, changes: list[tuple[str, Json]], wanted: str, eol: str) -> None:
    text = (FRONT + more + BODY).replace("\n", eol)
    done = draft("a.md", text.encode(), {0: [Change(*change) for change in changes]})
    assert (done.after.decode(), done.refused) == ((FRONT + wanted + BODY).replace("\n", eol), ())


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_an_attribute_that_is_there_is_changed_in_its_place(eol: str) -> None:
    text = "\ufeff" + (FRONT + BODY).replace("\n", eol)
    found, refused = edited(
        text, ("/images/0/sha256", "bb22"), ("/images/0/width", 55), ("/images/0/height", 3)
    )
    front = FRONT + "images:\n  scan: {height: 3}\n"
    body = BODY.replace("aa11", "bb22").replace("width=40", "width=55")
    assert (found, refused) == ("\ufeff" + (front + body).replace("\n", eol), [])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("/quotations/2/citations", []), "the quotation has no id in the text to be named by: give it one, as in {#quotation-name}"),
        (("/quotations/0/text", "x"), "it stands in the text below the front matter, and is changed there by hand"),
        (("/images/0/path", "q.png"), "it stands in the text below the front matter, and is changed there by hand"),
        (("/images/0/sha256", 'a"b'), "it stands in the text below the front matter, and is changed there by hand"),
        (("/article/blocks", []), "it is computed from the text below the front matter"),
        (("/quotations", []), "'quotations' may stand in the text below the front matter: set what is in it"),
        (("/quotations/9/language", "en"), "the document has nothing there that it could stand in"),
    ],
)  # fmt: skip
def test_what_cannot_be_held_is_told_and_the_rest_written(change: tuple[str, Json], reason: str) -> None:
    found, refused = edited(FRONT + BODY, change, ("/sources/0/date", "1902"))
    assert refused == [reason]
    assert found == FRONT + '    date: "1902"\n' + BODY


def test_an_unnamed_quotation_before_one_that_joins_a_list_is_told() -> None:
    text = FRONT + "quotations:\n  - id: q4\n    text: x\n" + BODY.replace(" #q2", "").replace("#q1 ", "#q1 ")
    raw = next(documents_in("a.md", text.encode()))
    assert isinstance(raw, RawDocument)
    _, refused = edited(text, ("/quotations/2/language", "en"))
    assert refused == [
        "the quotation has no id in the text to be named by: give it one, as in {#quotation-name}"
    ]
