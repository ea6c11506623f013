"""What readers of an article get to see, in the three formats that hold it: its verse, lists and citations, and no machine talk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import pytest

from pincite import load
from pincite.export import carry_out, write
from pincite.export.html.page import style
from tests.export.articles import GOLDENS

if TYPE_CHECKING:
    from pincite.model.format import DocumentData

FORMATS = ("html", "tei", "jats")
ENDINGS = {"html": "html", "tei": "tei.xml", "jats": "jats.xml"}
KEYS = {
    "pincite": "1.0",
    "article": {"text": {"content": ""}},
    "sources": [
        {"id": "poem", "type": "book", "title": "Poems"},
        {"id": "songs", "type": "letter", "authors": [{"literal": "Ida Reimers"}]},
    ],
}


def document(text: str, blocks: str = "", **members: object) -> DocumentData:
    """Return a document whose *blocks* are the types of its lines, separated by spaces."""
    article: dict[str, Any] = {"text": {"content": text}, "original": {"media_type": "text/markdown"}}
    at, found = 0, []
    for type_, line in zip(blocks.split(), text.split("\n"), strict=False):
        found.append({"type": type_, "start": at, "end": at + len(line)})
        at += len(line) + 1
    article |= {"blocks": found} if blocks else {}
    article |= cast("dict[str, Any]", members.pop("article", {}))
    return cast("DocumentData", {**KEYS, "article": article, **members})


def written(data: DocumentData, name: str) -> str:
    """Return what is written, without the spaces between elements."""
    return re.sub(r"\s*\n\s*", "", write(data, name).replace(style(), ""))


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_from_markdown_is_written_so(name: str, *, update: bool) -> None:
    source = load(GOLDENS / "weir.md")
    text = write(source.data, name, source.text).replace(style(), "…")
    if name == "html":
        text = text[text.index("<body>") :].replace("><", ">\n<")
    golden = GOLDENS / f"weir.{ENDINGS[name]}"
    if update:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
    assert "@poem" not in text


VERSE = "The wheel was wet,\nthe water ran."
PROSE = "The wheel was wet, and the water ran over the walls for as long as anybody sang there.\nNo miller paid in coin, he said, and none would have known what to do with a coin."
WRAPPED = "The wheel was wet, and the water ran over the walls for as\nlong as anybody sang there, but nobody in the valley\nafterwards."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (VERSE, ('<p class="verse">The wheel was wet,<br>the', "<l>The wheel was wet,</l><l>the", "<verse-line>The wheel was wet,</verse-line><verse-line>the")),
        (PROSE, ("there.</p><p>No", "there.</p><p>No", "there.</p><p>No")),
        (WRAPPED, ("", "", "")),
    ],
    ids=["verse", "paragraphs", "a margin"],
)  # fmt: skip
def test_lines_of_quotations_are_what_they_are(words: str, expected: tuple[str, str, str]) -> None:
    quotation = {"id": "q", "text": words, "display": "block"}
    alone = cast("DocumentData", {**KEYS, "quotations": [quotation]})
    inside = document(f"He said:\n{words}", quotations=[quotation])
    inside["article"]["blocks"] = [{"type": "quotation", "start": 9, "end": 9 + len(words)}]
    for name, marks in zip(FORMATS, expected, strict=True):
        if words is WRAPPED:
            del inside["article"]["original"]
            inside["article"]["original"] = {"media_type": "text/plain"}
            for one in (alone, inside):
                text = write(one, name)
                assert "for as\nlong" in text
                assert "<l>" not in text
                assert "<verse" not in text
                assert "<br>" not in text
            continue
        assert marks in written(inside, name)
        assert words is PROSE or marks in written(alone, name)


def test_breaks_of_a_quotation_are_its_lines() -> None:
    words = "The wheel was wet, and the water ran over the walls for as long as anybody sang\nand longer."
    first, second = words.split("\n")
    segments = [{"type": "text", "text": first}, {"type": "break"}, {"type": "text", "text": second}]
    quotation = {"id": "q", "text": words, "display": "block", "segments": segments}
    data = document(f"He said:\n\n{words}\n\nAnd so on.", quotations=[quotation])
    del data["article"]["original"]
    assert f"<l>{first}</l><l>{second}</l>" in written(data, "tei")
    assert f"<verse-line>{first}</verse-line><verse-line>{second}</verse-line>" in written(data, "jats")
    assert f"{first}<br>{second}" in written(data, "html")


def test_lists_and_tables_are_whole() -> None:
    data = document("1. one\n2. two\nred\nblue\na\tb\n\tc", "list list list list list list")
    tei = written(data, "tei")
    assert "<list><item>1. one</item><item>2. two</item></list>" in tei
    assert '<list rend="bulleted"><item>red</item><item>blue</item></list>' in tei
    assert "<table><row><cell>a</cell><cell>b</cell></row>" in tei
    assert '<list list-type="bullet"><list-item><p>red</p>' in written(data, "jats")
    page = written(data, "html")
    assert '<ul class="list"><li>1. one</li><li>2. two</li></ul>' in page
    assert '<ul class="list signs"><li>red</li><li>blue</li></ul>' in page
    assert "<tr><td>a</td><td>b</td></tr><tr><td></td><td>c</td></tr>" in page


@pytest.mark.parametrize("name", FORMATS)
def test_menus_are_left_out_and_told(name: str) -> None:
    data = document("Home Issues\nThe weir\nSubscribe!", "navigation paragraph boilerplate")
    text, losses = carry_out(data, name)
    assert "Home" not in text
    assert "Subscribe" not in text
    told = [one.pointer for one in losses if one.pointer.startswith("/article/blocks/")]
    assert told == ["/article/blocks/0", "/article/blocks/2"]


def test_what_the_header_says_stands_there_alone_or_is_marked_as_such() -> None:
    header = {"title": "Weirs", "authors": [{"literal": "Ada Fenn"}], "date": "2021-05-04"}
    data = document(
        "Weirs\nBy Ada Fenn\n4 May 2021\nThe weir", "title byline byline paragraph", article=header
    )
    assert written(data, "jats").partition("<body>")[2].startswith("<p>The weir</p></body>")
    told = {one.pointer for one in carry_out(data, "jats").losses}
    assert {"/article/blocks/0", "/article/blocks/1", "/article/blocks/2"} <= told
    top = '<head type="main">Weirs</head><byline>By Ada Fenn</byline><dateline>4 May 2021</dateline>'
    assert top in written(data, "tei")


CITED = [
    ("[@poem, p. 3; @songs, p. 4]", "(Poems, p. 3; letter by Ida Reimers, p. 4)"),
    ("[cf. @poem, p. 3; @songs, p. 4]", "(cf. Poems, p. 3; letter by Ida Reimers, p. 4)"),
    ("[@poem, p. 3, my italics; see @songs, p. 4]", "(Poems, p. 3, my italics; see letter by Ida Reimers, p. 4)"),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "words"), CITED, ids=[one for one, _ in CITED])
@pytest.mark.parametrize("name", FORMATS)
def test_keys_are_said_in_words_each_with_its_own_source(name: str, keys: str, words: str) -> None:
    notes = re.findall(r"cf\.|see|my italics", keys)
    anchor = {"exact": keys}
    citations: list[dict[str, Any]] = [
        {"source": "poem", "locator": {"page": "3"}, "anchor": anchor},
        {"source": "songs", "locator": {"page": "4"}, "anchor": anchor},
    ]
    if "my italics" in notes:
        citations[0]["note"], citations[1]["note"] = notes
    elif notes:
        citations[0]["note"] = notes[0]
    data = document(f"It fell {keys}.", quotations=[{"id": "q", "text": "It fell", "citations": citations}])
    text = write(data, name)
    assert "@" not in text.partition("<body")[2]
    plain = re.sub(r"<[^>]*>", "", text).replace("\u00a0", " ")
    assert f"{words}." in re.sub(r"\s+", " ", plain)
    if name == "jats":
        assert re.findall(r'<xref [^>]*rid="(\w+)"', text.partition("<back>")[0]) == ["poem", "songs"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_figure_stands_where_its_caption_does(name: str) -> None:
    figure = {"id": "f", "role": "figure", "path": "weir.png", "caption": "The weir."}
    text = write(document("One\nThe weir.\nTwo", images=[figure]), name).partition("<body>")[2]
    assert "Without a place" not in text
    assert re.search(r"One.*weir\.png.*Two", text, re.DOTALL)
    assert text.partition("Two")[0].count("The weir.") == (
        1 if name != "html" else 2
    )  # once as its description


def test_a_printed_citation_without_an_anchor_is_found_behind_its_quotation() -> None:
    citation = {"source": "poem", "raw": "(Poems, p. 3)"}
    quotation = {"id": "q", "text": "It fell.", "display": "block", "citations": [citation]}
    data = document("He wrote:\nIt fell. (Poems, p. 3)", quotations=[quotation])
    page = written(data, "html")
    assert '<blockquote id="q" class="block"><p>It fell.' in page
    assert page.count("(Poems, p. 3)") == 1


@pytest.mark.parametrize(
    ("note", "left"),
    [("[1] Poems, p. 3.", ""), ("[1] Cf. Poems, p. 3.", "\\[1\\] Cf. .")],
)
def test_a_note_goes_with_the_citation_that_markdown_sets_into_the_sentence(note: str, left: str) -> None:
    text = f"The weir is old.[1]\nSo they say.\n{note}"
    start = text.index("Poems")
    anchor = {"start": start, "end": start + len("Poems, p. 3")}
    citation = {"source": "poem", "locator": {"page": "3"}, "raw": "Poems, p. 3", "anchor": anchor}
    claim = {"id": "c", "text": "The weir is old.", "basis": "source", "citations": [citation]}
    data = document(text, claims=[claim | {"anchor": {"start": 0, "end": 16}}])
    body = write(data, "markdown").rpartition("---\n")[2].strip()
    cited = '[The weir is old.]{.claim #c basis="source"} [[@poem, p. 3]]{raw="Poems, p. 3"}'
    mark = "\\[1\\]" if left else ""
    assert body.split("\n\n") == [cited + mark, "So they say.", *([left] if left else [])]


def test_what_was_concluded_stands_in_one_place() -> None:
    source = {"id": "s", "type": "book", "title": "Poems", "inferred": {"type": "it has a publisher"}}
    page = written(document("It fell.", sources=[source]), "html")
    assert page.count("it has a publisher") == 1
    details = page.partition('<details id="concluded--list">')[2]
    assert '<a href="#s"><cite class="work"><bdi>Poems</bdi></cite></a>' in details
    assert 'title="Concluded, not read: type"' in page


SOURCES: list[tuple[dict[str, Any], str]] = [
    ({"type": "book", "title": "Poems", "edition": "Second"}, "Poems, second edition"),
    ({"type": "book", "title": "Poems", "edition": "2nd"}, "Poems, 2nd edition"),
    ({"type": "book", "title": "Poems", "edition": "Revised edition"}, "Poems, Revised edition"),
    ({"type": "book", "title": "Poems", "edition": "2"}, "Poems, edition 2"),
    ({"type": "letter", "authors": [{"literal": "Ada Fenn"}], "date": "1703-XX"}, "Ada Fenn, letter, 1703"),
    ({"type": "chapter", "title": "Weirs", "date": "1642/1650", "container": {"source": "poem"}}, "Weirs, 1642–1650"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "entry"), SOURCES, ids=[entry for _, entry in SOURCES])
def test_sources_are_listed_as_readers_know_it(source: dict[str, Any], entry: str) -> None:
    page = write(document("It fell.", sources=[{"id": "s", **source}, KEYS["sources"][0]]), "html")  # type: ignore[index]
    found = re.search(r'<li id="s"[^>]*><p class="entry">(.*?)</p>', page)
    assert found is not None
    assert re.sub(r"<[^>]*>", "", found[1]) == entry
