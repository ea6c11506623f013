"""Annotated Markdown: the front matter takes what is set, the text below it stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.editing.draft import draft
from pincite.editing.edits import applied
from pincite.model.finding import Span
from pincite.model.fix import Change, put, remove, rename, rewrite
from pincite.model.json_value import value_at
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


RESHAPED: dict[str, tuple[str, list[Change], str, str]] = {
    "a member that the front matter has": (
        "images:\n  scan:\n    role: evidence\n    region: {x: 1}\n",
        [remove("/images/0/role"), rename("/images/0/region", "area")],
        "images:\n  scan:\n    area: {x: 1}\n",
        BODY,
    ),
    "an object that is only in the front matter": (
        "images:\n  other:\n    path: o.png\n",
        [remove("/images/1")],
        "images: {}\n",
        BODY,
    ),
    "a member that is misspelt in the front matter": (
        "claims:\n  c1:\n    txt: x\nannotated: {by: Ada}\n",
        [rename("/claims/0/txt", "text"), rename("/annotated", "annotation"), put("/annotated/by", "Bo")],
        "claims:\n  c1:\n    text: x\nannotation: {by: Bo}\n",
        BODY,
    ),
    "an id that is a key": (
        "images:\n  scan: {role: evidence}\n  other:\n    path: o.png\n",
        [put("/images/1/id", "more"), put("/images/0/id", "page-1")],
        "images:\n  page-1: {role: evidence}\n  more:\n    path: o.png\n",
        BODY.replace("#scan", "#page-1"),
    ),
    "an attribute that goes": (
        "",
        [remove("/images/0/sha256"), remove("/images/0/width")],
        "",
        BODY.replace(' sha256="aa11" width=40', ""),
    ),
    "a kind of objects that is misspelt": (
        "claim:\n  c1: {text: x}\n  c2:\n",
        [rename("/claim", "claims")],
        "claims:\n  c1: {text: x}\n  c2:\n",
        BODY,
    ),
    "an anchor whose offsets are worked out": (
        "claims:\n  - leadin: {exact: He called them}\n    text: x\n",
        [rename("/claims/0/leadin", "lead_in")],
        "claims:\n  - lead_in: {exact: He called them}\n    text: x\n",
        BODY,
    ),
    "an attribute with another name": (
        "",
        [rename("/images/0/width", "height")],
        "",
        BODY.replace("width", "height"),
    ),
}


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize(("more", "changes", "front", "body"), RESHAPED.values(), ids=RESHAPED.keys())
def test_members_go_and_get_other_names(
    more: str, changes: list[Change], front: str, body: str, eol: str
) -> None:
    text = (FRONT + more + BODY).replace("\n", eol)
    done = draft("a.md", text.encode(), {0: changes})
    assert (done.after.decode(), done.refused) == ((FRONT + front + body).replace("\n", eol), ())


def test_an_attribute_that_is_misspelt_becomes_what_it_was_meant_to_be() -> None:
    text = FRONT + BODY.replace("images=", "imagse=").replace("#q2", "#q2 speeker='Ada' lagn=en")
    changes = [
        rename("/quotations/1/speeker", "speaker"),
        rename("/quotations/0/imagse", "images"),  # which is a member of citations
        rename("/quotations/1/lagn", "language"),
    ]
    done = draft("a.md", text.encode(), {0: changes})
    assert [one.change for one in done.refused] == [changes[1]]
    assert done.after.decode() == text.replace("speeker", "speaker").replace("lagn", "language")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (remove("/quotations/0"), "it stands in the text below the front matter, and is changed there by hand"),
        (remove("/quotations/0/text"), "it stands in the text below the front matter, and is changed there by hand"),
        (remove("/quotations/0/anchor"), "it stands in the text below the front matter, and is changed there by hand"),
        (remove("/article/blocks/0"), "it is computed from the text below the front matter"),
        (remove("/quotations/0/citations/0/locator"), "it stands in the text below the front matter, and is changed there by hand"),
        (rename("/images/0/path", "url"), "it stands in the text below the front matter, and is changed there by hand"),
        (rename("/images/0/width", "a b"), "it stands in the text below the front matter, and is changed there by hand"),
    ],
)  # fmt: skip
def test_what_the_text_says_otherwise_than_by_attributes_stays(change: Change, reason: str) -> None:
    done = draft("a.md", (FRONT + BODY).encode(), {0: [change]})
    assert (done.differs, [one.reason for one in done.refused]) == (False, [reason])


def span_of(words: str) -> Span:
    raw = next(documents_in("a.md", (FRONT + BODY).encode()))
    assert isinstance(raw, RawDocument)
    text = value_at(raw.data, "/article/text/content")
    assert isinstance(text, str)
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_plain_words_are_rewritten(eol: str) -> None:
    text = "\ufeff" + (FRONT + BODY).replace("\n", eol)
    changes = [
        rewrite(span_of("called"), "has called"),
        put("/images/0/width", 41),
        rewrite(span_of("paupers"), "“paupers”"),
        rewrite(span_of("counting."), "counting…"),
        rewrite(span_of("beyond "), ""),
        rewrite(Span(span_of("page").end, span_of("page").end), " of it"),
        put("/sources/0/date", "1902"),
    ]
    done = draft("a.md", text.encode(), {0: changes})
    body = BODY
    for old, new in [("called", "has called"), ("paupers", "“paupers”"), ("counting.", "counting…"), ("beyond ", ""), ("page]", "page of it]"), ("40}", "41}")]:  # fmt: skip
        body = body.replace(old, new)
    wanted = (FRONT + '    date: "1902"\n' + body).replace("\n", eol)
    assert (done.after.decode(), done.refused) == ("\ufeff" + wanted, ())
    assert applied(text, done.edits) == done.after.decode()


MARKED = "the text below the front matter has marks, line ends or escapes there, and is changed by hand"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("them paupers", "them poor", MARKED),
        ("counting.\n\n[", "counting. [", MARKED),
        ("called", "*called*", "with it, the file would say something else besides, at /article/text/content"),
        ("called", "called\n", "with it, the file would say something else besides, at /article/text/content"),
        ("called", "[@journal]", "with it, the file would say something else besides, at /claims"),
    ],
)  # fmt: skip
def test_marks_are_neither_rewritten_nor_made(old: str, new: str, reason: str) -> None:
    done = draft(
        "a.md", (FRONT + BODY).encode(), {0: [rewrite(span_of(old), new), put("/images/0/width", 1)]}
    )
    assert [one.reason for one in done.refused] == [reason]
    assert done.after.decode() == FRONT + BODY.replace("=40", "=1")


@pytest.mark.parametrize(
    ("written", "pointer", "after"),
    [
        ('{#scan sha256="aa11" width=40}', "/images/0/sha256", "{#scan width=40}"),
        ("{width=40 #scan}", "/images/0/width", "{#scan}"),
        ("{ #scan  width='40' }", "/images/0/width", "{ #scan }"),
        ('{#scan\nwidth="40"\nheight=3}', "/images/0/width", "{#scan\nheight=3}"),
    ],
)
def test_an_attribute_goes_with_the_space_before_it(written: str, pointer: str, after: str) -> None:
    body = BODY.partition("{#scan")[0]
    done = draft("a.md", (FRONT + body + written + "\n").encode(), {0: [remove(pointer)]})
    assert (done.after.decode(), done.refused) == (FRONT + body + after + "\n", ())
