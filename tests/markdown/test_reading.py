"""Annotated Markdown: what its syntax says, where findings stand, and what is told of broken syntax."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite import check, load
from pincite.judging import judged
from pincite.reading.files import RawDocument
from pincite.reading.markdown.body import Body
from pincite.reading.markdown.citations import TERMS, located, written
from pincite.reading.markdown.document import read_markdown
from pincite.reading.markdown.inline import Inline
from pincite.reporters.concise_format import line_of
from pincite.structure.examine import examine

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.json_value import Json
    from tests.conftest import Pincite

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FRONT = '---\npincite: "1.0"\narticle: {title: Tides}\n---\n\n'
"""Five lines: the body begins on the sixth."""


def read(body: str, front: str = FRONT) -> dict[str, Json]:
    raw = read_markdown("tides.md", (front + body).encode("utf-8"))
    assert isinstance(raw, RawDocument)
    assert raw.findings == []
    assert isinstance(raw.data, dict)
    return raw.data


def only(data: dict[str, Json], kind: str) -> dict[str, Json]:
    items = data[kind]
    assert isinstance(items, list)
    (item,) = items
    assert isinstance(item, dict)
    return {name: value for name, value in item.items() if name != "anchor"}


def cited(item: dict[str, Json]) -> list[dict[str, Json]]:
    citations = item["citations"]
    assert isinstance(citations, list)
    return [{n: v for n, v in one.items() if n != "anchor"} for one in citations if isinstance(one, dict)]


def lines(text: str, folder: Path) -> list[str]:
    file = folder / "tides.md"
    file.write_bytes(text.encode("utf-8"))
    return [
        line_of(one).removeprefix(f"{folder}/") for one in check(file).findings if one.severity == "error"
    ]


QUOTED = "> The tide turned\n> at *six*.\n>\n"


@pytest.mark.parametrize(
    ("last", "citations"),
    [
        ("[[@lamp, p. 239]]{#q1}", [{"source": "lamp", "locator": {"page": "239"}}]),
        ("[@lamp, p. 239]{#q1}", [{"source": "lamp", "locator": {"page": "239"}}]),
        (
            "[[@lamp]]{#q1 images='a b' note=\"Italics added\"}",
            [{"source": "lamp", "images": ["a", "b"], "note": "Italics added"}],
        ),
        (
            "[[@lamp, p. 3; @log, fols. 4r-5v]]{#q1 images=a}",
            [
                {"source": "lamp", "locator": {"page": "3"}, "images": ["a"]},
                {"source": "log", "locator": {"folio": "4r-5v"}},
            ],
        ),
        (
            "[[@lamp]]{#q1} [[@log, 12]]{images=b}",
            [{"source": "lamp"}, {"source": "log", "locator": {"page": "12"}, "images": ["b"]}],
        ),
        ("[(The Lamp, 1901, p. 4)]{#q1}", [{"raw": "(The Lamp, 1901, p. 4)"}]),
        ('[[@lamp]]{#q1 raw="(“The Lamp”, p.&#32;4)"}', [{"source": "lamp", "raw": "(“The Lamp”, p. 4)"}]),
    ],
)
def test_the_last_line_of_a_block_quote_cites_it(last: str, citations: list[object]) -> None:
    quotation = only(read(f"{QUOTED}> {last}\n"), "quotations")
    assert cited(quotation) == citations
    assert (quotation["id"], quotation["text"], quotation["display"]) == (
        "q1",
        "The tide turned at six.",
        "block",
    )


def test_attributes_are_members() -> None:
    body = (
        QUOTED + '> []{#q1 lang=en speaker="Ada Fenn" within=q0 uncited="the \\"log\\" is lost" display=""}\n'
    )
    assert only(read(body), "quotations") == {
        "id": "q1",
        "text": "The tide turned at six.",
        "language": "en",
        "speaker": {"literal": "Ada Fenn"},
        "uncited": {"reason": 'the "log" is lost'},
        "within": "q0",
    }


def test_claims_and_inline_quotations_own_the_citations_behind_them() -> None:
    data = read(
        'He wrote “[six *or* so]{.quotation #q2}” [@lamp, p. 3], and [the tide turned]{.claim #c1 evidence="q2" basis=source} [@log].\n'
    )
    quotation, claim = only(data, "quotations"), only(data, "claims")
    assert (quotation["text"], quotation["display"], cited(quotation)) == (
        "six or so",
        "inline",
        [{"source": "lamp", "locator": {"page": "3"}}],
    )
    assert (claim["text"], claim["evidence"], cited(claim)) == (
        "the tide turned",
        ["q2"],
        [{"source": "log"}],
    )


def test_a_citation_behind_a_sentence_makes_it_a_claim() -> None:
    data = read("Mr. Fenn lit it. The tide turned at six [see @lamp, p. 3, my italics]. It rained.\n")
    claim = only(data, "claims")
    assert (claim["id"], claim["text"], claim["basis"]) == ("claim-1", "The tide turned at six", "source")
    assert cited(claim) == [{"source": "lamp", "locator": {"page": "3"}, "note": "see; my italics"}]


def test_a_citation_in_a_paragraph_of_its_own_belongs_to_the_block_quote_before_it() -> None:
    assert cited(only(read("> Six.\n\n[@lamp, p. 4]\n"), "quotations")) == [
        {"source": "lamp", "locator": {"page": "4"}}
    ]


def test_an_image_is_an_image() -> None:
    data = read(
        '![Page *239*](scans/p239.png "The page"){#scan role=evidence license=CC0-1.0 width=30}\n\n![no id](x.png)\n'
    )
    assert only(data, "images") == {
        "id": "scan",
        "role": "evidence",
        "path": "scans/p239.png",
        "width": 30,
        "alt": {"text": "Page 239"},
        "caption": "The page",
        "license": "CC0-1.0",
    }


@pytest.mark.parametrize(
    "members",
    [
        "quotations:\n  q1: {language: en, citations: [{note: N}]}",
        "quotations:\n  - {id: q1, language: en, citations: [{note: N}]}",
    ],
)
def test_front_matter_adds_members_by_id(members: str) -> None:
    data = read(f"{QUOTED}> [[@lamp]]{{#q1}}\n", FRONT.replace("\n---\n\n", f"\n{members}\n---\n\n"))
    quotation = only(data, "quotations")
    assert quotation["language"] == "en"
    assert cited(quotation) == [{"source": "lamp", "note": "N"}]


def test_nested_block_quotes_are_quotations_within() -> None:
    data = read(
        "> He said:\n>\n> > Six.\n> >\n> > [[@log]]{#inner}\n>\n> And left.\n>\n> [[@lamp]]{#outer}\n"
    )
    quotations = data["quotations"]
    assert isinstance(quotations, list)
    assert [(q["id"], q["text"], q.get("within")) for q in quotations if isinstance(q, dict)] == [
        ("outer", "He said:\n\nSix.\n\nAnd left.", None),
        ("inner", "Six.", "outer"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        r"\[@lamp\] and \[text\]{.claim #c1}",
        "`[@lamp]` and `` [text]{.claim #c1} ` ``",
        "```\n> [[@lamp]]{#q1}\n```",
        "    > [[@lamp]]{#q1}",
        "<!-- [@lamp] [text]{.claim #c1} -->",
        "mail@lamp.example, [sic], [^1], [text](there), [x]{.smallcaps}",
        "> [!NOTE]\n> Only a note.",
    ],
)
def test_what_is_no_annotation(body: str) -> None:
    data = read(body + "\n")
    assert not {"quotations", "claims", "images"} & data.keys()


def test_the_text_is_what_is_read_and_blocks_and_anchors_count_in_it() -> None:
    body = (
        "# Tides\n\nSet\n===\n\nlazy *words*\\\nbroken &amp; `code`\n\n"
        + QUOTED
        + "> [[@lamp, p. 3]]{#q1}\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: A note.\n\n[x]: http://there\n"
    )
    data = read(body)
    article = data["article"]
    assert isinstance(article, dict)
    held = article["text"]
    assert isinstance(held, dict)
    text = str(held["content"])
    assert text == (
        "Tides\n\nSet\n\nlazy words\nbroken & code\n\nThe tide turned at six.\n\n[@lamp, p. 3]\n\n"
        "one\n\ntwo\n\na\n\nb\n\nc\n\nd\n\nA note."
    )
    blocks = article["blocks"]
    assert isinstance(blocks, list)
    shown = [
        (one["type"], text[int(str(one["start"])) : int(str(one["end"]))])
        for one in blocks
        if isinstance(one, dict)
    ]
    assert shown[:5] == [
        ("title", "Tides"),
        ("heading", "Set"),
        ("paragraph", "lazy words\nbroken & code"),
        ("quotation", "The tide turned at six."),
        ("citation", "[@lamp, p. 3]"),
    ]
    assert article["original"] == {"media_type": "text/markdown"}


@pytest.mark.parametrize(
    "change", [lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r")]
)
def test_line_ends_and_a_byte_order_mark_change_nothing(change: object, tmp_path: Path) -> None:
    assert callable(change)
    text = FRONT + QUOTED + "> [[@Lamp_1]]{#q1}\n"
    before, after = lines(text, tmp_path), lines(change(text), tmp_path)
    assert before == after
    assert len(before) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('He said [x]{#a b="c\n', "tides.md:6:12: PIN003 "),
        (
            "> Six.\n>\n> [[@lamp]]{#q1 langage=en}\n",
            "tides.md:8:17: PIN013 quotation has no member 'langage'",
        ),
        ("Words [@Foo_Bar, p. 3].\n", "tides.md:6:9: PIN202 "),
        ("Six.\n\n[a]{.claim #c1} and [b]{.claim #C1}\n", "tides.md:8:33: PIN202 "),
        ("[a]{.claim #c1 role=lead role=body}\n", "tides.md:6:26: PIN004 "),
        ("[a]{.claim #c1 role=loud}\n", "tides.md:6:21: PIN015 "),
        ("[@lamp]\n", "tides.md:6:1: PIN003 "),
        ("*(1)* [@lamp, p. 3] [b]{.claim #c1} [b]{.claim #c1}\n", "tides.md:6:49: PIN302 "),
    ],
)
def test_broken_annotation_is_told_where_it_stands(body: str, expected: str, tmp_path: Path) -> None:
    found = lines(FRONT + body, tmp_path)
    assert any(line.startswith(expected) for line in found), found


def test_front_matter_is_told_where_it_stands(tmp_path: Path) -> None:
    front = '---\npincite: "1.0"\narticle: {titel: T}\nquotations:\n  q1: {text: Six, langage: en}\n---\n'
    assert lines(f"{front}> Six.\n>\n> [[@lamp]]{{#q1}}\n", tmp_path)[:3] == [
        "tides.md:3:11: PIN013 article has no member 'titel'",
        "tides.md:5:8: PIN004 'text' is said here and in the text below as well",
        "tides.md:5:19: PIN013 quotation has no member 'langage'",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('---\npincite: "1.0"\n', "PIN003"),
        ('---\npincite: "1.0"\narticle: [\n---\n', "PIN003"),
        ('---\npincite: "1.0"\npincite: "1.0"\narticle: {title: T}\n---\n', "PIN004"),
        ('---\npincite: "1.0"\nquotations: [1]\n---\n> a\n', "PIN014"),
        ('---\npincite: "1.0"\nquotations: {q1: 1}\n---\n> a\n', "PIN014"),
        ('---\npincite: "1.0"\nquotations: soon\n---\n> a\n', "PIN014"),
        ('---\npincite: "1.0"\narticle: soon\n---\n> a\n', "PIN014"),
    ],
)
def test_broken_front_matter_is_a_finding(text: str, code: str, tmp_path: Path) -> None:
    assert any(f": {code} " in line for line in lines(text, tmp_path))


def test_without_the_key_it_is_an_article_that_is_not_read(tmp_path: Path) -> None:
    for text in ("# Tides\n", "---\ntitle: Tides\n---\npincite: no\n", "--- \n", ""):
        assert [line[:18] for line in lines(text, tmp_path)] == ["tides.md: PIN001 a"]


def test_folders_are_searched_for_annotated_markdown(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "tides.md").write_text(FRONT + QUOTED, "utf-8")
    (tmp_path / "README.md").write_text("# Tides\n", "utf-8")
    assert "tides.md:6:3: PIN101" in pincite("check", "--format", "concise", ".", cwd=tmp_path).out
    assert "README" not in pincite("check", "--format", "concise", ".", cwd=tmp_path).out


def test_the_hook_passes_over_what_is_not_annotated(tmp_path: Path, pincite: Pincite) -> None:
    (tmp_path / "tides.md").write_text(FRONT + QUOTED, "utf-8")
    (tmp_path / "README.md").write_text("# Tides\n", "utf-8")
    named = pincite("check", "README.md", cwd=tmp_path)
    assert (named.status, "articles in .md files are not judged where they stand" in named.out) == (1, True)
    hook = pincite("check", "--annotated-only", "--", "README.md", cwd=tmp_path)
    assert (hook.status, hook.err) == (0, "pincite: passed over 1 file without annotation\n")
    both = pincite("check", "--annotated-only", "--format", "concise", "README.md", "tides.md", cwd=tmp_path)
    assert both.status == 1
    assert "README" not in both.out


@given(
    st.dictionaries(
        st.sampled_from(sorted(TERMS)),
        st.from_regex(r"[0-9]{1,3}[rv]?(-[0-9]{1,3})?", fullmatch=True),
        min_size=1,
    )
)
def test_locators_come_back(locator: dict[str, str]) -> None:
    assert located(written("s", locator).removeprefix("@s")) == (locator, "")


@pytest.mark.parametrize(
    ("words", "locator"),
    [
        (", p. 3", {"page": "3"}),
        (" pp. 33-35, 38", {"page": "33-35, 38"}),
        (", 12", {"page": "12"}),
        (", xvi", {"page": "xvi"}),
        (", vol. 2, chap. 3, p. 4", {"volume": "2", "chapter": "3", "page": "4"}),
        (", § 4", {"section": "4"}),
        (", s.v. tide", {"sub_verbo": "tide"}),
        (", sheet 3", {"sheet": "3"}),
        (", timestamp 14:20", {"timestamp": "14:20"}),
        (", Page 3", {"page": "3"}),
        (", passim", {}),
    ],
)
def test_locator_words(words: str, locator: dict[str, str]) -> None:
    assert located(words)[0] == locator


SYNTAX = st.text(st.sampled_from("[](){}@#.!*_`<>&\\\n> -|=\"'aq1;,p:^~$/"), max_size=120)


@settings(max_examples=400, deadline=None)
@given(SYNTAX)
def test_any_body_is_read(body: str) -> None:
    raw = read_markdown("tides.md", (FRONT + body).encode("utf-8"))
    assert isinstance(raw, RawDocument)
    for one in check_data(raw):
        assert one.place is not None
        assert one.place.line >= 1


def check_data(raw: RawDocument) -> list[Finding]:
    examined = examine(raw)
    return [*examined.findings, *judged(examined)]


@given(SYNTAX)
def test_pieces_cover_the_text(text: str) -> None:
    inline = Inline(text)
    assert "".join(words for words, _, _ in inline.pieces) == inline.text
    assert all(0 <= start <= end <= len(text) for _, start, end in inline.pieces)
    starts = [start for _, start, _ in inline.pieces]
    assert starts == sorted(starts)


def test_words_are_found_where_they_are_written() -> None:
    text = (EXAMPLES / "ferry-bell" / "article.md").read_text("utf-8")
    raw = read_markdown("article.md", text.encode("utf-8"))
    assert isinstance(raw, RawDocument)
    document = examine(raw).document
    assert document is not None
    rows = text.split("\n")
    for at, one in [*document.quotations, *document.claims]:
        place = raw.positions.of_value(f"{at}/text")
        first, last = one["text"].split()[0], one["text"].split()[-1]
        assert rows[place.line - 1][place.column - 1 :].startswith(first)
        assert rows[place.end_line - 1][: place.end_column - 1].endswith(last)


@given(
    st.lists(
        st.sampled_from(["word", "*em*", "\\*", "&amp;", "`c`", "[x](y)", "\n", " ", "> ", "é"]), max_size=30
    )
)
def test_each_stretch_of_text_leads_back_to_its_source(parts: list[str]) -> None:
    text = FRONT + "".join(parts)
    body = Body(text, len(FRONT))
    at = body.text.find("word")
    while at >= 0:
        place = body.in_file(at, at + 4)
        assert place is not None
        assert text[slice(*place)] == "word"
        at = body.text.find("word", at + 1)


HOSTILE = {
    "nested block quotes": ">" * 50_000,
    "spaced block quotes": "> " * 50_000,
    "open citations": "[[@" * 100_000,
    "backticks": "`" * 1_000_000,
    "spans in spans": "[" * 20_000 + "a" + "]{.claim}" * 20_000,
    "open comments": "<!-- " * 100_000,
    "open links": "[a](b" * 50_000,
    "emphasis": "*a_ " * 50_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_takes_linear_time(body: str, tmp_path: Path, pincite: Pincite) -> None:
    """The bounds are several times what it takes, because other work may share the machine."""
    (tmp_path / "tides.md").write_text(FRONT + body, "utf-8")
    start = time.perf_counter()
    done = pincite("check", "tides.md", cwd=tmp_path)
    assert done.status in {0, 1}
    assert time.perf_counter() - start < 10
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit < 600


def test_load_reads_it_too(tmp_path: Path) -> None:
    (tmp_path / "tides.md").write_text(FRONT + QUOTED + "> [[@lamp]]{#q1}\n", "utf-8")
    assert load(tmp_path / "tides.md").quotation_by_id["q1"]["text"] == "The tide turned at six."


def test_a_class_that_is_nearly_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "tides.md").write_text(FRONT + "He called it “[a lamp]{.quote #q2}” [@lamp].\n", "utf-8")
    messages = [one.message for one in check(tmp_path / "tides.md").findings if one.code == "PIN003"]
    assert messages == ["no span is called '.quote'; did you mean '.quotation'?"]


def test_findings_about_the_text_stand_in_the_body(tmp_path: Path) -> None:
    body = "It is common knowledge that the lamp went out.\n"
    (tmp_path / "tides.md").write_text(FRONT + "\n" + body, "utf-8")
    (found,) = [one for one in check(tmp_path / "tides.md").findings if one.code == "PIN601"]
    assert found.place is not None
    assert found.place.excerpt == body.rstrip("\n")
